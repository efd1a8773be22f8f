"""Where the camera stands for what: the whole map, one place from near, the current point with its fan.

Functions of a frame, a camera and the view's size, tested without a window.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.records import F32
from viz.camera import KEEP_ALL, Camera, centred, framed, home_distance, project
from viz.map.data.frame import MapFrame

NEAR, FOLLOWING = 0.38, 0.62  # of the distance that shows the whole map
BY_HAND = 0.45  # nearer than this only a person goes: then it stays so
FURTHEST = 4.0
NEAREST = 0.5  # to paths that are looked at: a single point needs its surroundings
WIDEST = 2.8  # times the distance that shows the map: real maps ask for 2.2, what lies further must not make it a dot
LOOSE = 0.75  # of the distance that it has, below which a camera comes nearer by itself
PATH_SHARE = 0.62  # of the view, that a path through states takes in its first view: it has room to grow
CLOSEST = 0.3  # of the distance that shows the whole map: from nearer no region would be in sight
STRAYS = 0.02  # of a long path's points on each side may lie outside
FAN_SHARE = 0.9  # of a fan's probability is kept in sight


def home(frame: MapFrame | None, camera: Camera, width: float, height: float, above: float = 0.0) -> Camera:
    """`camera` from its side, where it holds the map, the whole path and the fan of the position looked at; these below
    what is written over the upper `above` (0..1) of the view."""
    middle = replace(camera, target=(0.0, 0.0, 0.0))
    if frame is None:
        return middle
    own = home_distance(middle, frame.points, frame.points[:0], width, height)
    return framed(middle, own, in_sight(frame), width, height, WIDEST, above)


def first_view(frame: MapFrame | None, camera: Camera, width: float, height: float, above: float = 0.0) -> Camera:
    """`camera` from its side, as a map is seen first: among states the path with its current fan in the middle, at a
    size that can be followed; among tokens, where a path goes to and fro over the whole map, all of that."""
    whole = home(frame, camera, width, height, above)
    if frame is None or frame.is_vocabulary:
        return whole
    places = near_path(frame)
    if not len(places):
        return whole
    middle = replace(camera, target=(0.0, 0.0, 0.0))
    own = home_distance(middle, frame.points, frame.points[:0], width, height)
    near = centred(camera, CLOSEST * own, places, width, height, PATH_SHARE, above)
    return near if near.distance < whole.distance else whole


def near_path(frame: MapFrame) -> F32:
    """[n, 3] of what `in_sight` holds, without the few points of a long path that lie far from the others."""
    places = in_sight(frame)
    if len(places) <= KEEP_ALL:
        return places
    low, high = np.quantile(places, (STRAYS, 1.0 - STRAYS), axis=0)
    inside = ((places >= low) & (places <= high)).all(axis=1)
    ends = np.concatenate([frame.fan.end[frame.fan.current], frame.path.points[frame.current : frame.current + 1]])
    return np.asarray(np.concatenate([places[inside], ends]), np.float32)


def in_sight(frame: MapFrame) -> F32:
    """[n, 3] what the first view holds besides the map: the path and the ends of the current fan.

    A giant lies where it may: it must not shrink all the rest.
    """
    own = [
        frame.path.points[~frame.path.left_out], frame.fan.end[frame.fan.current], frame.ahead.end[frame.ahead.first]
    ]  # fmt: skip
    return np.concatenate([*own, *(line.points[~line.left_out] for line in frame.further.lines)])


def holds(frame: MapFrame, camera: Camera, width: float, height: float, above: float = 0.0) -> bool:
    """Whether all that is to be in sight is."""
    places = in_sight(frame) if frame.is_vocabulary else near_path(frame)
    pixels, depth = project(camera.matrix(width, height), places, width, height)
    inside = (
        (pixels >= (0.0, above * height)).all(axis=1) & (pixels[:, 0] <= width) & (pixels[:, 1] <= height) & (depth > 0)
    )
    return bool(inside.all())


def close_to(place: F32, here: Camera, far: float, share: float) -> Camera:
    """`here` looking at a place from `share` of the home distance `far`, or from nearer where it is."""
    x, y, z = (float(v) for v in place)
    return replace(here, target=(x, y, z), distance=min(here.distance, far * share))


def on_paths(frame: MapFrame, here: Camera, width: float, height: float) -> Camera | None:
    """`here` where the run's path and the further ones fill the view; None where there is nothing to look at."""
    lines = frame.further.lines
    means = [bundle.mean.points for bundle in frame.further.bundles]
    places = np.concatenate(
        [frame.path.points[~frame.path.left_out], *(line.points[~line.left_out] for line in lines), *means]
    )
    return around(places, here, width, height)


def around(places: F32, here: Camera, width: float, height: float) -> Camera | None:
    """`here` where [n, 3] places fill the view; None where there are none."""
    if not len(places):
        return None
    low, high = np.quantile(places, (0.02, 0.98), axis=0)
    x, y, z = (float(v) for v in (low + high) / 2)
    near = replace(here, target=(x, y, z))
    return replace(near, distance=max(home_distance(near, places, places[:0], width, height, 0.98, 0.72), NEAREST))


def following(frame: MapFrame, here: Camera, far: float, width: float, height: float) -> Camera:
    """`here` looking at the current point from so far that the likely ends of its fan are in sight too."""
    near = close_to(frame.path.points[frame.current], here, far, FOLLOWING)
    ends = likely_ends(frame)
    if not len(ends) or here.distance < far * BY_HAND:
        return near
    needed = home_distance(near, ends[:0], ends, width, height)
    return replace(near, distance=min(max(far * FOLLOWING, needed), far))


def likely_ends(frame: MapFrame) -> F32:
    """[n, 3] ends of the current fan's likeliest rays, so many that they hold nearly all its probability."""
    rows = np.flatnonzero(frame.fan.current)
    rows = rows[np.argsort(-frame.fan.probability[rows], kind="stable")]
    reached = np.cumsum(frame.fan.probability[rows])
    n = int(np.searchsorted(reached, FAN_SHARE * reached[-1])) + 1 if len(rows) else 0
    return np.asarray(frame.fan.end[rows[:n]], np.float32)
