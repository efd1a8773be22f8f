"""Names how feature directions lie by a test of their cosines, whatever the model was asked for.

Features whose directions are not orthogonal belong together. The cosines inside of such a group, seen from each of its
members and sorted, are compared with those of the regular shapes that have as many corners in as many dimensions; all
of these look the same from each corner, so sorted rows decide.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.labs.superposition.records import Arrangement, Group, Shape

F64 = npt.NDArray[np.float64]

KEPT = 0.5  # squared length from which on a feature is represented
ORTHOGONAL = 0.1  # cosines up to this count as 0
FLAT = 0.2  # of the largest singular value: directions below are no dimension of a group
CLOSE = 0.1  # the largest misfit that has the shape's name
SIMPLEX = {2: "digon", 3: "triangle", 4: "tetrahedron"}


def arrangement(weights: npt.ArrayLike) -> Arrangement:
    """How the columns of W [m, n] lie."""
    directions = np.asarray(weights, np.float64).T  # [n, m]
    squares = np.square(directions).sum(axis=1)
    there = np.flatnonzero(squares >= KEPT)
    units = directions[there] / np.sqrt(squares[there, None])
    cosines = units @ units.T
    groups = [_named(tuple(there[part].tolist()), units[part], cosines[np.ix_(part, part)]) for part in _parts(cosines)]
    return Arrangement(tuple(groups), tuple(np.flatnonzero(squares < KEPT).tolist()))


def _parts(cosines: F64) -> list[npt.NDArray[np.int64]]:
    """The connected parts of the graph of directions that are not orthogonal, by their first member."""
    from scipy.sparse.csgraph import connected_components

    if not len(cosines):
        return []
    count, labels = connected_components(np.abs(cosines) > ORTHOGONAL, directed=False)
    parts = [np.flatnonzero(labels == label) for label in range(count)]
    return sorted(parts, key=lambda part: int(part[0]))


def _named(features: tuple[int, ...], units: F64, cosines: F64) -> Group:
    sizes = np.linalg.svd(units, compute_uv=False)
    rank, n = int((sizes > FLAT * sizes[0]).sum()), len(features)
    if n == 1:
        return Group("single", features, 1, 0.0)
    fits = [(misfit(cosines, ideal), shape) for shape, ideal in _ideals(n, rank)]
    if not fits or min(fits)[0] > CLOSE:
        return Group("irregular", features, rank, min(fits)[0] if fits else 0.0)
    return Group(min(fits)[1], features, rank, min(fits)[0])


def misfit(cosines: F64, ideal: F64) -> float:
    """Root mean square distance of the cosines [k, k] from those from any corner of a shape [k - 1] sorted."""
    k = len(cosines)
    rows = np.sort(cosines[~np.eye(k, dtype=bool)].reshape(k, k - 1), axis=1)
    return float(np.sqrt(np.mean(np.square(rows - ideal))))


def _ideals(n: int, rank: int) -> list[tuple[Shape, F64]]:
    """The regular shapes of n corners in so many dimensions, each with the sorted cosines from a corner."""
    found: list[tuple[Shape, F64]] = []
    if rank == n - 1:
        name: Shape = SIMPLEX.get(n, "simplex")  # type: ignore[assignment]
        found.append((name, np.full(n - 1, -1.0 / (n - 1))))
    if rank == 2 and n > 3:
        found.append(("polygon", np.sort(np.cos(2 * np.pi * np.arange(1, n) / n))))
    if rank == 3 and n == 8:
        found += [("square antiprism", antiprism(height)) for height in np.linspace(0.45, 0.7, 26)]
        found.append(("cube", _seen_from_first(_squares(1 / np.sqrt(3), 0.0))))
    return found


def antiprism(height: float) -> F64:
    """Sorted cosines from a corner of a square antiprism whose squares lie at this height above and below 0."""
    return _seen_from_first(_squares(height, np.pi / 4))


def _squares(height: float, turn: float) -> F64:
    """Two squares on the unit sphere, one turned against the other.  # [8, 3]"""
    radius = np.sqrt(1 - height**2)
    corners = np.pi / 2 * np.arange(4)
    upper = np.stack([radius * np.cos(corners), radius * np.sin(corners), np.full(4, height)], axis=1)
    lower = np.stack([radius * np.cos(corners + turn), radius * np.sin(corners + turn), np.full(4, -height)], axis=1)
    return np.concatenate([upper, lower])


def _seen_from_first(points: F64) -> F64:
    return np.sort((points @ points[0])[1:])
