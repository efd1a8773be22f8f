"""The meaning space: all tokens (or the states of a sample text) as points, and the run's path and choices among them.

OpenGL draws the points and lines, Qt writes the labels on a transparent widget above; both read one frame, computed
without either in `viz.map.data.frame`. Nothing is drawn while nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.records import F32
from engine.run import Run
from viz.camera import Camera
from viz.map.asking import Asking
from viz.map.choices import OPTIONS
from viz.map.data import camera_places
from viz.map.data.blend import blended
from viz.map.data.frame import MapFrame, Settings, map_frame
from viz.map.data.picking import Indices
from viz.map.input import keys
from viz.map.input.controls import Controls
from viz.map.input.mouse import Glass
from viz.map.input.neighbours_panel import NeighboursPanel
from viz.map.input.selection_panel import SelectionPanel
from viz.map.motion import Motion
from viz.map.pace import Pace
from viz.map.paint.overlay import Overlay, Pointing
from viz.map.paint.portrait import Portrait, blank
from viz.map.paint.shot import Shot
from viz.map.paint.text import text_scale
from viz.map.paint.words import tr
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import View, option_value
from viz.visuals import renderer as renderers
from viz.visuals.renderer import Renderer

if TYPE_CHECKING:
    from viz.map.paint.canvas import GpuCanvas, SoftCanvas
    from viz.map.paint.scene import Scene

_NO_MATCHES: Indices = np.zeros(0, np.int64)
FRAME_MS = 15
REST_MS = 160  # without movement, after which every point is drawn again


class MeaningSpace(View):
    """The map in 3D or 2D."""

    name: ClassVar[str] = "meaning_space"
    title: ClassVar[str] = "Meaning space"
    area: ClassVar[Literal["centre", "left", "right", "bottom"]] = "centre"
    order: ClassVar[int] = 0
    tip: ClassVar[str] = "Where each token, or each state of the model, lies, and where the text may go next"
    options: ClassVar[tuple[Option, ...]] = OPTIONS

    def __init__(self, parent: QWidget | None = None, renderer: Callable[[], Renderer] = renderers.renderer) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.motion = Motion()
        self.overlay = Overlay()
        self.shown: MapFrame | None = None
        self.theme: Theme | None = None
        self.label_size = 1.0
        self.pointing = Pointing()
        self.touched = False  # by hand: then the camera stays where it was put
        self.matches: Indices = _NO_MATCHES
        self._before: MapFrame | None = None  # of the layout the points come from
        self._blend: tuple[MapFrame, float, MapFrame] | None = None
        self._stale = True
        self._lines: MapFrame | None = None
        self._asking = Asking()
        self.pace = Pace()
        self.paced = True  # False: every point in every picture, whatever it costs
        self._camera_drawn: Camera | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._renderer = renderer
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.controls = Controls(self)
        column.addWidget(self.controls)
        self.stage = QWidget(self)
        self.stage.setMinimumSize(160, 120)
        column.addWidget(self.stage, 1)
        self.canvas: GpuCanvas | SoftCanvas | None = None  # made for the first map: asking for OpenGL takes its time
        self.no_gl = QLabel(
            tr("This computer offers no OpenGL, so the map cannot be drawn; everything else works."), self.stage
        )
        self.no_gl.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.no_gl.setWordWrap(True)
        self.no_gl.hide()
        self.glass = Glass(self, self.stage)
        self.panel, self.chosen = NeighboursPanel(self, self.stage), SelectionPanel(self, self.stage)
        self.panels = (self.panel, self.chosen)
        self.stage.installEventFilter(self.glass)
        self.arrange()

    def _draw_maps(self) -> None:
        """Make ready to draw maps, or say that this cannot be done here."""
        if self.canvas is not None or not self.no_gl.isHidden():
            return
        from viz.map.paint.canvas import canvas_for  # vispy, which the window's first picture does not wait for

        self.canvas = canvas_for(self._renderer(), self._fill, self.stage)
        self.no_gl.setVisible(self.canvas is None)
        self.glass.setVisible(self.canvas is not None)
        if self.canvas is not None:
            self.canvas.drawing.moved = self.pace.drawn
            self.canvas.setGeometry(self.stage.rect())
            self.canvas.lower()
            self.canvas.show()

    def arrange(self) -> None:
        """Lay canvas, glass and panel over each other."""
        box = self.stage.rect()
        if self.canvas is not None:
            self.canvas.setGeometry(box)
        self.glass.setGeometry(box)
        self.no_gl.setGeometry(box)
        for panel in self.panels:
            panel.adjust(box)
        if not self.touched and self.shown is not None:
            self.motion.jump(self.home(self.motion.destination))
        self.refresh()

    # -- frame and paint -----------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> MapFrame:
        """The map as arrays."""
        chosen = {o.name: option_value(cls, ui, o.name) for o in cls.options}
        settings = Settings(
            flat=chosen["dimensions"] == "2D",
            still=ui.still,
            **{name: value for name, value in chosen.items() if name != "dimensions"},
        )
        return map_frame(run, ui, settings)

    def paint(self, frame: MapFrame, theme: Theme) -> None:
        """Show a frame; motions begin where something changed place."""
        before, time = self.shown, perf_counter()
        self.shown, self.theme = frame, theme
        self._stale = True
        if frame.layout is not None:
            self._draw_maps()
        if self.canvas is not None:
            self.canvas.drawing.ground = theme.ground
        self.pace.count = len(frame.points)
        self.label_size = frame.settings.label_size * text_scale(self)
        self.motion.still = frame.settings.still
        self._move_points(before, frame, time)
        self._move_tokens(before, frame, time)
        self._move_camera(before, frame, time)
        if frame.settings.turntable != self.motion.turning:
            self.motion.turn(frame.settings.turntable, time)
        self.controls.show_frame(frame)
        self.panel.show_frame(frame, theme)
        self.chosen.show_frame(frame)
        for intent in self._asking.of(frame):
            self.send(intent)
        self.refresh()

    def _move_points(self, before: MapFrame | None, frame: MapFrame, time: float) -> None:
        if before is not None and before.points is frame.points:
            return
        same = before is not None and len(before.points) == len(frame.points) > 0 and before.space == frame.space
        self._before = before if same else None
        if same:
            self.motion.morph(time)
        else:
            self.motion.mix = 1.0

    def _move_tokens(self, before: MapFrame | None, frame: MapFrame, time: float) -> None:
        fresh = before is None or before.run_id != frame.run_id or before.space != frame.space
        self.motion.appear(len(frame.path), time, fresh)

    def _move_camera(self, before: MapFrame | None, frame: MapFrame, time: float) -> None:
        flat = frame.settings.flat
        if before is None or before.layout is None:
            self.motion.jump(self.home(replace(Camera(), flat=flat)))
            return
        if flat != before.settings.flat or frame.space != before.space:
            self.touched = False
            self.motion.fly(self.home(replace(Camera(), flat=flat)), time, 1.1)
        elif frame.settings.follow and frame.current >= 0 and (frame.node != before.node or not before.settings.follow):
            here = self.motion.destination
            self.motion.fly(camera_places.following(frame, here, self.home(here).distance, *self.view_size()), time)
        elif not self.touched and (frame.points is not before.points or len(frame.path) != len(before.path)):
            home = self.home(self.motion.destination)
            if abs(home.distance / self.motion.destination.distance - 1) > 0.01:
                self.motion.fly(home, time)

    # -- camera --------------------------------------------------------------------------------------------------

    def view_size(self) -> tuple[float, float]:
        """Logical width and height of the picture."""
        return float(max(self.stage.width(), 1)), float(max(self.stage.height(), 1))

    def home(self, camera: Camera, size: tuple[float, float] | None = None) -> Camera:
        """`camera` from its side, at the distance of the robust framing."""
        return camera_places.home(self.shown, camera, *(size or self.view_size()))

    def set_camera(self, azimuth: float, elevation: float, distance: float, *target: float) -> None:
        """Look from these angles (degrees) at a target, the middle where none is given; `distance` 1 frames it all."""
        flat = bool(self.shown and self.shown.settings.flat)
        home = self.home(Camera(azimuth=azimuth, elevation=elevation, flat=flat))
        x, y, z = target if len(target) == 3 else (0.0, 0.0, 0.0)
        self.touched = True
        self.motion.jump(replace(home, distance=home.distance * distance, target=(x, y, z)))
        self.refresh()

    def camera_now(self) -> tuple[float, ...]:
        """What `set_camera` needs to look from where this view looks from now."""
        here = self.motion.destination
        return here.azimuth, here.elevation, here.distance / self.home(here).distance, *here.target

    def go_home(self) -> None:
        """Reset the view."""
        self.touched = False
        flat = bool(self.shown and self.shown.settings.flat)
        self.motion.fly(self.home(Camera(flat=flat)), perf_counter())
        self.refresh()

    def fly_to(self, place: F32) -> None:
        """Bring a place [3] into the middle, near."""
        self.touched = True
        here = self.motion.destination
        near = camera_places.close_to(place, here, self.home(here).distance, camera_places.NEAR)
        self.motion.fly(near, perf_counter())
        self.refresh()

    def zoom(self, factor: float, x: float, y: float) -> None:
        """Go nearer (factor < 1) to a pixel or away from it, so far that the map is still one."""
        here = self.motion.destination
        furthest = self.home(here).distance * camera_places.FURTHEST
        self.move_camera(here.zoomed(factor, x, y, *self.view_size(), furthest))

    def move_camera(self, camera: Camera) -> None:
        """Put the camera there by hand."""
        self.touched = True
        self.motion.jump(camera)
        self.refresh()

    # -- drawing -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for one picture, and for more while something moves."""
        self._redraw()
        if self.motion.is_moving and not self._timer.isActive() and self.isVisible():
            self._timer.start()

    def _tick(self) -> None:
        self.motion.step(perf_counter())
        if not self.motion.is_moving or not self.isVisible():
            self._timer.stop()
        self._redraw()

    def _redraw(self) -> None:
        if self.canvas is not None:
            self.canvas.redraw()
        self.glass.update()

    @property
    def is_busy(self) -> bool:
        """Whether more pictures are to come by themselves."""
        return self._timer.isActive() or self._rest.isActive()

    def showEvent(self, event: object) -> None:
        """Go on moving."""
        self.refresh()

    def closeEvent(self, event: object) -> None:
        """Give OpenGL's memory back."""
        if self.canvas is not None:
            self.canvas.end()

    def hideEvent(self, event: object) -> None:
        """Nothing moves that is not seen."""
        self._timer.stop()
        self._rest.stop()

    def _fill(self, scene: Scene, width: int, height: int, scale: float) -> Shot:
        """Bring the scene up to date; called by the canvas before each picture."""
        if (self._stale or not scene.has_frame) and self.shown is not None and self.theme is not None:
            start = self._before.points if self._before is not None else self.shown.points
            scene.set_frame(self.shown, self.theme, start, self.matches)
            self._stale, self._lines = False, self.shown
        seen = self.seen
        if seen is not None and seen is not self._lines:
            scene.set_lines(seen)
            self._lines = seen
        moving = self.motion.camera != self._camera_drawn or self.motion.mix < 1.0
        self._camera_drawn = self.motion.camera
        share = self.pace.share if moving and self.paced else 1.0
        if share < 1.0:
            self._rest.start()  # the whole crowd is back as soon as nothing moves
        if share != self.pointing.share:
            self.pointing = replace(self.pointing, share=share)
        motion = self.motion
        return Shot(motion.camera, width, height, scale, motion.mix, motion.now, share=share, keep=not moving)

    @property
    def seen(self) -> MapFrame | None:
        """The frame as it looks now: on the way, while the points move from one layout to another."""
        frame, mix = self.shown, self.motion.mix
        if frame is None or self._before is None or mix >= 1.0:
            return frame
        if self._blend is None or self._blend[0] is not frame or self._blend[1] != mix:
            self._blend = (frame, mix, blended(self._before, frame, mix))
        return self._blend[2]

    def set_matches(self, indices: Indices) -> None:
        """Mark the background points a search found."""
        self.matches = indices
        self._stale = True
        self.refresh()

    # -- figures -------------------------------------------------------------------------------------------------

    def finish_figure(self) -> None:
        """Be at rest."""
        self.motion.settle()
        self._timer.stop()

    def figure_image(self, width: int, height: int, transparent: bool = False) -> QImage:
        """The whole picture with its labels at this size, however large the widget is.

        Raises GlUnavailable where no OpenGL context can be had.
        """
        self.finish_figure()
        image = self.map_image(width, height, transparent)
        painter = QPainter(image)
        self.paint_overlay(painter, QSize(width, height))
        painter.end()
        return image

    def figure_ground(self, width: int, height: int, transparent: bool) -> QImage:
        """The background points alone, as the picture that a figure of vectors holds. Raises as `figure_image`."""
        return self.map_image(width, height, transparent, lines=False)

    def paint_figure(self, painter: QPainter, size: QSize) -> None:
        """Everything but the background points."""
        self.finish_figure()
        portrait = self._portrait()
        if portrait is not None:
            portrait.paint_lines(painter, size)
            portrait.paint_words(painter, size)

    def _portrait(self) -> Portrait | None:
        if self.shown is None or self.theme is None:
            return None
        size = self.shown.settings.label_size  # a figure has a size of its own
        return Portrait(self.shown, self.theme, self.matches, self.overlay, size, self.figure_camera)

    def figure_camera(self, size: QSize) -> Camera:
        """The camera for a figure of this shape: the same angles and relative distance, framed anew."""
        here = self.motion.camera
        window = self.home(here)
        asked = self.home(here, (float(size.width()), float(size.height())))
        return replace(here, distance=here.distance / window.distance * asked.distance)

    def map_image(self, width: int, height: int, transparent: bool, lines: bool = True) -> QImage:
        """What OpenGL draws, without labels."""
        portrait = self._portrait()
        if portrait is None or portrait.frame.layout is None:
            return blank(QSize(width, height), None if transparent or self.theme is None else self.theme.ground)
        return portrait.image(QSize(width, height), transparent, lines)

    def paint_overlay(self, painter: QPainter, size: QSize) -> None:
        """Labels, statement and legend of a figure; as vectors where the painter writes vectors."""
        portrait = self._portrait()
        if portrait is not None:
            portrait.paint_words(painter, size)

    # -- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a 3D viewer; the rest goes to the window."""
        if not keys.pressed(self, event):
            super().keyPressEvent(event)
