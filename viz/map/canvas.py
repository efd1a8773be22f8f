"""The OpenGL widget of the map. It owns its context's objects and makes them again when Qt gives it a new context
(reparenting into a floating dock can do that), from arrays that stay in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtGui import QSurfaceFormat
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget
from vispy import gloo

from viz.map.camera import Camera
from viz.map.scene import Scene, Shot
from viz.theme import rgb
from viz.visuals.surface import Surface


class MapCanvas(QOpenGLWidget):
    """Paints a scene. `fill` brings the scene up to date and says how it is seen; it is called before each picture."""

    def __init__(self, fill: Callable[[Scene, int, int, float], Shot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = QSurfaceFormat()
        asked.setSwapInterval(1)
        self.setFormat(asked)
        self._fill = fill
        self._camera: Camera | None = None
        self.moved: Callable[[float], None] = lambda seconds: None  # told what a picture from a new place cost
        self._surface: Surface | None = None
        self._scene: Scene | None = None
        self.ground = "#000000"
        self.drawn_seconds = 0.0  # what the last picture cost, the renderer's own work included
        self.pictures = 0  # counted, so that a test can say that nothing is drawn when nothing moves

    def initializeGL(self) -> None:
        """Qt made a (new) context: begin with nothing."""
        self._forget()
        self.context().aboutToBeDestroyed.connect(self._forget)

    @property
    def scene(self) -> Scene | None:
        """What is drawn, once there is a context."""
        return self._scene

    def _ready(self) -> tuple[Surface, Scene]:
        """The surface and the scene of the context there is, made where they are missing."""
        if self._surface is None or self._scene is None:
            self._surface = Surface(self.defaultFramebufferObject)
            self._scene = Scene()
        return self._surface, self._scene

    def _forget(self) -> None:
        if self._surface is not None:
            self._surface.forget()
        self._surface = self._scene = None

    def paintGL(self) -> None:
        """Draw one picture."""
        begun = perf_counter()
        surface, scene = self._ready()
        surface.begin()
        scale = self.devicePixelRatioF()
        width, height = max(1, round(self.width() * scale)), max(1, round(self.height() * scale))
        shot = self._fill(scene, width, height, scale)
        scene.prepare(shot)
        gloo.set_viewport(0, 0, width, height)
        gloo.clear(color=(*(float(v) for v in rgb(self.ground)), 1.0))
        scene.draw(shot)
        surface.flush()
        if shot.camera != self._camera:  # waited for only where the answer is used
            gloo.gl.glFinish()
            self.drawn_seconds = perf_counter() - begun
            self.moved(self.drawn_seconds)
        self._camera = shot.camera
        self.pictures += 1
