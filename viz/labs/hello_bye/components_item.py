"""The picture of a table of many components by few tokens, as an item of a plot.

Rows are thinner than pixels long before columns are. The rows in sight that fall on one pixel are drawn as the value of
the largest amount among them, so that a single strong component is never lost; columns are left as they are. Zoomed in,
every component has its own row.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from engine.records import F32
from viz.charts.heatmap import Colouring, image_of
from viz.charts.table_picture import Surface, TablePicture
from viz.labs.hello_bye.panels import thinned


class Components(TablePicture):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[F32, Colouring] | None = None

    def show_values(self, values: F32, colouring: Colouring) -> None:
        """[rows, columns], the first row on top."""
        known = self._shown
        same = known is not None and known[0] is values and known[1] == colouring
        self._shown = values, colouring
        self.show_size(*values.shape, same=same)

    def needed(self, surface: Surface) -> Hashable:
        """First row, row after the last, rows drawn as one."""
        low, high = self.getViewBox().viewRange()[1]
        return rows_in_sight(round(self.boundingRect().height()), low, high, surface.down)

    def made(self, needed: Hashable) -> tuple[QImage, QRectF]:
        """The rows in sight."""
        if self._shown is None:
            return QImage(), QRectF()
        values, colouring = self._shown
        first, end, together = cast(tuple[int, int, int], needed)
        image = image_of(thinned(values[first:end], together), colouring)
        return image, QRectF(-0.5, first - 0.5, values.shape[1], image.height() * together)


def rows_in_sight(n: int, low: float, high: float, pixels: float) -> tuple[int, int, int]:
    """The first of `n` rows to draw between `low` and `high`, the one after the last, and how many are drawn as one
    where a row has so many `pixels`. Groups begin at multiples of their size, so that they stay while one moves."""
    together = max(1, math.ceil(1 / max(pixels, 1e-6) - 1e-6))
    first = max(math.floor(low + 0.5), 0) // together * together
    end = -(-math.ceil(high + 0.5) // together) * together
    return first, min(end, n), min(together, n)
