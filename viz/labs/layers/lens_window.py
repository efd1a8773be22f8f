"""Which of many positions, or rows, are in sight: those around what is looked at, or where a person has moved to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viz.charts.zoom import ZoomBox

SAME = 0.02  # of a cell: a smaller change is none


class Window:
    """Cells from `low` on, as many as there is room for or as a person has zoomed to."""

    def __init__(self) -> None:
        self._low = 0.0
        self._span: float | None = None  # None: as many as there is room for
        self._n = 0
        self._looked: tuple[int, int] | None = None
        self._held = False
        self._watched: ZoomBox | None = None
        self.sight = (0, 0)  # the first cell in sight, and the one after the last

    def show(self, n: int, room: int, looked_at: int | None, centred: bool) -> tuple[float, float]:
        """The ends of the axis in sight, for `n` cells of which `room` fit, so that what is newly looked at is."""
        span = min(self._span or room, n)
        if looked_at is not None and (looked_at, n) != self._looked:
            self._looked = (looked_at, n)
            self._low = min(max(self._low, looked_at - span + 1), float(looked_at))
            if centred:
                self._low = looked_at - span // 2
        self._low, self._n = max(0.0, min(self._low, n - span)), n
        return self._keep(self._low, span)

    def begin_at(self, low: float, looked_at: int, n: int) -> None:
        """Show the cells from `low` on, of `n`, until another one than `looked_at` is looked at."""
        self._low, self._looked = low, (looked_at, n)

    def _keep(self, low: float, span: float) -> tuple[float, float]:
        self.sight = (round(low), min(round(low + span), self._n))
        return low - 0.5, low + span - 0.5

    def take(self, start: float, end: float, room: int) -> bool:
        """A person has moved to these ends of the axis; whether that is another part."""
        low, span = start + 0.5, end - start
        if self._held or (abs(low - self._low) < SAME and abs(span - min(self._span or room, self._n)) < SAME):
            return False
        whole = span >= self._n - SAME
        self._low, self._span = low, float("inf") if whole else None if abs(span - room) < SAME else span
        self._keep(low, span)
        return True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile nothing is taken for a person's moving."""
        self._held = True
        yield
        self._held = False

    def watch(self, box: ZoomBox, moved: Callable[[], None]) -> None:
        """Tell when the part of a plot in sight changes."""
        if box is not self._watched:
            self._watched = box
            box.sigRangeChanged.connect(lambda *_: None if self._held else moved())
