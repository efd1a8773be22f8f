"""Pictures of digits side by side in a plot, each with a line of words below it; one of them may be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.labs.digits.records import SIDE
from engine.records import F32
from viz.charts.aim import Shape, Spot
from viz.charts.look import Look
from viz.charts.painted import CENTRE
from viz.charts.thumbnail_item import ThumbnailItem
from viz.labs.digits.pad import picture_of

GAP = 0.4  # em between two
WORDS = 1.25  # em of the line below
LARGEST = 7.0  # em of a side


@dataclass(frozen=True)
class Shown:
    """Pictures [n, 64] with the line below each, and which one is chosen (-1: none)."""

    pixels: F32
    below: tuple[str, ...]
    look: Look
    chosen: int = -1


class Tiles(ThumbnailItem):
    """See the module. The plot's range is 0 to 1 each way, downwards."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._images: tuple[F32 | None, object, list[object]] = (None, None, [])

    def show_tiles(self, shown: Shown) -> None:
        """Show these from now on."""
        if shown.pixels is not self._images[0] or shown.look.theme is not self._images[1]:
            made: list[object] = [picture_of(row.reshape(SIDE, SIDE), shown.look.theme) for row in shown.pixels]
            self._images = shown.pixels, shown.look.theme, made
        self._shown = shown
        self.update()

    def boxes(self) -> list[QRectF]:
        """Where each picture lies, in pixels of `area`."""
        shown = self._shown
        if shown is None or not len(shown.pixels):
            return []
        em, area, n = shown.look.em, self.area, len(shown.pixels)
        words = WORDS * em if any(shown.below) else 0.0
        gap = GAP * em

        def side(columns: int) -> float:
            rows = -(-n // columns)
            return min(area.width() / columns - gap, area.height() / rows - gap - words, LARGEST * em)

        columns = max(range(1, n + 1), key=lambda count: (side(count), count))
        edge = max(side(columns), 2.0)
        wide = max(edge + gap, min(area.width() / columns, edge + 3 * gap))
        return [QRectF((at % columns) * wide, (at // columns) * (edge + gap + words), edge, edge) for at in range(n)]

    def paint(self, painter: QPainter, *_: object) -> None:
        shown = self._shown
        if shown is None:
            return
        theme, em = shown.look.theme, shown.look.em
        with self.at_size(painter) as now:
            painter.setFont(shown.look.font_of(0.75))
            metrics = QFontMetricsF(painter.font())
            for at, box in enumerate(self.boxes()):
                here = now(box)
                painter.drawImage(here, self._images[2][at])  # type: ignore[call-overload]
                marked = at == shown.chosen
                painter.setPen(QPen(QColor(theme.accent if marked else theme.border), 0.2 * em if marked else 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(here)
                line = QRectF(here.left() - GAP * em, here.bottom(), here.width() + 2 * GAP * em, WORDS * em)
                painter.setPen(QColor(theme.text))
                said = metrics.elidedText(shown.below[at], Qt.TextElideMode.ElideRight, line.width())
                painter.drawText(line, CENTRE, said)


class TileTargets:
    """The pictures as targets of the crosshair; the things are their numbers in the row."""

    shape: Shape = "own"

    def __init__(self, item: Tiles, count: int) -> None:
        self._item, self._count = item, count

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        area = self._item.area
        for at, box in enumerate(self._item.boxes()):
            if box.contains(x * area.width(), y * area.height()):
                return self._spot(at, box)
        return None

    def spot(self, thing: int) -> Spot | None:
        boxes = self._item.boxes()
        return self._spot(thing, boxes[thing]) if 0 <= thing < len(boxes) else None

    def beside(self, thing: int | None, right: int, down: int) -> Spot | None:
        boxes = self._item.boxes()
        if not boxes:
            return None
        if thing is None or not 0 <= thing < len(boxes):
            return self._spot(0, boxes[0])
        columns = sum(box.top() == boxes[0].top() for box in boxes)
        return self.spot(thing + right + down * columns)

    def _spot(self, at: int, box: QRectF) -> Spot:
        area = self._item.area
        return Spot(at, box.center().x() / area.width(), box.center().y() / area.height())


def rows_of(pixels: F32, numbers: Sequence[int]) -> F32:
    """The pictures of these numbers.  # [n, 64]"""
    return np.ascontiguousarray(pixels[list(numbers)])
