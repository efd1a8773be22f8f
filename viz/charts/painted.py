"""Base of views that are painted with QPainter alone: the same `draw` fills a window, a PNG, an SVG or a PDF.

Sizes in `draw` are multiples of `self.em`, the pixel height of the view's font, so that a person's font setting and a
figure's magnification both carry over. `still` is set for figures: nothing is hovered, scrolled or animated then.
"""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viz.charts.roles import give_role
from viz.theme import Theme
from viz.theme import theme as theme_called
from viz.view import View

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)

LEAST = QSize(160, 80)  # logical pixels of a view


class PaintedView(View):
    """Subclass and write `draw(painter, rect)`; `self.painted` and `self.colours` are the newest frame and theme."""

    figure_lines: ClassVar[int] = 540  # logical height a figure is laid out at: small = large text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: Any = None
        self.colours: Theme = theme_called("dark")
        self.transparent = False
        self.still = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Graphic)

    def paint(self, frame: Any, theme: Theme) -> None:
        self.painted, self.colours = frame, theme
        self.update()

    def finish_figure(self) -> None:
        self.still = True

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the whole view into `rect`."""
        raise TypeError(f"{type(self).__name__} must define draw(painter, rect)")

    def draw_figure(self, painter: QPainter, rect: QRectF) -> None:
        """Paint for a figure: the ground (unless transparent) and everything on it."""
        if not self.transparent:
            painter.fillRect(rect, QColor(self.colours.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.painted is not None:
            self.draw(painter, rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self.draw_figure(painter, QRectF(self.rect()))
        finally:
            painter.end()  # a painter left open on a widget brings the program down

    @property
    def em(self) -> float:
        """Pixel height of the view's font."""
        return float(max(QFontInfo(self.font()).pixelSize(), 8))

    def font_of(self, size: float = 1.0, bold: bool = False) -> QFont:
        """The view's font at `size` em, by pixels, so that it is the same on every paint device."""
        font = QFont(self.font())
        font.setPixelSize(max(round(self.em * size), 6))
        font.setBold(bold)
        return font

    def minimumSizeHint(self) -> QSize:
        """What may be painted in, and what controls that lie in a layout need."""
        layout = self.layout()
        return LEAST if layout is None else layout.minimumSize().expandedTo(LEAST)


def cut(painter: QPainter, text: str, width: float) -> str:
    """`text` as far as it fits into `width` in the painter's font."""
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
