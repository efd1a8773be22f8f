"""The notes of a presenter, from the step of a lesson that is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.session.lessons import Shown, plain
from viz.lessons.lesson import Kind

translate = QCoreApplication.translate  # by this name its texts are collected

FOR_CLASS: Final[tuple[Kind, ...]] = ("see", "question", "do")  # the first of them that a step has
REVEALED: Final[tuple[Kind, ...]] = ("question", "answer")


def notes_of(shown: Shown | None) -> tuple[str, str, str]:
    """Heading, notes and next heading as the presenter's panel takes them; without a lesson all are empty."""
    if shown is None:
        return "", "", ""
    heading = translate("Presenter", "{heading}  (step {number} of {count})").format(
        heading=shown.heading, number=shown.number, count=shown.count
    )
    return heading, "\n".join(_said(block.kind, plain(block)) for block in shown.notes), shown.next_heading


def for_class(shown: Shown | None) -> tuple[tuple[str, ...], str, str]:
    """What a class sees and reads of the step: its views, its heading, and what to see; else what is asked or done.

    Once the answer is revealed they read the question and the answer.
    """
    if shown is None:
        return (), "", ""
    if shown.revealed and shown.has_answer:
        said = "\n".join(plain(block) for block in shown.of(*REVEALED))
        return shown.step.state.views, shown.heading, said
    for kind in FOR_CLASS:
        if blocks := shown.of(kind):
            return shown.step.state.views, shown.heading, "\n".join(plain(block) for block in blocks)
    return shown.step.state.views, shown.heading, ""


def _said(kind: str, text: str) -> str:
    """A paragraph with what it is for."""
    if kind == "do":
        said = translate("Presenter", "Do: {text}")
    elif kind == "see":
        said = translate("Presenter", "See: {text}")
    elif kind == "question":
        said = translate("Presenter", "Ask: {text}")
    elif kind == "answer":
        said = translate("Presenter", "Answer: {text}")
    else:
        said = "{text}"
    return said.format(text=text)
