"""A film's pictures, one after the other: the figure is laid out once, and its views are painted again.

It is laid out for its last state, the fullest; so nothing jumps as a text grows. A view that films itself (the map)
draws its pictures in one context; others are painted anew where something changed, and shine through each other on
the way, unless they know a frame on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, runtime_checkable

from PySide6.QtGui import QImage, QPainter

from engine.errors import InputRefused
from engine.sentences import say
from viz.figures.palettes import coloured
from viz.figures.panel_state import Shown
from viz.figures.picture import Made, image
from viz.figures.sheet import Sheet, laid_out
from viz.figures.spec import FigureSpec
from viz.films.timeline import Moment
from viz.theme import Theme
from viz.visuals.gl_errors import GlUnavailable

NEAR = 0.4
SWAP = 4.0  # times as fast as the way one picture takes another's place: two texts over each other cannot be read
KEPT = 3  # states of a panel whose pictures are kept


class Camera(Protocol):
    """What makes a view's pictures."""

    def image(self, frame: Any, turned: float, part: float | None, near: float) -> QImage:
        """One picture; raises GlUnavailable where it cannot be drawn here."""

    def end(self) -> None:
        """Free what it holds."""


@runtime_checkable
class FilmsItself(Protocol):
    """A view that makes its own pictures, and can be turned and flown through."""

    def filming(self, width: int, height: int, transparent: bool) -> Camera:
        """What makes pictures of this size."""


@runtime_checkable
class KnowsTheWay(Protocol):
    """A view that knows a frame on the way between two."""

    @classmethod
    def between(cls, before: Any, after: Any, part: float) -> Any:
        """`after` at `part` (0..1) of the way from `before`."""


@dataclass(frozen=True)
class Part:
    """A panel of the film: its last state, how many there are, and the frame of each."""

    shown: Shown
    states: int
    frame: Callable[[int], Any]
    near: float = NEAR


class Stage:
    """The film's figure. Qt's application has to be there; close it."""

    def __init__(self, spec: FigureSpec, parts: Sequence[Part]) -> None:
        """Raises InputRefused where the figure cannot be made so."""
        last = [replace(part.shown, frame=part.frame(part.states - 1)) for part in parts]
        self._sheet: Sheet = laid_out(spec, last)
        theme = coloured(spec.theme, spec.palette)
        try:
            self._panels = [
                _Panel(made, part, theme) for (_, made), part in zip(self._sheet.panels, parts, strict=True)
            ]
        except BaseException:
            self._sheet.close()
            raise

    @property
    def sheet(self) -> Sheet:
        """What is painted."""
        return self._sheet

    def picture(self, moments: Sequence[Moment]) -> QImage:
        """The picture at the moments of the panels. Raises InputRefused where one cannot be drawn here."""
        for panel, moment in zip(self._panels, moments, strict=True):
            panel.show(moment)
        return image(self._sheet)

    def close(self) -> None:
        """Delete the views."""
        for panel in self._panels:
            panel.end()
        self._sheet.close()


class _Panel:
    def __init__(self, made: Made, part: Part, theme: Theme) -> None:
        self._made, self._part, self._theme = made, part, theme
        page = made.page
        view = made.view
        self._camera = (
            view.filming(page.width, page.height, made.transparent) if isinstance(view, FilmsItself) else None
        )
        self._knows = isinstance(view, KnowsTheWay)
        self._stills: dict[int, QImage] = {}
        self._last: Moment | None = None

    def show(self, moment: Moment) -> None:
        """Have the panel's picture be that of a moment."""
        if moment == self._last:
            return
        self._last = moment
        self._made.shot[:] = [self._filmed(moment) if self._camera is not None else self._drawn(moment)]

    def end(self) -> None:
        if self._camera is not None:
            self._camera.end()

    def _frame(self, moment: Moment) -> Any:
        after = self._part.frame(moment.state)
        if moment.part >= 1.0 or not self._knows:
            return after
        return self._made.view.between(self._part.frame(moment.before), after, moment.part)  # type: ignore[attr-defined]

    def _filmed(self, moment: Moment) -> QImage:
        try:
            return self._camera.image(self._frame(moment), moment.turned, moment.flown, self._part.near)  # type: ignore[union-attr]
        except GlUnavailable as error:
            raise InputRefused(
                say("The view {view!r} cannot be drawn here: {error}", view=self._made.figure.view, error=error)
            ) from error

    def _drawn(self, moment: Moment) -> QImage:
        if moment.part >= 1.0:
            return self._still(moment.state)
        if self._knows:
            return self._paint(self._frame(moment))
        return _through(self._still(moment.before), self._still(moment.state), min(moment.part * SWAP, 1.0))

    def _still(self, state: int) -> QImage:
        if state not in self._stills:
            while len(self._stills) >= KEPT:
                del self._stills[next(iter(self._stills))]
            self._stills[state] = self._paint(self._part.frame(state))
        return self._stills[state]

    def _paint(self, frame: Any) -> QImage:
        self._made.shot.clear()
        self._made.view.paint(frame, self._theme)
        self._made.view.finish_figure()
        return image(self._made)


def _through(one: QImage, other: QImage, part: float) -> QImage:
    """One picture through the other, `part` (0..1) of the way."""
    mixed = QImage(one.size(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(mixed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)  # with an opacity the mean of both:
    painter.drawImage(0, 0, one)  # “plus” cuts what two half pictures have of it, and whoever shows that is too bright
    painter.setOpacity(part)
    painter.drawImage(0, 0, other)
    painter.end()
    return mixed if one.hasAlphaChannel() else mixed.convertToFormat(one.format())
