"""Base of the views that measure many texts at a button: what is asked, waited for and told is the same."""

from __future__ import annotations

from typing import Any

from viz.charts.lab_chart_view import LabChartView
from viz.theme import Theme


class OverTextsView(LabChartView):
    """A subclass makes the button `measure`. Its frames have found, refused, question, has_model, why_not and ui."""

    measure: Any
    painted: Any

    def paint(self, frame: Any, theme: Theme) -> None:
        self.measure.setEnabled(frame.has_model and not frame.why_not)
        if frame.found is not None or frame.refused:
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def alarms(self, frame: Any) -> bool:
        return bool(frame.refused)

    def ask_it(self) -> None:
        """Put the question of what is shown."""
        if self.painted is not None:
            self.ask(self.painted.question)
