"""Whether a figure on paper can be read: no text lies over other text or beyond the page, no plot is flattened.

The figure is painted on a device that notes where letters land, as `smallest_text` does; what text lies in pictures is
not known. Views of a size that their text does not fit are refused with the least one that would do. Text that was made
shorter with an ellipsis says so itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QTextItem,
)

from engine.errors import InputRefused, in_short
from engine.sentences import say
from viz.charts.chart_view import ChartView
from viz.charts.sorted_table import SortedTable
from viz.figures.page import LEAST, Page, paper
from viz.figures.picture import Made, MakesImage
from viz.paint_device import LikeScreen, TextOnly

PLOT: Final = "a plot"
COLUMNS: Final = "columns of its table"
INNER = 0.3, 0.1  # of a text's line and of its width from either end: where others may reach into
BEYOND = 0.5  # em that letters may reach out of where they can be seen


OPAQUE = 255  # alpha
LARGER, LARGEST = 1.1, 4.0  # times: from one size that is tried to the next, and the last


def require_legible(made: Made, again: Callable[[Page], Made]) -> None:
    """Refuse a figure that cannot be read in its size; `again` lays it out in another.

    A size in pixels, and one with a text size of its own, are as they were asked for.

    Raises:
        InputRefused: with the least size of this shape that would do.
    """
    page = made.page
    if not page.is_paper or page.mm is None or page.text is not None or not (wrong := unreadable(made)):
        return
    wide, high = page.mm
    least = say("Ask for a much larger one")
    times = LARGER
    while times <= LARGEST:
        larger = paper(math.ceil(wide * times), math.ceil(high * times), page.dpi)
        tried = again(larger)
        fits = not unreadable(tried)
        tried.close()
        if fits and larger.mm is not None:
            least = say("Ask for about {wide:g} mm x {high:g} mm", wide=larger.mm[0], high=larger.mm[1])
            break
        times *= LARGER
    raise InputRefused(
        say(
            "The view {view!r} cannot be read at {wide:g} mm x {high:g} mm with text of at least {least:g} "
            "pt: {said}. {ask}, or for smaller text (--text-size), which is then kept to.",
            view=made.figure.view,
            wide=wide,
            high=high,
            least=LEAST,
            said=_said(wrong[0]),
            ask=least,
        )
    )


def _said(wrong: str) -> str:
    if wrong in (PLOT, COLUMNS):
        return say("a plot has no room") if wrong == PLOT else say("columns of its table have no room")
    return say("“{text}” would be cut, or lie over something else", text=in_short(wrong, 60))


def unreadable(made: Made) -> tuple[str, ...]:
    """What cannot be read, each text once; of views drawn by OpenGL nothing is known."""
    if isinstance(made.view, MakesImage):
        return ()
    flat = (PLOT,) if _is_flattened(made) else ()
    wide = (COLUMNS,) if any(it.left_out for it in made.view.findChildren(SortedTable)) else ()
    return (*flat, *wide, *faults(written(QSize(made.page.width, made.page.height), made.paint)))


def _is_flattened(made: Made) -> bool:
    view = made.view
    if not isinstance(view, ChartView):
        return False
    sides = [
        min(plot.vb.geometry().width(), plot.vb.geometry().height())
        for panel in view.panels
        for plot in panel.grid.plots
    ]
    return bool(sides) and min(sides) < view.least_plot * view.em


@dataclass(frozen=True)
class Written:
    """A piece of text, where it lies on the page, and what of that can be seen."""

    text: str
    box: QRectF
    seen: QRectF  # of the page
    colour: str = ""  # "#rrggbb" of its letters; "": they are not quite opaque
    pixels: float = 0.0  # of its type

    @property
    def inner(self) -> QRectF:
        """The box without its rim."""
        line = min(self.box.width(), self.box.height())
        return self.box.adjusted(INNER[0] * line, INNER[0] * line, -INNER[0] * line, -INNER[0] * line)

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be seen. What was made shorter with an ellipsis says so itself."""
        line = BEYOND * min(self.box.width(), self.box.height())
        return self.seen.adjusted(-line, -line, line, line).contains(self.box)


def faults(texts: list[Written]) -> tuple[str, ...]:
    """The texts that cannot be read whole, each once, in the order in which they are written."""
    shown = [it for it in texts if not it.box.isEmpty() and it.box.intersects(it.seen)]
    found = [it.text for it in shown if not it.is_whole]
    for index, one in enumerate(shown):
        over = (other for other in shown[:index] if other.inner.intersects(one.inner))
        found += [one.text for other in over if not _same(one, other)]
    return tuple(dict.fromkeys(found))


def _same(one: Written, other: Written) -> bool:
    """A text painted over itself, as a halo is."""
    return one.text == other.text and (one.box.center() - other.box.center()).manhattanLength() < 0.5 * one.box.height()


def written(size: QSize, draw: Callable[[QPainter], None]) -> list[Written]:
    """What `draw` writes on a page of `size`."""
    engine = _Engine(QRectF(0, 0, size.width(), size.height()))
    device = LikeScreen(size, engine)  # has to outlive the painter
    painter = QPainter(device)
    try:
        draw(painter)
    finally:
        painter.end()
    return engine.texts


class _Engine(TextOnly):
    def __init__(self, page: QRectF) -> None:
        super().__init__()
        self._page, self._seen = page, page
        self.texts: list[Written] = []
        self._colour = ""

    def updateState(self, state: QPaintEngineState) -> None:
        super().updateState(state)
        if state.state() & QPaintEngine.DirtyFlag.DirtyPen:
            colour = state.pen().color()
            self._colour = colour.name() if colour.alpha() == OPAQUE else ""
        clips = (
            QPaintEngine.DirtyFlag.DirtyClipEnabled
            | QPaintEngine.DirtyFlag.DirtyClipPath
            | QPaintEngine.DirtyFlag.DirtyClipRegion
        )
        if state.state() & clips:
            painter = state.painter()
            clip = self.transform.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else self._page
            self._seen = clip.intersected(self._page)

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        if item.text().strip():
            metrics = QFontMetricsF(item.font())
            box = QRectF(at.x(), at.y() - metrics.capHeight(), item.width(), metrics.capHeight())
            pixels = metrics.height() * self.transform.m22()
            self.texts.append(Written(item.text(), self.transform.mapRect(box), self._seen, self._colour, pixels))
