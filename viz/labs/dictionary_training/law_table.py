"""The law fitted to a sweep, number by number with its standard error, beside the published one; painted by hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.dictionary_training.records import Law
from viz.charts.look import Look
from viz.charts.painted import LEFT, RIGHT, cut
from viz.charts.painted_part import PaintedPart
from viz.joined import listed
from viz.labs.dictionary_training.scaling_drawing import law_rows

translate = QCoreApplication.translate  # by this name its texts are collected
LINE, GAP, LEAST = 1.45, 1.2, 3.0  # em


class LawTable(PaintedPart):
    """See the module."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self._paint)
        self._rows: list[tuple[str, str, str]] = []
        self._look: Look | None = None
        self.setAccessibleName(translate("DictionaryTraining", "The law in numbers"))

    def show_law(self, found: Law | None, look: Look, wanted: bool) -> None:
        """Show a law, or its published numbers alone while there is none."""
        head = (
            translate("DictionaryTraining", "number"),
            translate("DictionaryTraining", "this sweep ± standard error"),
            translate("DictionaryTraining", "published"),
        )
        self._rows, self._look = [head, *law_rows(found)], look
        self.show_at(LINE * len(self._rows) * look.em if wanted else 0.0)
        self.setAccessibleDescription("\n".join(listed(row) for row in self._rows))

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        look = self._look
        if look is None:
            return
        metrics = QFontMetricsF(look.font_of(0.9, bold=True))
        widths = [max(metrics.horizontalAdvance(row[at]) for row in self._rows) + 2 for at in range(3)]
        for column in (0, 1):  # what is cut first where there is no room
            over = sum(widths) + 2 * GAP * look.em - rect.width()
            widths[column] -= min(max(over, 0.0), max(widths[column] - LEAST * look.em, 0.0))
        for at, row in enumerate(self._rows):
            left = rect.left()
            painter.setFont(look.font_of(0.9, bold=at == 0))
            for column, (text, wide) in enumerate(zip(row, widths, strict=True)):
                painter.setPen(QColor(look.theme.muted if at == 0 or column == 2 else look.theme.text))
                box = QRectF(left, rect.top() + at * LINE * look.em, wide, LINE * look.em)
                painter.drawText(box, RIGHT if column else LEFT, cut(painter, text, wide))
                left += wide + GAP * look.em
