"""The form of a category beside its name in a legend, as the map's points have it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from viz.visuals.forms import FORMS, INNER, ROUND, Name, outline


def path_of(name: Name, box: QRectF) -> QPainterPath:
    """The outline of a form in a box; a hollow one has two."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.OddEvenFill)
    corners = outline(name)
    for share in (1.0, INNER) if FORMS[name].hollow else (1.0,):
        half = QPointF(box.width() / 2 * share, box.height() / 2 * share)
        if corners is None:
            made.addEllipse(box.center(), half.x(), half.y())
            continue
        places = [box.center() + QPointF(x * half.x(), y * half.y()) for x, y in corners.tolist()]
        made.addPolygon(QPolygonF(places))
        made.closeSubpath()
    return made


def draw_form(painter: QPainter, box: QRectF, name: Name, colour: QColor) -> None:
    """Fill it in a colour; what has corners is a little larger than a disc, to look as large."""
    grown = 0.0 if name in ROUND else 0.1 * box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(path_of(name, box.adjusted(-grown, -grown, grown, grown)))
