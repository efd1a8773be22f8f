"""Where the map is drawn: on the graphics card's own widget, or, without a card, into a picture that Qt copies.

A window that holds a `QOpenGLWidget` is put together by OpenGL, every dock of it, at every change of any of them. A
graphics card does that for nothing; a software renderer takes longer over it than over the map (34 ms of 36 for a
window of 1680 x 994). So there the map is drawn into a framebuffer of its own and read back, which costs a millisecond,
and the window stays one that Qt paints by itself. Both canvases own their context's objects and make them again in a
new context, from arrays that stay in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QOffscreenSurface,
    QOpenGLContext,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSurfaceFormat,
)
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget
from vispy import gloo

from viz.camera import Camera
from viz.map.paint.scene import Scene
from viz.map.paint.shot import Shot
from viz.theme import rgb
from viz.visuals.gl_errors import NO_CONTEXT, GlUnavailable
from viz.visuals.renderer import Renderer
from viz.visuals.surface import Surface

Fill = Callable[[Scene, int, int, float], Shot]


class Drawing:
    """Draws into one context. `fill` brings the scene up to date and says how it is seen, before each picture."""

    def __init__(self, fill: Fill) -> None:
        self._fill = fill
        self._camera: Camera | None = None
        self.moved: Callable[[float], None] = lambda seconds: None  # told what a picture from a new place cost
        self.surface: Surface | None = None
        self.scene: Scene | None = None  # what is drawn, once there is a context
        self.ground = "#000000"
        self.pictures = 0  # counted, so that a test can say that nothing is drawn when nothing moves

    def forget(self) -> None:
        """The context is gone."""
        if self.surface is not None:
            self.surface.forget()
        self.surface = self.scene = None

    def paint(self, width: int, height: int, scale: float, target: Callable[[], int]) -> None:
        """Draw one picture of physical size `width` x `height` into the framebuffer that `target` names."""
        begun = perf_counter()
        if self.surface is None or self.scene is None:
            self.surface, self.scene = Surface(target), None
            self.surface.begin()
            self.scene = Scene()
        self.surface.begin()
        shot = self._fill(self.scene, width, height, scale)
        self.scene.prepare(shot)
        gloo.set_viewport(0, 0, width, height)
        ground = (*(float(v) for v in rgb(self.ground)), 1.0)
        gloo.clear(color=(0.0, 0.0, 0.0, 0.0) if shot.transparent else ground)
        self.scene.draw(shot)
        self.surface.flush()
        if shot.camera != self._camera:  # waited for only where the answer is used
            gloo.gl.glFinish()
            self.moved(perf_counter() - begun)
        self._camera = shot.camera
        self.pictures += 1


class GpuCanvas(QOpenGLWidget):
    """The map on a graphics card."""

    def __init__(self, fill: Fill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = QSurfaceFormat()
        asked.setSwapInterval(1)
        self.setFormat(asked)
        self.drawing = Drawing(fill)

    def redraw(self) -> None:
        """Draw another picture soon."""
        self.update()

    def end(self) -> None:
        """Qt ends the context with the widget."""

    def initializeGL(self) -> None:
        """Qt made a (new) context (reparenting into a floating dock can do that): begin with nothing."""
        self.drawing.forget()
        self.context().aboutToBeDestroyed.connect(self.drawing.forget)

    def paintGL(self) -> None:
        """Draw one picture."""
        scale = self.devicePixelRatioF()
        width, height = max(1, round(self.width() * scale)), max(1, round(self.height() * scale))
        self.drawing.paint(width, height, scale, self.defaultFramebufferObject)


class HiddenPicture:
    """A picture in a framebuffer of its own, in a context without a window, drawn by a `Drawing`."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._window: QOffscreenSurface | None = None
        self._context: QOpenGLContext | None = None
        self._target: QOpenGLFramebufferObject | None = None

    def image(self, width: int, height: int, scale: float) -> QImage:
        """The picture drawn anew. Raises GlUnavailable where no context can be had."""
        target = self._ready(width, height)
        target.bind()
        self._drawing.paint(width, height, scale, lambda: 0 if self._target is None else self._target.handle())
        return target.toImage()

    def _ready(self, width: int, height: int) -> QOpenGLFramebufferObject:
        """The framebuffer of this size, in a context that is current."""
        if self._context is None or self._window is None:
            self._window, self._context = QOffscreenSurface(), QOpenGLContext()
            self._window.create()
            self._context.create()
        if not self._context.makeCurrent(self._window):
            raise GlUnavailable(NO_CONTEXT)
        if self._target is None or (self._target.width(), self._target.height()) != (width, height):
            self._target = QOpenGLFramebufferObject(width, height, QOpenGLFramebufferObjectFormat())
        return self._target

    def end(self) -> None:
        """Give the context back; it is made anew when there is something to draw again."""
        if self._context is not None and self._window is not None:
            self._context.makeCurrent(self._window)
            self._target = None
            self._drawing.forget()
            self._context.doneCurrent()
            self._window.destroy()
        self._window = self._context = None


class SoftCanvas(QWidget):
    """The map without a graphics card. What lies above is painted over it by Qt, as over any widget."""

    frameSwapped = Signal()  # noqa: N815 - named as in QOpenGLWidget

    def __init__(self, fill: Fill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing(fill)
        self._hidden = HiddenPicture(self.drawing)
        self._picture: QImage | None = None  # kept: a label that changes above needs no new picture of the map
        self._swap = QTimer(self)
        self._swap.setSingleShot(True)
        self._swap.timeout.connect(self.frameSwapped)
        self.setAutoFillBackground(False)

    def redraw(self) -> None:
        """Draw another picture soon."""
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another picture."""
        self._picture = None

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is on screen any more."""
        self._swap.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture, drawn anew where something changed; it is on screen when Qt has come round again."""
        fresh = self._picture is None
        picture = self.grabFramebuffer()
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, 0, picture)
        painter.end()
        if fresh:
            self._swap.start(0)

    def grabFramebuffer(self) -> QImage:
        """The picture of the map as it is now."""
        scale = self.devicePixelRatioF()
        width, height = max(1, round(self.width() * scale)), max(1, round(self.height() * scale))
        size = (width, height)
        if self._picture is None or (self._picture.width(), self._picture.height()) != size:
            self._picture = self._hidden.image(width, height, scale)
            self._picture.setDevicePixelRatio(scale)
        return self._picture

    def end(self) -> None:
        """Give the context back; it is made anew when there is something to draw again."""
        self._swap.stop()
        self._picture = None
        self._hidden.end()


def canvas_for(renderer: Renderer, fill: Fill, parent: QWidget) -> GpuCanvas | SoftCanvas | None:
    """The canvas that suits what draws here; None where there is no OpenGL at all."""
    if renderer == "none":
        return None
    return GpuCanvas(fill, parent) if renderer == "card" else SoftCanvas(fill, parent)
