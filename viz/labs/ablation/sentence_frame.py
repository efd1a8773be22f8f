"""What the changed model makes of the sentence: asked by itself once the board rests, shown below the next token.

Both models go on from the place looked at with the same random numbers, so what differs is the change's doing alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.labs.twins.records import AskSentence, Twin, Twins
from engine.questions import Refused
from engine.run import Run
from viz.looked_at import position_of
from viz.token_text import plain_text
from viz.ui_state import UiState

TOKENS = 24  # that both write
LONGEST = 400  # tokens of a text that both can go on from without being asked to
SLICE = 0.4  # seconds: a slider that moves on need not wait longer
BEFORE = 36  # characters shown of the text gone on from


@dataclass(frozen=True)
class Sentence:
    """Both texts as far as they are known."""

    root: AskSentence | None  # about the board and the place shown; None where there is nothing to ask
    wanted: AskSentence | None  # the next slice, None where there is none to ask for
    found: Twins | None  # the newest one at this place
    refused: str
    going: bool
    before: str  # the end of the text both go on from
    texts: tuple[tuple[str, str, str], tuple[str, str, str]]  # of each: up to where they part, that token, the rest

    @property
    def fresh(self) -> bool:
        """Whether what is shown is of the board as it is."""
        return self.found is not None and self.found.asked == self.root


NOTHING = Sentence(None, None, None, "", False, "", (("", "", ""), ("", "", "")))


def sentence(run: Run, ui: UiState) -> Sentence:
    """What there is to show and to ask."""
    position = position_of(run, ui)
    if not 0 <= position < LONGEST or not ui.plan.changes or run.run_id <= 0:
        return NOTHING
    ids = tuple(int(token) for token in run.token_ids[: position + 1])
    root = AskSentence(Twin(ids), Twin(ids, plan=ui.plan), TOKENS, run.sampling, seconds=SLICE)
    found = _newest(run, root)
    answer = run.findings.get(root)
    wanted: AskSentence | None = root
    if found is not None and found.asked == root:
        wanted = found.then if isinstance(found.then, AskSentence) else None
        answer = run.findings.get(wanted) if wanted is not None else None
    refused = answer.sentence if isinstance(answer, Refused) else ""
    return Sentence(
        root, None if refused or ui.playing else wanted, found, refused, AskSentence.__name__ in ui.going,
        plain_text(run.vocabulary, ids)[-BEFORE:], _texts(run, found),
    )  # fmt: skip


def _newest(run: Run, root: AskSentence) -> Twins | None:
    """The newest finding at this place, the one about this board before others."""
    latest = None
    for question in reversed(run.findings):
        found = run.findings[question]
        if isinstance(question, AskSentence) and isinstance(found, Twins) and found.asked.one == root.one:
            if found.asked == root:
                return found
            latest = latest or found
    return latest


def _texts(run: Run, found: Twins | None) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    if found is None:
        return NOTHING.texts
    at = found.parted if found.parted >= 0 else len(found.kl)
    made = []
    for ids in (it.tolist() for it in found.written):
        parts = (ids[:at], ids[at : at + 1], ids[at + 1 :])
        made.append(tuple(plain_text(run.vocabulary, part) for part in parts))
    (a, b, c), (d, e, f) = made
    return (a, b, c), (d, e, f)
