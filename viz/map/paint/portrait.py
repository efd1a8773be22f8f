"""A figure of the map: one frame in one theme, seen by one camera, drawn at any size, in pixels or as vectors."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from viz.camera import Camera
from viz.map.data.frame import MapFrame
from viz.map.data.picking import Indices
from viz.map.paint.overlay import Overlay
from viz.map.paint.pieces import lowest, marks, segments
from viz.map.paint.shot import Shot
from viz.map.paint.vectors import paint_marks, paint_segments
from viz.theme import Theme, rgb


def scale_of(size: QSize) -> float:
    """Figure pixels of a logical one: any figure looks like a window of 1600 x 900 logical pixels."""
    return max(math.sqrt(size.width() * size.height() / (1600.0 * 900.0)), 0.3)


@dataclass(frozen=True)
class FigureLook:
    """How a figure's letters and lines are, beside those of the window."""

    letters: float = 1.0  # times as large as by themselves
    weight: float = 1.0  # times as thick lines and points; letters keep their size
    family: str = ""  # of letters; "": the program's


@dataclass(frozen=True)
class Portrait:
    """What is drawn, and from where at which size."""

    frame: MapFrame
    theme: Theme
    matches: Indices
    overlay: Overlay
    label_size: float
    camera: Callable[[float, float], Camera]  # for a picture of this width and height
    look: FigureLook = FigureLook()

    def image(self, size: QSize, transparent: bool, lines: bool = True) -> QImage:
        """What OpenGL draws, without labels; without path, fans and marks too where not `lines`.

        Raises GlUnavailable where no OpenGL context can be had.
        """
        from viz.map.paint.scene import Scene  # vispy, which the window's first picture does not wait for
        from viz.visuals.surface import OffScreen

        width, height = size.width(), size.height()
        off = OffScreen(width, height)
        off.surface.begin()
        scene = Scene()
        scene.set_frame(self.frame, self.theme, self.frame.points, self.matches)
        shot = Shot(
            self.camera(size.width(), size.height()),
            width,
            height,
            scale_of(size) * self.look.weight,
            transparent=transparent,
            lines=lines,
        )
        scene.prepare(shot)
        red, green, blue = (float(v) for v in rgb(self.theme.ground))
        pixels = off.render(lambda: scene.draw(shot), (0.0, 0.0, 0.0, 0.0) if transparent else (red, green, blue, 1.0))
        off.close()
        made = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888_Premultiplied)
        return made.copy()

    def paint_lines(self, painter: QPainter, size: QSize) -> None:
        """Path, fans, branches and marks, as vectors where the painter writes vectors."""
        scale = scale_of(size) * self.look.weight
        width, height = size.width() / scale, size.height() / scale
        matrix = self.camera(size.width(), size.height()).matrix(width, height)
        painter.save()
        painter.scale(scale, scale)
        painter.setClipRect(0, 0, math.ceil(width), math.ceil(height))
        if self.frame.layout is not None:
            for lines in (lowest(self.frame, self.theme), segments(self.frame, self.theme)):
                paint_segments(painter, lines, matrix, width, height)
            rim = rgb(self.theme.ground)
            paint_marks(painter, marks(self.frame, self.theme, self.matches), rim, matrix, width, height)
        painter.restore()

    def paint_words(self, painter: QPainter, size: QSize) -> None:
        """Labels, statement and legend, as vectors where the painter writes vectors."""
        scale = scale_of(size) * self.look.weight
        width, height = size.width() / scale, size.height() / scale
        camera = self.camera(size.width(), size.height())
        painter.save()
        painter.scale(scale, scale)
        letters = self.label_size * self.look.letters / self.look.weight
        composition = self.overlay.compose(self.frame, self.theme, camera, width, height, letters)
        self.overlay.paint(painter, self.frame, self.theme, camera, composition, width, height, letters)
        painter.restore()


def blank(size: QSize, ground: str | None) -> QImage:
    """A picture with nothing on it."""
    image = QImage(size, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent if ground is None else ground)
    return image
