"""The meaning space: all tokens (or the states of a sample text) as points, and the run's path and choices among them.

OpenGL draws the points and lines, Qt writes the labels on a transparent widget above; both read one frame, computed
without either in `viz.map.data.frame`. Nothing is drawn while nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.run import Run
from viz.camera import Camera
from viz.intents import Intent, SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.map import asking
from viz.map.choices import OPTIONS
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.faithful import is_flat
from viz.map.input.controls import Controls
from viz.map.input.keys import Keys
from viz.map.input.mouse import MouseGlass
from viz.map.input.neighbours_panel import NeighboursPanel
from viz.map.input.selection_export import SelectionExport
from viz.map.input.selection_panel import SelectionPanel
from viz.map.pace import Pace
from viz.map.paint.overlay import Overlay
from viz.map.paint.portrait import Portrait, blank, scale_of
from viz.map.paint.shot import Shot
from viz.map.paint.text import text_scale
from viz.map.viewport import Viewport
from viz.plain import Label
from viz.theme import Theme
from viz.typeface import NORMAL_TEXT
from viz.ui_state import Option, UiState
from viz.view import View, option_value
from viz.visuals import renderer as renderers
from viz.visuals.renderer import Renderer

if TYPE_CHECKING:
    from viz.map.paint.canvas import GpuCanvas, SoftCanvas
    from viz.map.paint.scene import Scene

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate  # by this name its texts are collected

FRAME_MS = 15
MOST_ABOVE = 0.3  # of the height that the run is kept clear of
REST_MS = 160  # without movement, after which every point is drawn again


class MeaningSpace(View):
    """The map in 3D or 2D."""

    name: ClassVar[str] = "meaning_space"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("MeaningSpace", "Meaning space")
    subtitle: ClassVar[str] = QT_TRANSLATE_NOOP("MeaningSpace", "Embedding map")
    keywords: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("MeaningSpace", "embedding"),
        QT_TRANSLATE_NOOP("MeaningSpace", "latent space"),
        QT_TRANSLATE_NOOP("MeaningSpace", "representation"),
        QT_TRANSLATE_NOOP("MeaningSpace", "UMAP"),
        QT_TRANSLATE_NOOP("MeaningSpace", "PCA"),
        QT_TRANSLATE_NOOP("MeaningSpace", "nearest neighbours"),
        QT_TRANSLATE_NOOP("MeaningSpace", "hidden states"),
        QT_TRANSLATE_NOOP("MeaningSpace", "3D"),
        QT_TRANSLATE_NOOP("MeaningSpace", "trajectory"),
    )
    area: ClassVar[Literal["centre", "left", "right", "bottom"]] = "centre"
    order: ClassVar[int] = 0
    tip: ClassVar[str] = QT_TRANSLATE_NOOP(
        "MeaningSpace",
        "Each dot is a token of the vocabulary or a hidden state of the model; dots that lie close are often similar, "
        "and rays show which tokens may come next.",
    )
    options: ClassVar[tuple[Option, ...]] = OPTIONS

    def __init__(self, parent: QWidget | None = None, renderer: Callable[[], Renderer] = renderers.renderer) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.overlay = Overlay()
        self.viewport = Viewport(self._stage_size, self.refresh, self._above)
        self._drawn: MapFrame | None = None  # whose lines the scene has
        self._changes_drawn = -1
        self.figure_letters = 1.0  # times as large in a figure
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
        viewport, send = self.viewport, self.send
        self.controls = Controls(self, viewport, send)
        column.addWidget(self.controls)
        self.stage = QWidget(self)
        self.stage.setMinimumSize(160, 120)
        column.addWidget(self.stage, 1)
        self.canvas: GpuCanvas | SoftCanvas | None = None  # made for the first map: asking for OpenGL takes its time
        self.no_gl = Label(
            translate("Map", "The map needs OpenGL, which this computer does not offer. Everything else works."),
            self.stage,
        )
        self.no_gl.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.no_gl.setWordWrap(True)
        self.no_gl.hide()
        drag_box = self.controls.drag_box
        self.glass = MouseGlass(self.stage, viewport, self.overlay, self._covered, send, lambda: drag_box.dragging)
        self.glass.has_ground = True  # until there is a canvas below
        self.glass.pressed.connect(lambda: self.setFocus(Qt.FocusReason.MouseFocusReason))
        self.keys = Keys(viewport, drag_box, send, self._set_option, self.controls.search.setFocus)
        self.neighbours = NeighboursPanel(self.stage, viewport, send)
        self.exports = SelectionExport(self, lambda: viewport.frame, send)
        self.addAction(self.exports.action)
        self.selected = SelectionPanel(self.stage, viewport, send, self._written_to, self.exports.action)
        self.panels = (self.neighbours, self.selected)
        self.stage.installEventFilter(self)
        self.arrange()

    def _set_option(self, name: str, value: Any) -> None:
        self.send(SetOption(self.name, name, value))

    def _draw_maps(self) -> None:
        """Make ready to draw maps, or say that this cannot be done here."""
        if self.canvas is not None or not self.no_gl.isHidden():
            return
        from viz.map.paint.canvas import canvas_for  # vispy, which the window's first picture does not wait for

        self.canvas = canvas_for(self._renderer(), self._fill, self.stage)
        self.no_gl.setVisible(self.canvas is None)
        self.glass.setVisible(self.canvas is not None)
        self.glass.has_ground = self.canvas is None
        if self.canvas is not None:
            self.canvas.drawing.moved = self.pace.drawn
            self.canvas.setGeometry(self.stage.rect())
            self.canvas.lower()
            self.canvas.show()

    # -- laying out ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stage changed its size: fit everything to it."""
        if watched is self.stage and event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Lay canvas, glass and panel over each other."""
        box = self.stage.rect()
        if self.canvas is not None:
            self.canvas.setGeometry(box)
        self.glass.setGeometry(box)
        self.no_gl.setGeometry(box)
        for panel in self.panels:
            panel.adjust(box)
        self.viewport.fit()
        self.refresh()

    def _stage_size(self) -> tuple[float, float]:
        """Logical width and height of the picture."""
        return float(max(self.stage.width(), 1)), float(max(self.stage.height(), 1))

    def _covered(self) -> list[QRect]:
        """What of the picture lies under a panel."""
        return [panel.geometry() for panel in self.panels if panel.isVisible()]

    def _written_to(self) -> float:
        """The y at which the statement in the upper left corner ends."""
        viewport = self.viewport
        if viewport.frame is None or viewport.theme is None:
            return 0.0
        plan = self.overlay.statement.plan(viewport.frame, viewport.theme, *viewport.size(), viewport.label_size)
        return plan.boxes[0][3]

    def _above(self, size: tuple[float, float] | None) -> float:
        """How much of the height the statement takes, of this view or of a figure of a size; 0..MOST_ABOVE."""
        frame, theme = self.viewport.frame, self.viewport.theme
        if frame is None or theme is None:
            return 0.0
        width, height = self._stage_size() if size is None else size
        scale = 1.0 if size is None else scale_of(QSize(round(width), round(height)))
        letters = self.viewport.label_size if size is None else frame.settings.label_size * self.figure_letters
        plan = self.overlay.statement.plan(frame, theme, width / scale, height / scale, letters)
        return min(plan.boxes[0][3] * scale / height, MOST_ABOVE)

    # -- frame and paint -----------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> MapFrame:
        """The map as arrays."""
        chosen = {o.name: option_value(cls, ui, o.name) for o in cls.options}
        settings = Settings(
            flat=is_flat(ui),
            still=ui.still,
            **{name: value for name, value in chosen.items() if name != "dimensions"},
        )
        return map_frame(run, ui, settings)

    @classmethod
    def wants(cls, frame: MapFrame) -> Sequence[Intent]:
        """Probabilities, a trajectory and the true ends of a fan."""
        return asking.wants(frame)

    @classmethod
    def lacks(cls, frame: MapFrame) -> bool:
        lost = frame.settings.way and not (len(frame.trajectory) or frame.trajectory.why_not)
        return frame.orphaned and (frame.layout is None or lost or frame.ahead.tree.growing)

    def paint(self, frame: MapFrame, theme: Theme) -> None:
        """Show a frame; motions begin where something changed place."""
        self.viewport.show(frame, theme, frame.settings.label_size * text_scale(self))
        if frame.layout is not None:
            self._draw_maps()
        if self.canvas is not None:
            self.canvas.drawing.ground = theme.ground
        self.pace.count = len(frame.points)
        self.controls.show_frame(frame)
        self.neighbours.show_frame(frame, theme)
        self.selected.show_frame(frame)
        self.exports.show_frame(frame)
        self.refresh()

    # -- camera --------------------------------------------------------------------------------------------------

    def set_camera(self, azimuth: float, elevation: float, distance: float, *target: float) -> None:
        """Look from these angles (degrees) at a target, the middle where none is given; `distance` 1 frames it all."""
        self.viewport.set_camera(azimuth, elevation, distance, *target)

    def camera_now(self) -> tuple[float, ...]:
        """What `set_camera` needs to look from where this view looks from now."""
        return self.viewport.camera_now()

    # -- drawing -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for one picture, and for more while something moves."""
        self._redraw()
        if self.viewport.motion.is_moving and not self._timer.isActive() and self.isVisible():
            self._timer.start()

    def _tick(self) -> None:
        self.viewport.motion.step(perf_counter())
        if not self.viewport.motion.is_moving or not self.isVisible():
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
        viewport, motion = self.viewport, self.viewport.motion
        frame, theme = viewport.frame, viewport.theme
        stale = self._changes_drawn != viewport.changes or not scene.has_frame
        if stale and frame is not None and theme is not None:
            scene.set_frame(frame, theme, viewport.start, viewport.matches)
            self._changes_drawn, self._drawn = viewport.changes, frame
        seen = viewport.seen
        if seen is not None and seen is not self._drawn:
            scene.set_lines(seen)
            self._drawn = seen
        moving = motion.camera != self._camera_drawn or motion.mix < 1.0
        self._camera_drawn = motion.camera
        share = self.pace.share if moving and self.paced else 1.0
        if share < 1.0:
            self._rest.start()  # the whole crowd is back as soon as nothing moves
        if share != viewport.pointing.share:
            viewport.pointing = replace(viewport.pointing, share=share)
        return Shot(motion.camera, width, height, scale, motion.mix, motion.now, share=share, keep=not moving)

    # -- figures -------------------------------------------------------------------------------------------------

    def figure_text(self, width: int, height: int) -> float:
        """Pixels of ordinary text in a figure of this size whose letters are as large as they are by themselves."""
        return NORMAL_TEXT * scale_of(QSize(width, height))

    def finish_figure(self) -> None:
        """Be at rest."""
        self.viewport.motion.settle()
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
        frame, theme = self.viewport.frame, self.viewport.theme
        if frame is None or theme is None:
            return None
        size = frame.settings.label_size * self.figure_letters  # a figure has a size of its own
        return Portrait(frame, theme, self.viewport.matches, self.overlay, size, self.viewport.in_size)

    def map_image(self, width: int, height: int, transparent: bool, lines: bool = True) -> QImage:
        """What OpenGL draws, without labels."""
        portrait = self._portrait()
        if portrait is None or portrait.frame.layout is None:
            theme = self.viewport.theme
            return blank(QSize(width, height), None if transparent or theme is None else theme.ground)
        return portrait.image(QSize(width, height), transparent, lines)

    def paint_overlay(self, painter: QPainter, size: QSize) -> None:
        """Labels, statement and legend of a figure; as vectors where the painter writes vectors."""
        portrait = self._portrait()
        if portrait is not None:
            portrait.paint_words(painter, size)

    # -- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a 3D viewer; the rest goes to the window."""
        if not self.keys.pressed(event):
            super().keyPressEvent(event)
