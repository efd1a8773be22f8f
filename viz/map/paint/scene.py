"""Draws a frame with OpenGL: nebula, points, lines, discs. What did not change is not uploaded again.

A scene belongs to one surface (one OpenGL context) and holds no widget, so the same code paints the window and figures.
"""

from __future__ import annotations

import numpy as np
from vispy import gloo

from engine.records import F32, U8
from viz.map.data.colouring import focused, painted
from viz.map.data.density import strength
from viz.map.data.frame import MapFrame
from viz.map.data.picking import Indices
from viz.map.paint.pieces import FEW, lowest, marks, segments
from viz.map.paint.ribbon_room import CELL, Grid, is_quiet, quietness
from viz.map.paint.shot import Shot
from viz.map.paint.text import room_scale
from viz.theme import Theme, rgb
from viz.visuals import forms
from viz.visuals.discs import Discs
from viz.visuals.glow import Glow
from viz.visuals.points import Points
from viz.visuals.ribbons import Ribbons
from viz.visuals.still import Still
from viz.visuals.veil import Veil

QUIET = 0.5  # of the background is veiled beside the path
STALE = 2  # pictures of a movement for which the veil stays where it is: as soft as it is, nobody sees it
LARGEST_POINT = 26.0  # logical pixels of a sprite
_NO_MATCHES: Indices = np.zeros(0, np.int64)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(
        a is b or (isinstance(a, (int, str)) and a == b) for a, b in zip(one, other, strict=True)
    )


def _light(theme: Theme, shot: Shot) -> float:
    """How much of the nebula is light that adds up: on a dark ground most, on paper and on nothing none."""
    return 0.85 if theme.is_dark and not shot.transparent else 0.0


def _line_scale(shot: Shot) -> float:
    """Physical pixels of a logical one, as lines and discs are drawn in a view of this size."""
    return shot.scale * room_scale(shot.width / shot.scale, shot.height / shot.scale)


class Scene:
    """The visuals of one OpenGL context. All methods want it current and its surface begun."""

    def __init__(self) -> None:
        self.points, self.glow = Points(), Glow()
        self.ribbons, self.discs = Ribbons(), Discs()
        self.faint = Ribbons()  # below the others, and part of the background
        self.veil = Veil()
        self._quiet: tuple[tuple[float, float], int, Grid] | None = None  # of a size, how many pictures ago, opacities
        self._frame: MapFrame | None = None
        self._seen: MapFrame | None = None  # where the lines are: it may be on the way to another layout
        self._theme: Theme | None = None
        self._matches = _NO_MATCHES
        self._lines: tuple[object, ...] = ()
        self._places: tuple[F32, F32] | None = None
        self._colours: F32 | None = None
        self._codes: U8 | None = None  # of the categories that have forms
        self._still, self._nebula = Still(), Still()
        self._turn = 0  # of the nebula's two steps, while it is drawn in two pictures
        self._behind: tuple[object, ...] = ()  # what the background last drawn depended on

    @property
    def has_frame(self) -> bool:
        """Whether there is something to draw; a scene of a new context has nothing yet."""
        return self._frame is not None

    def set_frame(self, frame: MapFrame, theme: Theme, start: F32, matches: Indices = _NO_MATCHES) -> None:
        """Take over a frame; `start` [N, 3] is where the points come from (the frame's own points when at rest)."""
        if self._places is None or self._places[0] is not start or self._places[1] is not frame.points:
            self._places = (start, frame.points)
            if len(frame.points):
                self.points.set_places(start, frame.points, strength(frame.points))
                self.glow.set_places(start, frame.points)
            self.points.count = len(frame.points)
            self._colours = self._codes = None
        self._set_colours(frame, theme)
        self._frame, self._theme = frame, theme
        self._matches = matches
        self.set_lines(frame)

    def set_lines(self, frame: MapFrame) -> None:
        """Put path, fans, branches and marks where this frame has them; it may be one on the way to another layout."""
        theme = self._theme
        if theme is None:
            return
        self._seen = frame
        lines = (
            frame.path, frame.line, frame.path_values, frame.fan, frame.ahead, frame.branches, frame.beside,
            frame.trajectory, frame.current, frame.settings.fade, theme, frame.neighbour_lines,
            frame.points if len(frame.neighbour_lines) else None,
            frame.further, frame.single,
        )  # fmt: skip
        if not _same(lines, self._lines):
            self._lines = lines
            self.ribbons.set_segments(segments(frame, theme))
            if len(frame.further) or self.faint.count:
                self.faint.set_segments(lowest(frame, theme))
        self.discs.set_marks(marks(frame, theme, self._matches))

    def _set_colours(self, frame: MapFrame, theme: Theme) -> None:
        if frame.colours is None or frame.background is None or not len(frame.points):
            return
        by = frame.colours
        colours = painted(by.codes, by.values, by.by, len(by.names), theme, frame.background.left_out)
        if len(frame.selection) > FEW:
            colours = focused(colours, frame.selection, theme)
        if colours is not self._colours:
            self._colours = colours
            self.points.set_colours(colours)
            self.glow.set_colours(colours)

        codes = by.codes if len(by.names) <= len(forms.NAMES) else None
        if codes is not self._codes:
            self._codes = codes
            self.points.set_forms(codes)

    def draw(self, shot: Shot) -> None:
        """Draw the frame into the bound framebuffer, over whatever was cleared there."""
        frame, theme = self._frame, self._theme
        if frame is None or theme is None or frame.layout is None:
            return
        matrix = shot.camera.matrix(shot.width, shot.height)
        view = (shot.width, shot.height)
        if self._still.holds(self._behind):
            self._still.draw()
        else:
            self._draw_background(frame, theme, shot, matrix)
        if is_quiet(frame):
            self._draw_veil(frame if self._seen is None else self._seen, theme, shot, matrix)
        if not shot.lines:
            return
        gloo.set_state(blend=True, depth_test=False, cull_face=False, blend_func=("one", "one_minus_src_alpha"))
        scale = _line_scale(shot)
        self.ribbons.draw(matrix, view, scale, shot.now, 0.0)
        self.discs.draw(matrix, scale, shot.now, rgb(theme.ground), 0.0)

    def _draw_background(self, frame: MapFrame, theme: Theme, shot: Shot, matrix: F32) -> None:
        """Nebula, points and faint lines, which a token that appears leaves as they are."""
        if frame.settings.glow:
            if self._nebula.holds(self._nebula_key(theme, shot)):
                self._nebula.draw()
            else:
                self.glow.spread()
        gloo.set_state(blend=True, depth_test=False, cull_face=False, blend_func=("one", "one_minus_src_alpha"))
        self._draw_points(frame, theme, shot, matrix)
        if shot.lines and shot.share >= 1.0:
            view = (shot.width, shot.height)
            self.faint.draw(
                matrix, view, shot.scale * room_scale(view[0] / shot.scale, view[1] / shot.scale), shot.now, 0.0
            )

    def _draw_veil(self, frame: MapFrame, theme: Theme, shot: Shot, matrix: F32) -> None:
        """Make the background quiet beside the path."""
        scale = _line_scale(shot)
        width, height = shot.width / scale, shot.height / scale
        cell = np.array([CELL / width, CELL / height], np.float32)
        ground = None if shot.transparent else np.array(rgb(theme.ground), np.float32)
        place = (width, height)
        if not shot.hurried or self._quiet is None or self._quiet[0] != place or self._quiet[1] >= STALE:
            self._quiet = place, 0, QUIET * quietness(frame, matrix, width, height)
        else:
            self._quiet = place, self._quiet[1] + 1, self._quiet[2]
        self.veil.draw(self._quiet[2], cell, ground)

    def prepare(self, shot: Shot) -> None:
        """Draw what `draw` needs into its own framebuffers. Call before the target is bound.

        A picture that is to keep its background draws it apart, and those that follow from the same place only copy it.
        """
        frame, theme = self._frame, self._theme
        if frame is None or theme is None or frame.layout is None:
            return
        settings = frame.settings
        behind = (
            shot.camera, shot.width, shot.height, shot.scale, shot.mix, shot.share, shot.transparent, theme.name,
            settings.glow, settings.point_size, settings.flat, self.points.uploads, self.faint.uploads,
        )  # fmt: skip
        self._behind = behind
        if self._still.holds(behind):
            return
        self._prepare_nebula(frame, theme, shot)
        if shot.keep and self._still.can_keep:
            matrix = shot.camera.matrix(shot.width, shot.height)
            with self._still.drawing(behind, shot.width, shot.height, theme.ground):
                self._draw_background(frame, theme, shot, matrix)

    def _prepare_nebula(self, frame: MapFrame, theme: Theme, shot: Shot) -> None:
        """Gather the nebula. Where every millisecond counts, it is gathered for one picture and spread for the next:
        as soft as it is, nobody sees it a picture late."""
        if shot.share >= 1.0 or not frame.settings.glow or not self._nebula.can_keep:
            self._nebula.drop()
            self._gather_glow(shot)
            return
        key, self._turn = self._nebula_key(theme, shot), 1 - self._turn
        fresh = not self._nebula.holds(key)
        if fresh or self._turn:
            self._gather_glow(shot)
        if fresh or not self._turn:
            with self._nebula.drawing(key, shot.width, shot.height, theme.ground):
                self.glow.spread()

    def _nebula_key(self, theme: Theme, shot: Shot) -> tuple[object, ...]:
        """What a nebula spread for another place of the camera shares with this picture where it may stand in."""
        return shot.width, shot.height, theme.name, self.points.uploads

    def _gather_glow(self, shot: Shot) -> None:
        if self._frame is not None and self._theme is not None and self._frame.settings.glow:
            matrix = shot.camera.matrix(shot.width, shot.height)
            strength = 0.34 if self._theme.is_dark else 0.16
            view = (shot.width, shot.height)
            red, green, blue = (float(v) for v in rgb(self._theme.ground))
            ground = (0.0, 0.0, 0.0, 0.0) if shot.transparent else (red, green, blue, 1.0)
            light = _light(self._theme, shot)
            self.glow.gather(matrix, shot.mix, view, shot.camera.distance, light, strength, ground, shot.share < 1.0)

    def _draw_points(self, frame: MapFrame, theme: Theme, shot: Shot, matrix: F32) -> None:
        crowd = max(len(frame.points), 1) / 49_152
        tall = shot.height / shot.scale / 800
        larger = crowd ** (-0.2 if crowd < 1.0 else -0.15)
        size = 3.6 * shot.scale * frame.settings.point_size * min(3.0, larger) * tall**0.5
        if shot.camera.distance < 3.0:  # nearer: the points grow, but less than the map does
            size *= (3.0 / shot.camera.distance) ** 0.35
        fog = 0.0 if frame.settings.flat else (0.86 if theme.is_dark else 0.8)
        alpha = (0.64 if theme.is_dark else 0.5) * min(1.7, crowd**-0.2)
        alpha *= min(1.8, max(1.0, 1.2 / shot.camera.distance) ** 0.4)  # few are in sight from near
        depth = 1.0
        if shot.share < 1.0:  # fewer points stand for all: larger and stronger, so that the crowd looks as dense
            size *= shot.share**-0.2
            alpha *= shot.share**-0.35
        most = LARGEST_POINT * max(shot.scale, 1.0)
        self.points.draw(matrix, shot.mix, size, shot.camera.distance, depth, fog, alpha, shot.share, most)
