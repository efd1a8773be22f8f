"""How the map is looked at: its frame, the camera over it, what a search marked, and what the pointer is over.

This is what the parts of the map share. It knows no widget: it is told how large the picture is and how to ask for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import numpy as np

from engine.records import F32
from viz.camera import Camera, project
from viz.map.data import camera_places
from viz.map.data.blend import blended
from viz.map.data.frame import MapFrame
from viz.map.data.picking import Indices, nearest
from viz.map.data.pointing import Pointing
from viz.map.data.slide import same_states
from viz.map.motion import Motion
from viz.theme import Theme

_NO_MATCHES: Indices = np.zeros(0, np.int64)
UNDER = 40.0  # logical pixels within which a point is what the pointer means
SPACE_SECONDS = 1.1  # of the flight to another space, or from 3D to 2D


class Viewport:
    """One view's look at the map. `size` gives width and height in logical pixels, `redraw` asks for a picture.

    `above` says how much (0..1) of the height is written over, of the view or of a picture of a width and height.
    """

    def __init__(
        self,
        size: Callable[[], tuple[float, float]],
        redraw: Callable[[], None],
        above: Callable[[tuple[float, float] | None], float] = lambda size: 0.0,
    ) -> None:
        self.size = size
        self._above = above
        self._redraw = redraw
        self.motion = Motion()
        self.frame: MapFrame | None = None
        self.theme: Theme | None = None
        self.label_size = 1.0
        self.matches: Indices = _NO_MATCHES
        self.pointing = Pointing()
        self.twin: Viewport | None = None  # of the map that is shown beside this one
        self.linked = False  # the twin turns and zooms with this one
        self.touched = False  # by hand: then the camera stays where it was put
        self.changes = 0  # counted: how often there was something else to draw than before
        self._before: MapFrame | None = None  # of the layout the points come from
        self._blend: tuple[MapFrame, float, MapFrame] | None = None

    # -- frame ---------------------------------------------------------------------------------------------------

    def show(self, frame: MapFrame, theme: Theme, text_scale: float) -> None:
        """Take over a frame; motions begin where something changed place. `text_scale`: of the program's text."""
        before, time = self.frame, perf_counter()
        self.frame, self.theme = frame, theme
        self.label_size = frame.settings.label_size * text_scale
        self.changes += 1
        self.motion.still = frame.settings.still
        self._move_points(before, frame, time)
        self._move_tokens(before, frame, time)
        self._move_camera(before, frame, time)
        if frame.settings.turntable != self.motion.turning:
            self.motion.turn(frame.settings.turntable, time)

    def write(self, text_scale: float) -> None:
        """Write what is shown in text of another size."""
        if self.frame is not None:
            self.label_size = self.frame.settings.label_size * text_scale
            self.changes += 1
            self._redraw()

    def _move_points(self, before: MapFrame | None, frame: MapFrame, time: float) -> None:
        if before is not None and before.points is frame.points:
            return
        same = before is not None and len(before.points) == len(frame.points) > 0 and _same_points(before, frame)
        self._before = before if same else None
        if same:
            self.motion.morph(time)
        else:
            self.motion.mix = 1.0

    def _move_tokens(self, before: MapFrame | None, frame: MapFrame, time: float) -> None:
        fresh = before is None or before.run_id != frame.run_id or not _same_points(before, frame)
        self.motion.appear(len(frame.path), time, fresh)

    def _move_camera(self, before: MapFrame | None, frame: MapFrame, time: float) -> None:
        flat = frame.settings.flat
        if before is None or before.layout is None:
            self.motion.jump(self.first_view(replace(Camera(), flat=flat)))
            return
        if flat != before.settings.flat or not _same_points(before, frame):
            self.touched = False
            self.motion.fly(self.first_view(replace(Camera(), flat=flat)), time, SPACE_SECONDS)
        elif frame.settings.follow and frame.current >= 0 and (frame.node != before.node or not before.settings.follow):
            here = self.motion.destination
            self.motion.fly(camera_places.following(frame, here, self.home(here).distance, *self.size()), time)
        elif frame.analogy is not None and _has_arrows(frame) and not _has_arrows(before):
            self._look_at(frame.analogy.points)
        elif not self.touched and frame.further.has_lines and not before.further.has_lines:
            self.look_at_paths()
        elif not self.touched:
            self._frame_anew(before, frame, time)

    def _frame_anew(self, before: MapFrame, frame: MapFrame, time: float) -> None:
        """Go where map, path and fan are in sight, unless they are: a camera that moves at every token tires."""
        here = self.motion.destination
        if frame.points is not before.points:
            first = self.first_view(here)
            if first != here:
                self.motion.fly(first, time)
            return
        same = frame.path is before.path and frame.fan is before.fan and frame.further is before.further
        if frame.settings.follow or same:
            return
        first = self.first_view(here)
        if first.distance < camera_places.LOOSE * here.distance or not camera_places.holds(
            frame, here, *self.size(), self._above(None)
        ):
            self.motion.fly(first, time)

    @property
    def start(self) -> F32:
        """[N, 3] where the points come from while they move to another layout; where they are at rest."""
        here = self._before if self._before is not None else self.frame
        return np.zeros((0, 3), np.float32) if here is None else here.points

    @property
    def seen(self) -> MapFrame | None:
        """The frame as it looks now: on the way, while the points move from one layout to another."""
        frame, mix = self.frame, self.motion.mix
        if frame is None or self._before is None or mix >= 1.0:
            return frame
        if self._blend is None or self._blend[0] is not frame or self._blend[1] != mix:
            self._blend = (frame, mix, blended(self._before, frame, mix))
        return self._blend[2]

    @property
    def is_flat(self) -> bool:
        """Whether the map is looked at in 2D."""
        return self.frame is not None and self.frame.settings.flat

    def set_matches(self, indices: Indices) -> None:
        """Mark the background points a search found, on both maps where there are two."""
        self.matches = indices
        self.changes += 1
        self._redraw()
        if self.twin is not None and self.twin.matches is not indices:
            self.twin.set_matches(indices)

    def forget(self) -> None:
        """Show no map any more."""
        self.frame = self.twin = self._before = self._blend = None
        self.linked = self.touched = False

    def clear_matches(self) -> None:
        """Mark none."""
        self.set_matches(_NO_MATCHES)

    # -- camera --------------------------------------------------------------------------------------------------

    def matrix(self) -> F32:
        """[4, 4] from the standard pose to clip space, as the map is seen now."""
        return self.motion.camera.matrix(*self.size())

    def home(self, camera: Camera, size: tuple[float, float] | None = None) -> Camera:
        """`camera` from its side, at the distance of the robust framing."""
        return camera_places.home(self.frame, camera, *(size or self.size()), self._above(size))

    def first_view(self, camera: Camera, size: tuple[float, float] | None = None) -> Camera:
        """`camera` from its side, where the map is seen first: all of it, or among states the path."""
        return camera_places.first_view(self.frame, camera, *(size or self.size()), self._above(size))

    def in_size(self, width: float, height: float) -> Camera:
        """The camera for a picture of another shape: the same angles and relative distance, framed anew."""
        here = self.motion.camera
        if here == self.first_view(here):
            return self.first_view(here, (width, height))
        window, asked = self.home(here), self.home(here, (width, height))
        target = asked.target if here.target == window.target else here.target
        return replace(here, target=target, distance=here.distance / window.distance * asked.distance)

    def set_camera(self, azimuth: float, elevation: float, distance: float, *target: float) -> None:
        """Look from these angles (degrees) at a target, the middle where none is given; `distance` 1 frames it all."""
        home = self.home(Camera(azimuth=azimuth, elevation=elevation, flat=self.is_flat))
        x, y, z = target if len(target) == 3 else home.target
        self.move_camera(replace(home, distance=home.distance * distance, target=(x, y, z)))
        if self.linked and self.twin is not None:
            self.twin.look_like(self)

    def camera_now(self) -> tuple[float, ...]:
        """What `set_camera` needs to look from where this view looks from now."""
        here = self.motion.destination
        return here.azimuth, here.elevation, here.distance / self.home(here).distance, *here.target

    def go_home(self) -> None:
        """Reset the view, of both maps where they are linked."""
        for each in self._both:
            each.touched = False
            each.motion.fly(each.first_view(Camera(flat=each.is_flat)), perf_counter())
            each._redraw()

    @property
    def _both(self) -> tuple[Viewport, ...]:
        """This one, and the twin where that moves with it."""
        return (self, self.twin) if self.linked and self.twin is not None else (self,)

    def look_like(self, other: Viewport) -> None:
        """Look from the other's side, from as near in relation to what frames the whole map; each at its own middle."""
        there = other.motion.destination
        first = self.first_view(replace(there, flat=self.is_flat))
        near = there.distance / other.first_view(there).distance
        self.touched = other.touched
        self.motion.jump(replace(first, distance=first.distance * near))
        self._redraw()

    def look_at_paths(self) -> None:
        """Have the run's path and the further ones fill the view."""
        found = (
            None if self.frame is None else camera_places.on_paths(self.frame, self.motion.destination, *self.size())
        )
        if found is not None:
            self.touched = True
            self.motion.fly(found, perf_counter())
            self._redraw()

    def _look_at(self, places: F32) -> None:
        """Have [n, 3] places fill the view."""
        found = camera_places.around(places, self.motion.destination, *self.size())
        if found is not None:
            self.touched = True
            self.motion.fly(found, perf_counter())
            self._redraw()

    def fit(self) -> None:
        """The picture changed its size: frame the map anew, unless the camera was put somewhere by hand."""
        if not self.touched and self.frame is not None:
            self.motion.jump(self.first_view(self.motion.destination))

    def fly_to(self, place: F32, row: int | None = None) -> None:
        """Bring a place [3] into the middle, near; the linked twin goes to its own place of the same background point,
        where it is one."""
        if self.linked and self.twin is not None and row is not None and self.twin.frame is not None:
            points = self.twin.frame.points
            if row < len(points):
                self.twin._fly_near(points[row])
        self._fly_near(place)

    def _fly_near(self, place: F32) -> None:
        self.touched = True
        here = self.motion.destination
        near = camera_places.close_to(place, here, self.home(here).distance, camera_places.NEAR)
        self.motion.fly(near, perf_counter())
        self._redraw()

    def zoom(self, factor: float, x: float, y: float) -> None:
        """Go nearer (factor < 1) to a pixel or away from it, so far that the map is still one."""
        if self.linked and self.twin is not None and self.twin.frame is not None:
            self.twin._zoom(factor, *self.twin._pixel_of(self._under(x, y)))
        self._zoom(factor, x, y)

    def _zoom(self, factor: float, x: float, y: float) -> None:
        here = self.motion.destination
        furthest = self.home(here).distance * camera_places.FURTHEST
        self.move_camera(here.zoomed(factor, x, y, *self.size(), furthest))

    def _under(self, x: float, y: float) -> int | None:
        """The background point nearest to a pixel, if one is near."""
        if self.frame is None:
            return None
        return nearest(self.matrix(), self.frame.points, *self.size(), x, y, UNDER)

    def _pixel_of(self, row: int | None) -> tuple[float, float]:
        """Where a background point is seen; the middle of the picture without one, or where it is out of sight."""
        width, height = self.size()
        if self.frame is not None and row is not None and row < len(self.frame.points):
            pixels, depth = project(self.matrix(), self.frame.points[row : row + 1], width, height)
            x, y = float(pixels[0, 0]), float(pixels[0, 1])
            if depth[0] > 0 and 0 <= x <= width and 0 <= y <= height:
                return x, y
        return width / 2, height / 2

    def turn(self, dx: float, dy: float) -> None:
        """Turn the map as a drag by so many logical pixels does, and the linked one with it."""
        for each in self._both:
            each.move_camera(each.motion.destination.turned(dx, dy))

    def pan(self, dx: float, dy: float) -> None:
        """Move the map along with a pointer that goes so many logical pixels."""
        self.move_camera(self.motion.destination.panned(dx, dy, self.size()[1]))

    def move_camera(self, camera: Camera) -> None:
        """Put the camera there by hand."""
        self.touched = True
        self.motion.jump(camera)
        self._redraw()


def _has_arrows(frame: MapFrame) -> bool:
    """Whether an analogy's arrows stand on the map."""
    return frame.analogy is not None and len(frame.analogy.points) > 0


def _same_points(before: MapFrame, frame: MapFrame) -> bool:
    """Whether point i is the same thing in both: of one space, or the state of the same token at another layer."""
    return before.space == frame.space or same_states(before.background, frame.background)
