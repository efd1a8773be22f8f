"""The text as it is written, in letters that are read from the last row: chips over lines, the newest in sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from engine.run import Run
from viz.charts.chips_view import ChipRow, ChipsView
from viz.charts.strip_frame import StripTokens, lit, strip_tokens
from viz.charts.token_chips import Look
from viz.looked_at import position_of
from viz.ui_state import UiState

LINES = 2  # of chips that are in sight at once
LINE = 2.55  # em of each
AROUND = 0.9  # em above and below them


@dataclass(frozen=True)
class RunningTextFrame:
    """The chips, and which of them is looked at and pointed at."""

    tokens: StripTokens
    position: int  # looked at; -1 where there is none
    hovered: frozenset[int]


class RunningText(ChipsView):
    """The chips alone, without colours, legend and scroll bar. It shows the end of the text, or what is looked at."""

    header = 0.4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The text so far"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> RunningTextFrame:
        tokens = strip_tokens(run)
        return RunningTextFrame(tokens, position_of(run, ui), lit(tokens, ui))

    def row(self) -> ChipRow | None:
        frame: RunningTextFrame | None = self.painted
        if frame is None:
            return None
        return ChipRow(frame.tokens, frame.tokens.texts, frame.tokens.n_prompt, False, frame.position)

    def look(self, position: int) -> Look:
        frame: RunningTextFrame | None = self.painted
        if frame is None:
            return Look("")
        return Look(
            text=frame.tokens.texts[position],
            current=position == frame.position,
            hovered=position in frame.hovered or position == self.hovered,
            generated=position >= frame.tokens.n_prompt,
        )

    def empty_text(self) -> str:
        return self.tr("No tokens yet.")

    def _lay_out(self) -> None:
        super()._lay_out()
        self._bar.hide()  # it is read, not worked

    def paint(self, frame: Any, theme: Any) -> None:
        super().paint(frame, theme)
        row = self.row()
        self.setAccessibleDescription("" if row is None else "".join(row.texts[-12:]))
