"""The notes of a presenter, from the step of a lesson that is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.session.lessons import Shown, plain

translate = QCoreApplication.translate  # by this name its texts are collected


def notes_of(shown: Shown | None) -> tuple[str, str, str]:
    """Heading, notes and next heading as the presenter's panel takes them; without a lesson all are empty."""
    if shown is None:
        return "", "", ""
    heading = translate("Presenter", "{heading}  (step {number} of {count})").format(
        heading=shown.heading, number=shown.number, count=shown.count
    )
    return heading, "\n".join(_said(block.kind, plain(block)) for block in shown.notes), shown.next_heading


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
