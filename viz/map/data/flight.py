"""The camera's way along a path: from where it stands, near to each token in turn, and back.

The way through the tokens' places is a centripetal Catmull-Rom curve (Barry and Goldman, "A recursive evaluation
algorithm for a class of Catmull-Rom splines", 1988): it meets every place and makes no loops between them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from engine.records import F32
from viz.camera import Camera

TO_AND_FRO = 0.16  # of the flight, to the path and from it
_FINE = 24  # places between two tokens


def flown(home: Camera, places: F32, part: float, near: float) -> Camera:
    """The camera at `part` (0..1) of a flight along [n, 3] places, from `near` times the distance of `home`."""
    if not len(places):
        return home
    if part < TO_AND_FRO:
        return home.between(_at(home, places[0], near), _ease(part / TO_AND_FRO))
    if part > 1.0 - TO_AND_FRO:
        return home.between(_at(home, places[-1], near), _ease((1.0 - part) / TO_AND_FRO))
    return _at(home, along(places, (part - TO_AND_FRO) / (1.0 - 2 * TO_AND_FRO)), near)


def _ease(part: float) -> float:
    return part * part * (3 - 2 * part)


def _at(home: Camera, place: F32, near: float) -> Camera:
    x, y, z = (float(value) for value in place)
    return replace(home, target=(x, y, z), distance=home.distance * near)


def along(places: F32, part: float) -> F32:
    """[3] the place at `part` (0..1) of the length of the curve through [n, 3] places."""
    points = curve(places)
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    return np.array([np.interp(part * gone[-1], gone, points[:, axis]) for axis in range(3)], np.float32)


def curve(places: F32) -> F32:
    """[m, 3] points of the curve through [n, 3] places, which are among them."""
    there = places[np.concatenate([[True], np.linalg.norm(np.diff(places, axis=0), axis=1) > 1e-6])]
    if len(there) < 3:
        return np.asarray(there, np.float32)
    ends = np.concatenate([[2 * there[0] - there[1]], there, [2 * there[-1] - there[-2]]]).astype(np.float64)
    parts = [_piece(*ends[index : index + 4]) for index in range(len(there) - 1)]
    return np.asarray(np.concatenate([*parts, there[-1:]]), np.float32)


def _piece(*p: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """[_FINE, 3] from the second of four places to the third, the third left out."""
    t = np.cumsum([0.0, *(np.linalg.norm(b - a) ** 0.5 for a, b in pairwise(p))])
    u = np.linspace(t[1], t[2], _FINE, endpoint=False)[:, None]

    def mixed(a: object, b: object, i: int, j: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.asarray((t[j] - u) / (t[j] - t[i]) * a + (u - t[i]) / (t[j] - t[i]) * b)

    first, second, third = (mixed(p[i], p[i + 1], i, i + 1) for i in range(3))
    return mixed(mixed(first, second, 0, 2), mixed(second, third, 1, 3), 1, 2)
