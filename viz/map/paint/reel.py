"""Pictures of one map, one after the other, for a film: one context and one scene for all of them.

What does not change from picture to picture is neither uploaded nor drawn again; otherwise each is the picture that a
figure has.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from engine.records import F32
from viz.map.data.flight import flown
from viz.map.data.frame import MapFrame
from viz.map.paint.canvas import Drawing, HiddenPicture
from viz.map.paint.portrait import Portrait, blank, scale_of
from viz.map.paint.scene import Scene
from viz.map.paint.shot import Shot


class Reel:
    """A film of the map that `portrait` shows at rest, from where that is seen. Close it with `end`."""

    def __init__(self, portrait: Portrait, size: QSize, transparent: bool) -> None:
        self.camera = portrait.camera(size.width(), size.height())
        self._portrait, self._size, self._transparent = portrait, size, transparent
        self._frame, self._at = portrait.frame, self.camera
        self._shown: MapFrame | None = None
        self._drawing = Drawing(self._fill)
        self._drawing.ground = portrait.theme.ground
        self._hidden = HiddenPicture(self._drawing)

    def image(self, frame: MapFrame, turned: float, part: float | None, near: float) -> QImage:
        """The picture of a frame, turned by degrees, and at `part` of a flight along its path where there is one.

        Raises GlUnavailable where no OpenGL context can be had.
        """
        camera = self.camera if part is None else flown(self.camera, _places(self._portrait.frame), part, near)
        camera = camera if camera.flat else replace(camera, azimuth=camera.azimuth + turned)
        self._frame, self._at = frame, camera
        portrait = replace(self._portrait, frame=frame, camera=lambda _width, _height: camera)
        made = self._ground(portrait)
        painter = QPainter(made)
        portrait.paint_words(painter, self._size)
        painter.end()
        return made

    def _ground(self, portrait: Portrait) -> QImage:
        if portrait.frame.layout is None:
            return blank(self._size, None if self._transparent else portrait.theme.ground)
        drawn = self._hidden.image(self._size.width(), self._size.height(), 1.0)
        return drawn.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # what Qt paints on fastest

    def _fill(self, scene: Scene, width: int, height: int, _scale: float) -> Shot:
        portrait = self._portrait
        if self._shown is not self._frame or not scene.has_frame:
            scene.set_frame(self._frame, portrait.theme, self._frame.points, portrait.matches)
            self._shown = self._frame
        scale = scale_of(self._size) * portrait.look.weight
        keep = not self._transparent
        return Shot(self._at, width, height, scale, transparent=self._transparent, keep=keep)

    def end(self) -> None:
        """Free the context."""
        self._hidden.end()


def _places(frame: MapFrame) -> F32:
    return frame.path.points[~frame.path.left_out]
