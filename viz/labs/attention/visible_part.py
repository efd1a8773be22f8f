"""Which part of a square matrix is in a square of the screen: zooming at a point, panning, and back. Numbers only."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True)
class Port:
    """`left`, `top` and `span` in positions: span x span of them fill the screen's square."""

    left: float
    top: float
    span: float

    @staticmethod
    def whole(n: int) -> Port:
        """All n positions."""
        return Port(0.0, 0.0, float(max(n, 1)))

    def kept_inside(self, n: int) -> Port:
        """This port moved and sized so that it shows nothing beyond the matrix."""
        span = min(max(self.span, min(4.0, float(max(n, 1)))), float(max(n, 1)))
        room = max(n, 1) - span
        return Port(min(max(self.left, 0.0), room), min(max(self.top, 0.0), room), span)

    def zoomed(self, factor: float, where: QPointF, square: QRectF, n: int) -> Port:
        """Nearer (factor < 1) or further, what is under `where` staying there."""
        x, y = (where.x() - square.left()) / square.width(), (where.y() - square.top()) / square.height()
        span = min(max(self.span * factor, min(4.0, float(n))), float(max(n, 1)))
        gone = self.span - span
        return Port(self.left + x * gone, self.top + y * gone, span).kept_inside(n)

    def panned(self, dx: float, dy: float, square: QRectF, n: int) -> Port:
        """Dragged by (dx, dy) pixels."""
        scale = self.span / square.width()
        return replace(self, left=self.left - dx * scale, top=self.top - dy * scale).kept_inside(n)

    def cell_at(self, where: QPointF, square: QRectF, n: int) -> tuple[int, int] | None:
        """(row, column) under a point; None outside."""
        if not square.contains(where):
            return None
        column = int(self.left + (where.x() - square.left()) / square.width() * self.span)
        row = int(self.top + (where.y() - square.top()) / square.height() * self.span)
        return (row, column) if 0 <= row < n and 0 <= column < n else None

    def rect_of(self, row: float, column: float, rows: float, columns: float, square: QRectF) -> QRectF:
        """Where a block of cells lies on the screen."""
        cell = square.width() / self.span
        left, top = square.left() + (column - self.left) * cell, square.top() + (row - self.top) * cell
        return QRectF(left, top, columns * cell, rows * cell)
