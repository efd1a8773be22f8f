"""Figures: a view's picture on a page, by a fresh instance, so that the live window is not touched.

Views painted with QPainter are laid out so large that their text has the page's size (`viz.figure_page`), and the
painter is scaled, so that text and lines keep their proportion at any resolution, and SVG and PDF hold them as vectors.
A view drawn with OpenGL makes its own image (`figure_image`); in SVG and PDF it is embedded. The file is written beside
and moved into place when it is whole.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, runtime_checkable

import numpy as np
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QPaintEngine, QPainter, QPalette, QRegion
from PySide6.QtWidgets import QLayout, QWidget

from engine.errors import InputRefused, OutOfMemory
from engine.records import U8
from engine.run import Run
from engine.sentences import say
from viz.charts.common import ALONE, Common, SharesScales
from viz.charts.vector_device import paint_flat
from viz.figures.camera_check import require_camera
from viz.figures.letters import require_family
from viz.figures.page import BODY, LARGEST_GL, Figure, Page, checked, require_weight, slide_height
from viz.figures.palettes import coloured
from viz.figures.smallest_text import smallest_text
from viz.registry import all_views
from viz.theme import Theme
from viz.theme import theme as theme_called
from viz.typeface import NORMAL_TEXT, typeface
from viz.ui_state import UiState
from viz.view import View
from viz.visuals.gl_errors import GlUnavailable

LINES = 1080  # logical height of views that are ordinary widgets
GROWN = 3.0  # times at most that text is made larger for the smallest to be large enough
TRIES = 8


@runtime_checkable
class MakesImage(Protocol):
    """A view that draws its own figure, as those with OpenGL do."""

    def figure_image(self, width: int, height: int, transparent: bool) -> QImage:
        """The picture of the frame painted last, at this size in pixels."""


@runtime_checkable
class MakesVectors(Protocol):
    """A view of which a figure of vectors holds but the ground as a picture."""

    def use_look(self, letters: float, weight: float, family: str) -> None:
        """Have letters so many times as large in a figure, and lines as thick; letters are of a family."""

    def figure_text(self, width: int, height: int) -> float:
        """Pixels of its ordinary text in a figure of this size, by itself."""

    def figure_ground(self, width: int, height: int, transparent: bool) -> QImage:
        """The picture below."""

    def paint_figure(self, painter: QPainter, size: QSize) -> None:
        """All that lies on it."""


@runtime_checkable
class HasCamera(Protocol):
    """A view that can be looked at from anywhere."""

    def set_camera(self, azimuth: float, elevation: float, distance: float, *target: float) -> None:
        """Degrees, degrees, the distance as a multiple of the one that frames everything, and what is looked at."""

    def camera_now(self) -> tuple[float, ...]:
        """What `set_camera` needs to look from where this view looks from now."""


@runtime_checkable
class StandsStill(Protocol):
    """A view that knows when it is painted for a figure: nothing is asked or pointed at then."""

    figure_lines: ClassVar[int]  # logical height a figure is laid out at: small = large text
    transparent: bool
    still: bool


@runtime_checkable
class DrawsItself(Protocol):
    """A view that paints its whole figure with a painter."""

    def draw_figure(self, painter: QPainter, rect: QRectF) -> None:
        """Paint everything into `rect`."""


@runtime_checkable
class DrawsVectors(Protocol):
    """A part of a view that paints nothing as a widget of a figure, but is painted over it afterwards."""

    def draw_vectors(self, painter: QPainter, rect: QRectF) -> None:
        """Paint everything into `rect`."""


def render_figure(figure: Figure, run: Run, ui: UiState) -> QImage:
    """The picture of a view as an image.

    Raises:
        InputRefused: there is no such view or theme, the page cannot be made, or the view has no camera.
        OutOfMemory: the image does not fit into memory.
    """
    made = prepared(figure, run, ui)
    try:
        return image(made)
    finally:
        end(made.view)


# -- the fresh view ----------------------------------------------------------------------------------------------


def view_class(name: str) -> type[View]:
    """The view called `name`. Raises InputRefused naming those there are."""
    views = all_views()
    if name not in views:
        raise InputRefused(say("There is no view {name!r}; there are {views}.", name=name, views=", ".join(views)))
    return views[name]


@dataclass(frozen=True)
class Made:
    """A view that is laid out, and how many of the page's pixels one of its own is."""

    view: View
    figure: Figure
    unit: float
    drawn: dict[tuple[str, int, int], QImage] = field(default_factory=dict, compare=False)  # by OpenGL, the last
    shot: list[QImage] = field(default_factory=list, compare=False)  # of a film: painted in the view's place

    @property
    def page(self) -> Page:
        """Its page."""
        return self.figure.page

    @property
    def transparent(self) -> bool:
        """Whether the ground is left out."""
        return self.figure.transparent

    def paint(self, painter: QPainter) -> None:
        """Paint it over the page's pixels, one a unit of `painter`."""
        paint(self, painter)

    def close(self) -> None:
        """Delete the view."""
        end(self.view)


def prepared(figure: Figure, run: Run, ui: UiState, frame: Any = None, common: Common = ALONE) -> Made:
    """A fresh view with the frame on it, its smallest text as large as the page's is at least.

    What is written smaller than ordinary text differs from view to view, so it is looked at, and the view laid out
    anew with larger text where that is too small. `frame`: one that is whole already, in place of the run's of now.
    `common`: what it has in common with other panels of a figure.
    """
    cls = view_class(figure.view)
    checked(figure.page)
    _check(figure)
    frame, least = cls.frame(run, ui) if frame is None else frame, figure.page.least_text
    made, text = _laid_out(cls, figure, frame, None, common)
    most = GROWN * text
    for _ in range(TRIES):
        smallest = _smallest(made)
        if smallest >= 0.99 * least or text >= 0.99 * most:
            break
        end(made.view)
        text = min(text * max(least / max(smallest, 1e-3), 1.05), most)  # some views make their text fit
        made, text = _laid_out(cls, figure, frame, text, common)
    return made


def _laid_out(cls: type[View], figure: Figure, frame: Any, text: float | None, common: Common) -> tuple[Made, float]:
    """A view with the frame on it, its ordinary text of so many pixels, and how many: None leaves it to the page."""
    theme, page = coloured(figure.theme, figure.palette), figure.page
    letters = typeface(1 / figure.lines, figure.font)  # small letters, enlarged the more: lines are thicker beside them
    view = cls()
    try:
        own = view.figure_text(page.width, page.height) if isinstance(view, MakesVectors) else _own_text(view, page)
        text = _asked_text(page, own) if text is None else text
        if isinstance(view, MakesVectors):
            view.use_look(text / own, figure.lines, figure.font)
        unit = text / letters.pixelSize()
        if isinstance(view, StandsStill):
            view.transparent = figure.transparent
            view.still = True
        view.setStyleSheet(_own_colours(theme, figure.transparent))
        _write_with(view, letters)
        if (layout := view.layout()) is not None:  # which would make the view as high as words need that are narrow yet
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        view.resize(math.ceil(page.width / unit), math.ceil(page.height / unit))
        if common != ALONE and isinstance(view, SharesScales):
            view.share(common)
        view.paint(frame, theme)
        if figure.camera is not None:
            if not isinstance(view, HasCamera):
                raise InputRefused(say("The view {view!r} has no camera; leave the camera out.", view=figure.view))
            view.set_camera(*figure.camera)
        view.finish_figure()
    except BaseException:
        end(view)
        raise
    return Made(view, figure, unit), text


def _write_with(view: View, letters: QFont) -> None:
    """Have a view and its parts write so: those that the window's style sheet has rules for take its font else."""
    view.setFont(letters)
    for part in view.findChildren(QWidget):
        if not part.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            part.setFont(letters)


def _own_text(view: View, page: Page) -> float:
    """Pixels of ordinary text where a 16:9 page has the view's number of lines."""
    lines = view.figure_lines if isinstance(view, StandsStill) else LINES
    return NORMAL_TEXT * slide_height(page.width, page.height) / lines


def _asked_text(page: Page, own: float) -> float:
    if page.text is not None:
        return page.text * page.pixels_of_point
    return BODY * page.pixels_of_point if page.is_paper else own


def _smallest(made: Made) -> float:
    """Pixels of the smallest text of a view that is laid out; infinite where it writes none, or a picture holds it."""
    view, page = made.view, made.figure.page
    size = QSize(page.width, page.height)
    if isinstance(view, MakesVectors):
        return smallest_text(size, lambda painter: view.paint_figure(painter, size))
    if isinstance(view, MakesImage):
        return math.inf
    return smallest_text(size, lambda painter: paint(made, painter))


def _own_colours(theme: Theme, transparent: bool) -> str:
    """A style sheet over the window's own: a light figure made in a dark window is not to have the window's colours.

    Without a window tables have the system's, which know of no theme.
    """
    ground, raised = ("transparent", "transparent") if transparent else (theme.surface, theme.raised)
    return (
        f"QLabel {{ color: {theme.text}; background: transparent; }}"
        f"QAbstractItemView, QHeaderView {{ color: {theme.text}; background: {ground}; border: 0;"
        f" selection-background-color: {theme.accent}; selection-color: {theme.surface}; }}"
        f"QHeaderView::section {{ color: {theme.text}; background: {raised}; border: 0; padding: 3px 6px; }}"
    )


def _check(figure: Figure) -> None:
    checked(figure.page)
    coloured(figure.theme, figure.palette)
    if trouble := theme_called(figure.theme).trouble:
        raise InputRefused(trouble)  # a figure in other colours would pass for what was asked for
    require_family(figure.font)
    require_weight(figure.lines)
    if figure.camera is not None:
        require_camera(figure.camera)


def end(view: QWidget) -> None:
    """Delete the view now: in a cycle it would wait for Python to collect it, which may be while Qt visits widgets."""
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete.value)


# -- painting it -------------------------------------------------------------------------------------------------


class Picture(Protocol):
    """What can be painted on a page."""

    @property
    def page(self) -> Page:
        """The page."""

    @property
    def transparent(self) -> bool:
        """Whether the ground is left out."""

    def paint(self, painter: QPainter) -> None:
        """Paint it over the page's pixels, one a unit of `painter`."""

    def close(self) -> None:
        """Free what it holds."""


def image(picture: Picture, top: int = 0, height: int = 0) -> QImage:
    """The picture in pixels: all of it, or the rows from `top` on. Raises OutOfMemory."""
    page = picture.page
    height = height or page.height
    drawn = QImage(page.width, height, QImage.Format.Format_ARGB32_Premultiplied)
    if drawn.isNull():
        size = page.width * height * 4 / 2**20
        raise OutOfMemory(
            say(
                "A figure of {width}x{height} needs {size:.0f} MB, which are not free.",
                width=page.width,
                height=height,
                size=size,
            )
        )
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    try:
        painter.translate(0, -top)
        picture.paint(painter)
    finally:
        painter.end()  # before what it paints on goes
    return drawn if picture.transparent else drawn.convertToFormat(QImage.Format.Format_RGB32)


def pixels_of(drawn: QImage, transparent: bool) -> U8:
    """[height, width, 3] uint8 of an image; with `transparent` [height, width, 4], the colours not multiplied."""
    depth, kind = (4, QImage.Format.Format_RGBA8888) if transparent else (3, QImage.Format.Format_RGB888)
    packed = drawn.convertToFormat(kind)
    width, height = packed.width(), packed.height()
    lines = np.frombuffer(packed.constBits(), np.uint8).reshape(height, packed.bytesPerLine())
    return lines[:, : width * depth].reshape(height, width, depth).copy()  # the image's memory goes with it


def _by_opengl(made: Made, draw: Callable[[int, int, bool], QImage], scale: float = 1.0) -> QImage:
    """What a view draws with OpenGL, once for all stripes; `scale`: pixels of the target one of the page's is.

    Raises:
        InputRefused: it cannot be drawn here, or not so large.
    """
    width, height = (max(round(side * scale), 1) for side in (made.page.width, made.page.height))
    key = (draw.__name__, width, height)
    if key not in made.drawn:
        if max(width, height) > LARGEST_GL:
            raise InputRefused(
                say(
                    "The view {view!r} is drawn with OpenGL, which draws at most {largest_gl} pixels a side, but "
                    "{width}x{height} was asked for. Ask for fewer pixels or dots per inch.",
                    view=made.figure.view,
                    largest_gl=LARGEST_GL,
                    width=width,
                    height=height,
                )
            )
        try:
            drawn = draw(width, height, made.transparent)
        except GlUnavailable as error:
            raise InputRefused(
                say("The view {view!r} cannot be drawn here: {error}", view=made.figure.view, error=error)
            ) from error
        made.drawn.clear()
        made.drawn[key] = drawn
    return made.drawn[key]


def paint(made: Made, painter: QPainter) -> None:
    """Paint the view over the page's pixels, one a unit of `painter`."""
    view, page = made.view, made.page
    if made.shot:
        painter.drawImage(0, 0, made.shot[-1])
        return
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    is_raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
    whole = QRectF(0, 0, page.width, page.height)
    if isinstance(view, MakesVectors) and not is_raster:
        painter.drawImage(whole, _by_opengl(made, view.figure_ground))
        view.paint_figure(painter, QSize(page.width, page.height))
        return
    if isinstance(view, MakesImage):
        scale = painter.worldTransform().m11() if is_raster else 1.0  # a page seen smaller is drawn so
        painter.drawImage(whole, _by_opengl(made, view.figure_image, scale))
        return
    painter.scale(made.unit, made.unit)
    if painter.paintEngine().type() == QPaintEngine.Type.SVG:  # which knows nothing of cutting what is drawn
        paint_flat(painter, view.size(), lambda inner: _paint_whole(view, made, inner))
    else:
        _paint_whole(view, made, painter)
    for part in view.findChildren(QWidget):
        if isinstance(part, DrawsVectors) and part.isVisibleTo(view) and not isinstance(view, DrawsItself):
            part.draw_vectors(painter, QRectF(part.mapTo(view, QPoint(0, 0)), part.size()))


def _paint_whole(view: View, made: Made, painter: QPainter) -> None:
    """Paint a view in its own pixels, but for the parts that draw themselves: it does so itself, or is of widgets."""
    if isinstance(view, DrawsItself):
        view.draw_figure(painter, QRectF(0, 0, made.page.width / made.unit, made.page.height / made.unit))
        return
    flags = QWidget.RenderFlag.DrawChildren
    if made.transparent:
        _clear_grounds(view)
    else:
        flags |= QWidget.RenderFlag.DrawWindowBackground
    view.render(painter, QPoint(), QRegion(), flags)


def _clear_grounds(view: QWidget) -> None:
    """Leave out what a view's ordinary widgets fill their background with."""
    for widget in (view, *view.findChildren(QWidget)):
        palette = widget.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(Qt.GlobalColor.transparent))
        widget.setPalette(palette)
        widget.setAutoFillBackground(False)
