"""Figures: a view's picture at an asked size, by a fresh instance, so that the live window is not touched.

Views painted with QPainter are laid out at a fixed logical height and the painter is scaled, so that text and lines
keep their proportion at any size, and SVG and PDF hold them as vectors. A view drawn with OpenGL makes its own image
(`figure_image`); in SVG and PDF it is embedded. The file is written beside and moved into place when it is whole.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QFileDevice,
    QFileInfo,
    QIODevice,
    QMarginsF,
    QPoint,
    QRectF,
    QSaveFile,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPalette, QPdfWriter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from engine.errors import DiskProblem, InputRefused, OutOfMemory
from engine.records import Site
from engine.run import Run
from viz.board import told
from viz.registry import all_views
from viz.theme import Theme
from viz.theme import names as theme_names
from viz.theme import theme as theme_called
from viz.typed_number import plain_number
from viz.ui_state import UiState
from viz.view import View
from viz.visuals.gl_errors import GlUnavailable

SMALLEST, LARGEST = 16, 16384  # pixels a side
NEAREST = 0.001  # distance of the camera, as a share of the one that frames everything
LINES = 1080  # logical height of views that are ordinary widgets
PDF_PIXELS_PER_INCH = 192  # 1920 pixels are ten inches wide
SUFFIXES = (".png", ".svg", ".pdf")
Angles = tuple[
    float, ...
]  # azimuth, elevation, distance, and where something else than the middle is looked at x, y, z


@runtime_checkable
class MakesImage(Protocol):
    """A view that draws its own figure, as those with OpenGL do."""

    def figure_image(self, width: int, height: int, transparent: bool) -> QImage:
        """The picture of the frame painted last, at this size in pixels."""


@runtime_checkable
class MakesVectors(Protocol):
    """A view of which a figure of vectors holds but the ground as a picture."""

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


@dataclass(frozen=True)
class Figure:
    """What is asked for."""

    view: str
    width: int
    height: int
    theme: str = "print"
    transparent: bool = False
    camera: Angles | None = None


def render_figure(
    view_name: str,
    run: Run,
    ui: UiState,
    width: int,
    height: int,
    theme: str,
    transparent: bool = False,
    camera: Angles | None = None,
) -> QImage:
    """The picture of a view as an image.

    Raises:
        InputRefused: there is no such view or theme, the size cannot be made, or the view has no camera.
        OutOfMemory: the image does not fit into memory.
    """
    figure = Figure(view_name, width, height, theme, transparent, camera)
    view = _prepared(figure, run, ui)
    try:
        return _image(view, figure)
    finally:
        _end(view)


def save_figure(
    path: Path, view_name: str, run: Run, ui: UiState, width: int, height: int, theme: str, transparent: bool = False,
    camera: Angles | None = None,
) -> None:  # fmt: skip
    """Write the picture of a view as PNG, SVG or PDF, whichever `path` ends in.

    Raises:
        InputRefused: as `render_figure`, or the ending is none of these.
        DiskProblem: the file cannot be written.
        OutOfMemory: the image does not fit into memory.
    """
    figure = Figure(view_name, width, height, theme, transparent, camera)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(f"A figure's name must end in {', '.join(SUFFIXES)}, but {path.name!r} does not.")
    view = _prepared(figure, run, ui)
    device = QSaveFile(str(path))
    try:
        if not device.open(QIODevice.OpenModeFlag.WriteOnly):
            raise _unwritten(device, "")
        _write(view, figure, device, suffix, facts(run, ui, figure))
        if not device.commit():
            raise _unwritten(device, "")
    finally:
        device.cancelWriting()
        _end(view)


def facts(run: Run, ui: UiState, figure: Figure) -> dict[str, str]:
    """What a picture says of itself: model, prompt, view, position, versions."""
    said = {"Software": "Orrery", "View": figure.view, "Theme": figure.theme, "Prompt": run.prompt}
    if run.info is not None:
        said["Model"] = f"{run.info.name} ({run.info.dtype}, {run.info.sha256[:16]})"
    if ui.position is not None:
        said["Position"] = str(ui.position)
    said["Layer"] = str(ui.layer)
    said["Head"], said["Neuron"] = str(Site("head", *ui.head)), str(Site("neuron", *ui.neuron))
    for name, plan in (("Run changed", run.plan), ("On the board", ui.plan)):
        if plan.changes:
            said[name] = told(plan.changes, len(plan.changes))
    chosen = ui.options.get(figure.view, {})
    if chosen:
        said["Options"] = ", ".join(f"{name}={value}" for name, value in sorted(chosen.items()))
    if run.versions:
        said["Versions"] = ", ".join(f"{name} {version}" for name, version in sorted(run.versions.items()))
    return said


# -- the fresh view ----------------------------------------------------------------------------------------------


def view_class(name: str) -> type[View]:
    """The view called `name`. Raises InputRefused naming those there are."""
    views = all_views()
    if name not in views:
        raise InputRefused(f"There is no view {name!r}; there are {', '.join(views)}.")
    return views[name]


def _prepared(figure: Figure, run: Run, ui: UiState) -> View:
    """A fresh view with the frame on it, ready to be painted."""
    cls = view_class(figure.view)
    _check(figure)
    theme = theme_called(figure.theme)
    view = cls()
    try:
        width, height, _ = logical_size(view, figure)
        view.resize(math.ceil(width), math.ceil(height))
        if isinstance(view, StandsStill):
            view.transparent = figure.transparent
            view.still = True
        view.setStyleSheet(_own_colours(theme, figure.transparent))
        view.paint(cls.frame(run, ui), theme)
        if figure.camera is not None:
            if not isinstance(view, HasCamera):
                raise InputRefused(f"The view {figure.view!r} has no camera; leave the camera out.")
            view.set_camera(*figure.camera)
        view.finish_figure()
    except BaseException:
        _end(view)
        raise
    return view


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
    for side in (figure.width, figure.height):
        if not SMALLEST <= side <= LARGEST:
            asked = f"{figure.width}x{figure.height}"
            raise InputRefused(f"A figure can be {SMALLEST} to {LARGEST} pixels a side, but {asked} was asked for.")
    if figure.theme not in theme_names():
        raise InputRefused(f"There is no theme {figure.theme!r}; there are {', '.join(theme_names())}.")
    if trouble := theme_called(figure.theme).trouble:
        raise InputRefused(trouble)  # a figure in other colours would pass for what was asked for
    if figure.camera is not None and not all(math.isfinite(part) for part in figure.camera):
        raise InputRefused("A camera is three numbers: azimuth and elevation in degrees, and a distance.")
    if figure.camera is not None and not NEAREST <= figure.camera[2] <= 1 / NEAREST:
        raise InputRefused(
            f"The camera's distance is a share of the one that frames all, {NEAREST} to {1 / NEAREST:.0f}, but "
            f"{figure.camera[2]:g} was given."
        )


def logical_size(view: View, figure: Figure) -> tuple[float, float, float]:
    """Width and height the view is laid out at, and how many pixels make one logical pixel.

    A 16:9 figure has the view's number of lines; others have the same area, so that text is as large in them.
    """
    lines = view.figure_lines if isinstance(view, StandsStill) else LINES
    scale = math.sqrt(figure.width * figure.height / (16 / 9)) / lines
    return figure.width / scale, figure.height / scale, scale


def _end(view: QWidget) -> None:
    """Delete the view now: in a cycle it would wait for Python to collect it, which may be while Qt visits widgets."""
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete.value)


# -- painting it -------------------------------------------------------------------------------------------------


def _image(view: View, figure: Figure) -> QImage:
    if isinstance(view, MakesImage):
        made = _or_refused(view.figure_image, figure)
        return made if figure.transparent else made.convertToFormat(QImage.Format.Format_RGB32)
    image = QImage(figure.width, figure.height, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        size = figure.width * figure.height * 4 / 2**20
        raise OutOfMemory(f"A figure of {figure.width}x{figure.height} needs {size:.0f} MB, which are not free.")
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _paint(view, figure, painter)
    painter.end()
    return image if figure.transparent else image.convertToFormat(QImage.Format.Format_RGB32)


def _or_refused(draw: Callable[[int, int, bool], QImage], figure: Figure) -> QImage:
    try:
        return draw(figure.width, figure.height, figure.transparent)
    except GlUnavailable as error:
        raise InputRefused(f"The view {figure.view!r} cannot be drawn here: {error}") from error


def _paint(view: View, figure: Figure, painter: QPainter) -> None:
    """Paint the view over figure.width x figure.height units of `painter`."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if isinstance(view, MakesVectors):
        painter.drawImage(0, 0, _or_refused(view.figure_ground, figure))
        view.paint_figure(painter, QSize(figure.width, figure.height))
        return
    if isinstance(view, MakesImage):
        painter.drawImage(0, 0, _or_refused(view.figure_image, figure))
        return
    width, height, scale = logical_size(view, figure)
    painter.scale(scale, scale)
    if isinstance(view, DrawsItself):
        view.draw_figure(painter, QRectF(0, 0, width, height))
        return
    _paint_widgets(view, figure, painter)


def _paint_widgets(view: View, figure: Figure, painter: QPainter) -> None:
    """Paint a view that is made of widgets, then over it those that draw themselves."""
    flags = QWidget.RenderFlag.DrawChildren
    if figure.transparent:
        _clear_grounds(view)
    else:
        flags |= QWidget.RenderFlag.DrawWindowBackground
    view.render(painter, QPoint(), QRegion(), flags)
    for part in view.findChildren(QWidget):
        if isinstance(part, DrawsVectors) and part.isVisibleTo(view):
            part.draw_vectors(painter, QRectF(part.mapTo(view, QPoint(0, 0)), part.size()))


def _clear_grounds(view: QWidget) -> None:
    """Leave out what a view's ordinary widgets fill their background with."""
    for widget in (view, *view.findChildren(QWidget)):
        palette = widget.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(Qt.GlobalColor.transparent))
        widget.setPalette(palette)
        widget.setAutoFillBackground(False)


def _write(view: View, figure: Figure, device: QSaveFile, suffix: str, said: Mapping[str, str]) -> None:
    if suffix == ".png":
        image = _image(view, figure)
        for name, text in said.items():
            image.setText(name, text)
        writer = QImageWriter(device, b"png")
        if not writer.write(image):
            raise _unwritten(device, writer.errorString())
        return
    painter = QPainter()
    generator = _svg(figure, device, said) if suffix == ".svg" else _pdf(figure, device, said)
    if not painter.begin(generator):
        raise _unwritten(device, "")
    if isinstance(generator, QPdfWriter):
        across = generator.width() / figure.width
        painter.scale(across, across)
    _paint(view, figure, painter)
    painter.end()


def _unwritten(device: QSaveFile, otherwise: str) -> DiskProblem:
    """Why the file cannot be written: the disk's own reason where it has one."""
    folder = Path(device.fileName()).parent
    if not QFileInfo(str(folder)).isDir():  # Path raises where the name is too long
        return DiskProblem(
            f"There is no folder {folder}, so the figure could not be written there. Name another place."
        )
    met = device.error()
    reason = otherwise if met == QFileDevice.FileError.NoError else device.errorString()
    can_be_full = met in (QFileDevice.FileError.WriteError, QFileDevice.FileError.ResourceError)
    filled = can_be_full and not QFileInfo(device.fileName()).isDir()
    return DiskProblem(
        f"The figure could not be written to {device.fileName()} ({reason or 'no reason is given'}). "
        f"{'Free some space there, or name' if filled else 'Name'} another place."
    )


def _svg(figure: Figure, device: QSaveFile, said: Mapping[str, str]) -> QSvgGenerator:
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(QSize(figure.width, figure.height))
    generator.setViewBox(QRectF(0, 0, figure.width, figure.height))
    generator.setResolution(96)
    generator.setTitle(f"{said['Software']}: {figure.view}")
    generator.setDescription("; ".join(f"{name}: {text}" for name, text in said.items()))
    return generator


def _pdf(figure: Figure, device: QSaveFile, said: Mapping[str, str]) -> QPdfWriter:
    writer = QPdfWriter(device)
    points = 72 / PDF_PIXELS_PER_INCH
    size = QSizeF(figure.width * points, figure.height * points)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(1200)
    writer.setTitle(f"{figure.view}: {said.get('Model', '')} {said['Prompt']}".strip())
    writer.setCreator(said["Software"])
    return writer


def set_option(ui: UiState, view: str, name: str, text: str) -> UiState:
    """`ui` with a view's option set from text, as `--set name=value` gives it.

    Raises:
        InputRefused: the view has no such option, or it cannot have this value.
    """
    for option in view_class(view).options:
        if option.name == name:
            value = _value(option.kind, text, option.choices, option.low, option.high, name)
            return ui.with_option(view, name, value)
    known = ", ".join(option.name for option in view_class(view).options) or "none"
    raise InputRefused(f"The view {view!r} has no option {name!r}; it has {known}.")


def _value(kind: str, text: str, choices: tuple[str, ...], low: float, high: float, name: str) -> Any:
    """Text as a value of an option's kind."""
    if kind == "switch":
        if text.lower() in ("on", "yes", "true", "1"):
            return True
        if text.lower() in ("off", "no", "false", "0"):
            return False
        raise InputRefused(f"The option {name!r} is on or off, but {text!r} was given.")
    if kind == "choice":
        if text in choices:
            return text
        raise InputRefused(f"The option {name!r} is one of {', '.join(choices)}, but {text!r} was given.")
    if kind == "text":
        return text
    try:
        value = int(text) if kind == "integer" else float(plain_number(text))
    except ValueError:
        raise InputRefused(f"The option {name!r} is a number, but {text!r} was given.") from None
    if not low <= value <= high:
        raise InputRefused(f"The option {name!r} lies between {low:g} and {high:g}, but {text} was given.")
    return value
