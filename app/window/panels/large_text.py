"""Letters of a lesson: larger than the window's own, and passages of which parts are bold, italic or code."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from viz.lessons.lesson import Block, Span
from viz.lessons.shown import plain
from viz.plain import Markup
from viz.theme import Theme
from viz.typeface import NORMAL_TEXT

LARGE: Final = 1.35  # times the text size of the window
LEAST: Final = 1.12  # the same, where the window's is large itself


def large(scale: float) -> float:
    """How many times the window's letters those of a lesson are: where all are large already, less."""
    return max(LEAST, LARGE - 0.2 * max(scale - 1.0, 0.0))


def enlarge(widget: QWidget, scale: float, times: float, bold: bool = False) -> None:
    """Give a widget letters of so many times the window's, at its text size."""
    weight = " font-weight: 600;" if bold else ""
    widget.setStyleSheet(f"font-size: {round(NORMAL_TEXT * scale * times)}px;{weight}")


class Passage(Markup):
    """Paragraphs as they are meant: nothing of their text is taken for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_blocks(self, blocks: Iterable[Block], theme: Theme) -> None:
        """Show these, one below the other."""
        shown = list(blocks)
        self.setText("".join(_paragraph(block, theme, last=block is shown[-1]) for block in shown))
        self.setAccessibleName("\n".join(plain(block) for block in shown))


def _paragraph(block: Block, theme: Theme, last: bool) -> str:
    inside = "".join(_span(span, theme) for span in block.spans)
    below = 0 if last else 4 if block.marker else 10
    if not block.marker:
        return f"<p style='margin:0 0 {below}px 0'>{inside}</p>"
    marked = f"{html.escape(block.marker)}&nbsp;&nbsp;{inside}"
    return f"<p style='margin:0 0 {below}px 14px; text-indent:-14px'>{marked}</p>"


def _span(span: Span, theme: Theme) -> str:
    text = html.escape(span.text)
    if span.code:
        text = f"<span style='background-color:{theme.border}'>&#8201;{text}&#8201;</span>"
    if span.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if span.italic else text
