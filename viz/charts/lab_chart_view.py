"""Base of views made of charts that put questions to a laboratory: fields and buttons above, words and charts below.

A figure has neither fields nor buttons.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from engine.questions import Question
from viz.charts.chart_view import ChartView
from viz.charts.lab_bar import Field, LabBar
from viz.intents import Intent, ask_labs


class LabChartView(ChartView):
    """See the modules of `ChartView` and `LabBar`. A subclass makes its buttons with `bar.button`."""

    def __init__(self, parent: QWidget | None = None, fields: Sequence[Field] = ()) -> None:
        super().__init__(parent)
        self.bar = LabBar(self, fields)
        self.column.insertWidget(0, self.bar)
        self.column.addStretch()  # keeps the words at the top where there is no chart yet

    def has_charts(self, frame: Any) -> bool:
        """Whether there is anything to draw; without it no chart is made."""
        return True

    @classmethod
    def begins(cls, frame: Any) -> Question | None:
        """What the view's button asks, where that is not answered yet: a figure has no button, and asks it itself."""
        return None

    @classmethod
    def figure_wants(cls, frame: Any) -> Sequence[Intent]:
        return cls.wants(frame) or ask_labs(cls.begins(frame))

    def nothing_to_see(self, frame: Any) -> str:
        said = self.instead(frame)
        return said or ("" if self.has_charts(frame) else self.notes(frame) or self.heading(frame))

    def show_charts(self, frame: Any, wanted: bool) -> None:
        super().show_charts(frame, wanted and self.has_charts(frame))

    def ask(self, question: Question) -> None:
        """Put a question to its laboratory, again where it was put before, and say that it is waited for."""
        self.bar.ask(question)
        self.redraw()

    def finish_figure(self) -> None:
        super().finish_figure()
        self.bar.hide()
