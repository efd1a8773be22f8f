"""What the view of edits says."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.facts.records import Edited, Measured
from viz.charts.numbers import fixed, percent, signed, with_percent
from viz.joined import listed, sentences
from viz.labs.facts.frame import FactsFrame, Interval, Mean, Row
from viz.labs.facts.probes import Labelled
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected


def kind_words(kind: str) -> str:
    """A kind of probe, as a heading."""
    return {
        "fact": translate("Facts", "the new answer"),
        "paraphrase": translate("Facts", "paraphrases"),
        "old answer": translate("Facts", "the old answer"),
        "neighbour": translate("Facts", "neighbours"),
        "same subject": translate("Facts", "same subject"),
    }[kind]


def control_words(kind: str) -> str:
    """A control."""
    return {
        "same size": translate("Facts", "random, same size (control)"),
        "same value": translate("Facts", "random, same value (control)"),
    }[kind]


def before_words(prompt: str) -> str:
    """The end of a prompt."""
    return prompt if len(prompt) <= 36 else f"…{prompt[-35:]}"


def row_label(row: Row) -> str:
    """A probe on an axis."""
    return _label(row.kind, row.prompt, row.subject, row.answer)


def label_of(it: Labelled) -> str:
    """A probe on an axis."""
    return _label(it.probe.kind, it.probe.prompt, it.subject, it.probe.answer)


def _label(kind: str, prompt: str, subject: str, answer: str) -> str:
    shown = before_words(prompt) if kind in ("paraphrase", "same subject") else subject
    return f"{shown} → {answer.strip()}"


def row_words(frame: FactsFrame, row: Row) -> str:
    """All that is known of a probe."""
    said = translate("Facts", "“{prompt}” → {answer}: {before} before, {after} after (rank {rank}).").format(
        prompt=row.prompt, answer=row.answer.strip(), before=percent(row.before), after=percent(row.after),
        rank=f"{row.rank:,}",
    )  # fmt: skip
    top = translate("Facts", "Most likely after: “{token}”.").format(token=shown(frame.vocabulary, row.top))
    others = [
        translate("Facts", "{control}: {value}.").format(control=control_words(kind), value=percent(value))
        for kind, value in zip(frame.controls, row.controls, strict=True)
    ]
    return sentences(said, top, *others)


def points(value: float) -> str:
    """A difference of probabilities, in percentage points."""
    return signed(100 * value).replace("+0.00", "0.00")


def between(value: Interval) -> str:
    """An interval in percent; "" where there is none."""
    if not math.isfinite(value[1]):
        return ""
    return translate("Facts", " ({low} to {high})").format(low=percent(value[1]), high=percent(value[2]))


def mean_words(mean: Mean, controls: tuple[str, ...]) -> str:
    """What the means of a kind say."""
    said = translate("Facts", "{kind}, mean of {n}: {before}{one} before, {after}{other} after.").format(
        kind=kind_words(mean.kind), n=mean.n, before=percent(mean.before[0]), one=between(mean.before),
        after=percent(mean.after[0]), other=between(mean.after),
    )  # fmt: skip
    others = [
        translate("Facts", "{control}: {value}.").format(control=control_words(kind), value=percent(value[0]))
        for kind, value in zip(controls, mean.controls, strict=True)
    ]
    return sentences(said, *others)


def heading(frame: FactsFrame) -> str:
    """Which edit it is."""
    if not frame.facts:
        return ""
    first = frame.facts[0]
    changed = f"{first.subject} → {first.target.strip()}"
    more = len(frame.facts) - 1
    if more:
        changed = translate("Facts", "{fact} and {n} more").format(fact=changed, n=more)
    if frame.edited is None or frame.asks is None:
        return changed
    where = listed(f"L{layer}" for layer in frame.asks.layers)
    if frame.strength != 1.0:
        return translate("Facts", "{change}, in the MLP of {layers}, at strength {strength}").format(
            change=changed, layers=where, strength=f"{frame.strength:z.2g}"
        )
    return translate("Facts", "{change}, in the MLP of {layers}").format(change=changed, layers=where)


def notes(frame: FactsFrame) -> str:
    """What came of it: the fact, its neighbours, the controls, the text, the size."""
    edited, measured = frame.edited, frame.measured
    if edited is None or measured is None:
        return ""
    return sentences(
        _fact_words(frame), _neighbours_words(frame), text_words(measured), _made_words(edited),
        frame.sets_note,
    )  # fmt: skip


def _fact_words(frame: FactsFrame) -> str:
    found = next(mean for mean in frame.means if mean.kind == "fact")
    was = frame.edited.old_answers[0] if frame.edited is not None else ""
    said = translate("Facts", "The new answer: {before} → {after} (before, the model said “{was}”).").format(
        before=percent(found.before[0]), after=percent(found.after[0]), was=was
    )
    if "same size" not in frame.controls:
        return said
    value = found.controls[frame.controls.index("same size")][0]
    control = translate("Facts", "A random change of the same size leaves it at {value}.").format(value=percent(value))
    return sentences(said, control)


def _neighbours_words(frame: FactsFrame) -> str:
    found = next((mean for mean in frame.means if mean.kind == "neighbour"), None)
    if found is None:
        none = translate("Facts", "No relation of the set of facts has this prompt: only the fact itself was measured.")
        return "" if frame.has_relation else none
    low, high = found.moved[1:]
    said = translate("Facts", "{n} neighbours: {before} → {after} on average").format(
        n=found.n, before=percent(found.before[0]), after=percent(found.after[0])
    )
    if math.isfinite(low):
        said = translate(
            "Facts", "{said}, moved by {moved} points (95 % interval {low} to {high}), each by {apart} up or down"
        ).format(
            said=said, moved=points(found.moved[0]), low=points(low), high=points(high),
            apart=fixed(100 * found.apart[0], 1),
        )  # fmt: skip
    said = translate("Facts", "{said}.").format(said=said)
    if "same value" not in frame.controls:
        return said
    value = found.controls[frame.controls.index("same value")][0]
    control = translate(
        "Facts", "A random direction that writes the same value at the subject leaves neighbours at {value}."
    ).format(value=percent(value))
    return sentences(said, control)


def text_words(measured: Measured) -> str:
    """The loss of unrelated text, and that it says little."""
    return translate(
        "Facts",
        "Loss on {n:,} tokens of unrelated text: {before} → {after} nats, KL {kl}. That hardly moves whatever is "
        "edited, so it does not test locality: neighbours do.",
    ).format(
        n=measured.text_tokens, before=fixed(measured.text_before, 3), after=fixed(measured.text_after, 3),
        kl=fixed(measured.next_kl, 4),
    )  # fmt: skip


def _made_words(edited: Edited) -> str:
    size = listed(percent(float(share)) for share in edited.size)
    said = translate("Facts", "Size of the change: {size} of the matrix.").format(size=size)
    if not edited.covariance_tokens:
        return said
    made = translate("Facts", "The keys' covariance is of {n:,} tokens of the bundled sample.")
    return sentences(said, made.format(n=edited.covariance_tokens))


def share(value: float) -> str:
    """A tick of a logarithmic axis of probabilities."""
    return with_percent(f"{100 * value:g}")
