"""Lines around the densest points, as they are seen: of the picture, not of the space behind it.

Points seen side by side may lie one behind the other, so in 3D the lines turn with the map; in 2D they stay. Density
is a count in cells of a few pixels, smoothed by a Gaussian. A level is drawn where it encloses a stated share of
the points in sight (a highest density region; Hyndman 1996, "Computing and graphing highest density regions"), so that
each line means the same in every picture. The lines themselves are contourpy's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.records import F32, Bools

F64 = npt.NDArray[np.float64]

SHARES = (0.9, 0.75, 0.5, 0.25)  # of the points in sight, the outermost line first
CELL = 6.0  # logical pixels a side
SMOOTH = 2.0  # cells, standard deviation of the Gaussian
FEWEST = 50  # points in sight
MOST = 60_000  # points that are counted; of more, every second, third and so on

Line = npt.NDArray[np.float64]  # [m, 2] pixels


@dataclass(frozen=True, eq=False)
class Contours:
    """By SHARES, the lines around so many of the points in sight; `stride`: one of so many points was counted."""

    lines: tuple[tuple[Line, ...], ...] = ()
    stride: int = 1


def stride_of(n: int) -> int:
    """One of how many points is counted."""
    return max(1, -(-n // MOST))


def contours(pixels: F32, in_sight: Bools, width: float, height: float, stride: int = 1) -> Contours:
    """Around points seen at `pixels` [n, 2], of those that are `in_sight` [n], in a view of this size."""
    seen = pixels[in_sight].astype(np.float64)
    if len(seen) < FEWEST:
        return Contours((), stride)
    from contourpy import LineType, contour_generator

    margin = 4 * SMOOTH * CELL
    columns, rows = (int(np.ceil((size + 2 * margin) / CELL)) + 1 for size in (width, height))
    at = (seen + margin) / CELL
    density = smoothed(counted(at, columns, rows), SMOOTH)
    levels = levels_of(density, at)
    across, down = (np.arange(n) * CELL - margin for n in (columns, rows))
    made = contour_generator(across, down, density, line_type=LineType.Separate)
    return Contours(tuple(tuple(np.asarray(line) for line in made.lines(level)) for level in levels), stride)


def counted(at: F64, columns: int, rows: int) -> F64:
    """[rows, columns] points at `at` [n, 2], in cells, each shared among the four nodes of the grid around it."""
    low = np.clip(np.floor(at).astype(np.int64), 0, (columns - 2, rows - 2))
    part = at - low
    grid = np.zeros(rows * columns)
    for dx in (0, 1):
        for dy in (0, 1):
            weight = np.abs(1 - dx - part[:, 0]) * np.abs(1 - dy - part[:, 1])
            grid += np.bincount((low[:, 1] + dy) * columns + low[:, 0] + dx, weight, rows * columns)
    return grid.reshape(rows, columns)


def smoothed(grid: F64, sigma: float) -> F64:
    """The grid under a Gaussian of `sigma` cells, cut off at four of them; outside it there is nothing."""
    reach = int(np.ceil(4 * sigma))
    bell = np.exp(-0.5 * np.square(np.arange(-reach, reach + 1) / sigma))
    bell /= bell.sum()
    for axis in (0, 1):
        shape = [(reach, reach) if axis == it else (0, 0) for it in (0, 1)]
        padded, n = np.pad(grid, shape), grid.shape[axis]
        parts = [weight * np.take(padded, np.arange(k, k + n), axis) for k, weight in enumerate(bell)]
        grid = np.sum(parts, axis=0)
    return grid


def levels_of(density: F64, at: F64) -> tuple[float, ...]:
    """The densities that enclose SHARES of the points at `at` [n, 2], in cells."""
    low = np.clip(np.floor(at).astype(np.int64), 0, (density.shape[1] - 2, density.shape[0] - 2))
    part = at - low
    own = np.zeros(len(at))
    for dx in (0, 1):
        for dy in (0, 1):
            weight = np.abs(1 - dx - part[:, 0]) * np.abs(1 - dy - part[:, 1])
            own += weight * density[low[:, 1] + dy, low[:, 0] + dx]
    return tuple(float(level) for level in np.quantile(own, [1 - share for share in SHARES]))
