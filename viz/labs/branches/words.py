"""The sentences of the overview of branches. All translatable."""

from __future__ import annotations

import math
import textwrap

from PySide6.QtCore import QCoreApplication

from engine.records import Sampling
from viz.charts.numbers import NBSP, bits, percent
from viz.joined import facts, listed, sentences, spoken
from viz.labs.branches.branches_frame import BranchesFrame, Taken, Worth
from viz.labs.branches.table import fork_of
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected

MOST = 1500  # characters of a continuation in a tip
WIDE = 100  # characters of its lines
BETWEEN = f"{NBSP}· "


def drawn_with(sampling: Sampling) -> str:
    """The settings that change a chance, in words."""
    parts = [translate("Branches", "temperature {t}").format(t=f"{sampling.temperature:g}")]
    if sampling.top_k > 0:
        parts.append(f"top-k {sampling.top_k}")
    if sampling.top_p < 1:
        parts.append(f"top-p {sampling.top_p:g}")
    if sampling.min_p > 0:
        parts.append(f"min-p {sampling.min_p:g}")
    if sampling.repetition_penalty != 1:
        parts.append(translate("Branches", "repetition penalty {p}").format(p=f"{sampling.repetition_penalty:g}"))
    return listed(parts)


def numbers(frame: BranchesFrame, taken: Taken) -> str:
    """What stands at a token of a fork: its probability, and what differs from it."""
    parts = [percent(taken.probability)]
    if frame.as_drawn:
        parts.append(drawn(taken))
    if frame.changed_with or frame.none_now:
        parts.append(percent(taken.changed))
    return BETWEEN.join(parts)


def drawn(taken: Taken) -> str:
    """The chance of being drawn, an estimate marked as one."""
    said = percent(taken.drawn)
    return said if taken.exact or not math.isfinite(taken.drawn) else f"≈{NBSP}{said}"


def meaning(frame: BranchesFrame) -> str:
    """What the numbers at a fork are."""
    first = translate("Branches", "probability")
    if frame.written_with:
        first = translate("Branches", "probability with {interventions}").format(interventions=frame.written_with)
    parts = [first]
    if frame.as_drawn:
        parts.append(
            translate("Branches", "chance of being drawn ({settings})").format(settings=drawn_with(frame.sampling))
        )
    if frame.none_now:
        parts.append(translate("Branches", "probability without interventions"))
    elif frame.changed_with:
        parts.append(translate("Branches", "probability with {interventions}").format(interventions=frame.changed_with))
    return BETWEEN.join(parts)


def not_known(frame: BranchesFrame) -> str:
    """Why some of the numbers are not there, or are estimates; "" where all are there."""
    if frame.why_not:
        return frame.why_not
    forked = [taken for taken, at in zip(frame.taken, frame.tree.segments, strict=True) if at.parent >= 0]
    estimated = any(not taken.exact for taken in forked)
    missing = bool(frame.changed_with or frame.none_now) and any(math.isnan(taken.changed) for taken in forked)
    if frame.asks or not frame.forks:
        return ""
    said = []
    if estimated:
        said.append(translate("Branches", "Chances marked ≈ are estimates."))
    if missing:
        said.append(translate("Branches", "Probabilities with other interventions are not computed yet."))
    if said and frame.playing:
        said.append(translate("Branches", "They are computed when generation pauses."))
    return sentences(*said)


def token_facts(frame: BranchesFrame, taken: Taken) -> str:
    """One token of a fork in words."""
    parts = [
        translate("Branches", "{token} at position {n}").format(token=taken.text, n=taken.position),
        translate("Branches", "probability {p}").format(p=percent(taken.probability)),
    ]
    if frame.as_drawn:
        parts.append(translate("Branches", "chance of being drawn {p}").format(p=drawn(taken)))
    if math.isfinite(taken.changed):
        said = (
            translate("Branches", "without interventions {p}")
            if frame.none_now
            else translate("Branches", "with the interventions {p}")
        )
        parts.append(said.format(p=percent(taken.changed)))
    return facts(parts)


def worth_facts(worth: Worth) -> str:
    """A branch's numbers in words."""
    n = worth.generated
    parts = [plural(translate("Branches", "{n} token(s) after the prompt", "", n), n).format(n=f"{n:,}")]
    if worth.own != worth.generated:
        parts.append(translate("Branches", "{n} of them its own").format(n=f"{worth.own:,}"))
    if worth.generated:
        parts.append(
            translate("Branches", "surprisal {bits} bits (log₂ probability {log})").format(
                bits=bits(worth.bits), log=bits(-worth.bits).replace("-", "−")
            )
        )
        parts.append(translate("Branches", "{bits} bits per token").format(bits=bits(worth.mean)))
    return facts(parts)


def row_facts(frame: BranchesFrame, row: int) -> str:
    """A branch in one sentence: name, state, numbers, and where it parts."""
    branch, worth = frame.tree.branches[row], frame.worth[row]
    parts = [f"{branch.name}{marks(frame, row)}", worth_facts(worth)]
    fork = fork_of(frame, row)
    if fork is not None:
        parts.append(token_facts(frame, frame.taken[fork]))
    return spoken(*parts)


def marks(frame: BranchesFrame, row: int) -> str:
    """Which branch it is of the two that are looked at, after its name."""
    if row == frame.current:
        if frame.at_end:
            return translate("Branches", " (current)")
        return translate("Branches", " (current, stepped back)")
    return translate("Branches", " (compared)") if row == frame.compared else ""


def continuation(worth: Worth, most: int = MOST) -> str:
    """The text of a branch from where it parts, of a very long one the beginning, in lines for a tip."""
    text = worth.text
    if len(text) > most:
        more = translate("Branches", "… ({n} more characters)").format(n=f"{len(text) - most:,}")
        text = text[:most] + more
    return in_lines(text)


def in_lines(text: str) -> str:
    """`text` broken into lines of a length that can be read: a tip's lines are as long as they are given."""
    return "\n".join(textwrap.fill(line, WIDE, drop_whitespace=False) for line in text.splitlines())


def hint(frame: BranchesFrame, still: bool = False) -> str:
    """What can be done here, or why there is nothing to see; `still`: what a figure shows."""
    n = len(frame.tree.branches)
    if not n:
        return translate("Branches", "No text yet. Type a prompt and press play.")
    if n == 1 and still:
        return translate("Branches", "One branch")
    if n == 1:
        return translate(
            "Branches",
            "One branch so far. To make another, choose a different token: click a bar in “Next token” or a ray on "
            "the map, at any position. What was there before stays here.",
        )
    if frame.compared < 0 and still:
        return translate("Branches", "{n} branches. A: {one}.").format(n=n, one=frame.tree.branches[frame.current].name)
    if frame.compared < 0:
        return translate(
            "Branches", "{n} branches. Click one to go there; tick “B” to compare it with the current one."
        ).format(n=n)
    both = translate("Branches", "A: {one}. B: {other}.").format(
        one=frame.tree.branches[frame.current].name, other=frame.tree.branches[frame.compared].name
    )
    return both if still else sentences(both, translate("Branches", "Tokens, Logit lens and the map show both."))
