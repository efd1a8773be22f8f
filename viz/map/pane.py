"""One map of the meaning space: a canvas, the glass over it, and what moves between two frames.

The view has one of these, or two beside each other where a second layout is shown. Nothing is drawn while
nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from viz.camera import Camera
from viz.intents import Intent
from viz.map.data.frame import MapFrame
from viz.map.input.dragging import Dragging
from viz.map.input.mouse import MouseGlass
from viz.map.pace import Pace
from viz.map.paint.overlay import Overlay
from viz.map.paint.portrait import FigureLook, Portrait, blank, scale_of
from viz.map.paint.shot import Shot
from viz.map.paint.text import text_scale
from viz.map.viewport import Viewport
from viz.plain import Label
from viz.theme import Theme
from viz.visuals.renderer import Renderer

if TYPE_CHECKING:
    from viz.map.paint.canvas import GpuCanvas, SoftCanvas
    from viz.map.paint.reel import Reel
    from viz.map.paint.scene import Scene

translate = QCoreApplication.translate  # by this name its texts are collected

FRAME_MS = 15
MOST_ABOVE = 0.3  # of the height that the run is kept clear of
REST_MS = 160  # without movement, after which every point is drawn again
SMALLEST = QSize(160, 120)


class Pane(QWidget):
    """One map. `covered` names the boxes of this widget that lie under something else."""

    def __init__(
        self,
        parent: QWidget,
        send: Callable[[Intent], None],
        dragging: Callable[[], Dragging],
        covered: Callable[[QWidget], Sequence[QRect]],
        renderer: Callable[[], Renderer],
    ) -> None:
        super().__init__(parent)
        self.setMinimumSize(SMALLEST)
        self.overlay = Overlay()
        self.viewport = Viewport(self._size, self.refresh, self._above)
        self.figure_look = FigureLook()
        self.pace = Pace()
        self.paced = True  # False: every point in every picture, whatever it costs
        self._renderer = renderer
        self._drawn: MapFrame | None = None  # whose lines the scene has
        self._changes_drawn = -1
        self._camera_drawn: Camera | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.canvas: GpuCanvas | SoftCanvas | None = None  # made for the first map: asking for OpenGL takes its time
        self.no_gl = Label(
            translate("Map", "The map needs OpenGL, which this computer does not offer. Everything else works."), self
        )
        self.no_gl.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.no_gl.setWordWrap(True)
        self.no_gl.hide()
        self.glass = MouseGlass(self, self.viewport, self.overlay, lambda: covered(self), send, dragging)
        self.glass.has_ground = True  # until there is a canvas below

    # -- frame ---------------------------------------------------------------------------------------------------

    def show_frame(self, frame: MapFrame, theme: Theme) -> None:
        """Show a frame; motions begin where something changed place."""
        self.viewport.show(frame, theme, text_scale(self))
        if frame.layout is not None:
            self._draw_maps()
        if self.canvas is not None:
            self.canvas.drawing.ground = theme.ground
        self.pace.count = len(frame.points)

    def _draw_maps(self) -> None:
        """Make ready to draw maps, or say that this cannot be done here."""
        if self.canvas is not None or not self.no_gl.isHidden():
            return
        from viz.map.paint.canvas import canvas_for  # vispy, which the window's first picture does not wait for

        self.canvas = canvas_for(self._renderer(), self._fill, self)
        self.no_gl.setVisible(self.canvas is None)
        self.glass.setVisible(self.canvas is not None)
        self.glass.has_ground = self.canvas is None
        if self.canvas is not None:
            self.canvas.drawing.moved = self.pace.drawn
            self.canvas.setGeometry(self.rect())
            self.canvas.lower()
            self.canvas.show()

    # -- laying out ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Text has another size: so has what is written over the map."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.viewport.write(text_scale(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything to the new size."""
        self.arrange()

    def arrange(self) -> None:
        """Lay canvas and glass over each other."""
        box = self.rect()
        if self.canvas is not None:
            self.canvas.setGeometry(box)
        self.glass.setGeometry(box)
        self.no_gl.setGeometry(box)
        self.viewport.fit()
        self.refresh()

    def _size(self) -> tuple[float, float]:
        """Logical width and height of the picture."""
        return float(max(self.width(), 1)), float(max(self.height(), 1))

    def written_to(self) -> float:
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
        width, height = self._size() if size is None else size
        scale = 1.0 if size is None else scale_of(QSize(round(width), round(height)))
        letters = self.viewport.label_size if size is None else frame.settings.label_size * self.figure_look.letters
        plan = self.overlay.statement.plan(frame, theme, width / scale, height / scale, letters)
        return min(plan.boxes[0][3] * scale / height, MOST_ABOVE)

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

    def hideEvent(self, event: object) -> None:
        """Nothing moves that is not seen."""
        self._timer.stop()
        self._rest.stop()

    def end(self) -> None:
        """Give OpenGL's memory back."""
        if self.canvas is not None:
            self.canvas.end()

    def settle(self) -> None:
        """Be at rest."""
        self.viewport.motion.settle()
        self._timer.stop()

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
        if moving:
            self._rest.start()  # the whole crowd is back, and labels are laid out, as soon as nothing moves
        if share != viewport.pointing.share:
            viewport.pointing = replace(viewport.pointing, share=share)
        return Shot(
            motion.camera, width, height, scale, motion.mix, motion.now, share=share, hurried=moving, keep=not moving
        )

    # -- figures -------------------------------------------------------------------------------------------------

    def portrait(self) -> Portrait | None:
        """What a figure of this map is made of."""
        frame, theme = self.viewport.frame, self.viewport.theme
        if frame is None or theme is None:
            return None
        matches, camera = self.viewport.matches, self.viewport.in_size
        return Portrait(frame, theme, matches, self.overlay, frame.settings.label_size, camera, self.figure_look)

    def use_look(self, look: FigureLook) -> None:
        """Have a figure's letters and lines so: it has sizes of its own."""
        self.figure_look = look
        self.overlay.text.family = look.family

    def image(self, size: QSize, transparent: bool, lines: bool = True) -> QImage:
        """What OpenGL draws, without labels. Raises GlUnavailable where no OpenGL context can be had."""
        portrait = self.portrait()
        if portrait is None or portrait.frame.layout is None:
            theme = self.viewport.theme
            return blank(size, None if transparent or theme is None else theme.ground)
        return portrait.image(size, transparent, lines)

    def reel(self, size: QSize, transparent: bool) -> Reel | None:
        """What films this map, from where it is seen now; None before there is a frame."""
        from viz.map.paint.reel import Reel  # vispy, as above

        portrait = self.portrait()
        return None if portrait is None else Reel(portrait, size, transparent)

    def paint(self, painter: QPainter, size: QSize, lines: bool) -> None:
        """Labels, statement and legend, and with `lines` path, fans and marks below them; as vectors where the painter
        writes vectors."""
        portrait = self.portrait()
        if portrait is not None:
            if lines:
                portrait.paint_lines(painter, size)
            portrait.paint_words(painter, size)
