"""Cells of a picture: each weight or its moving average, and where several fall together the one of largest amount.

Moving averages are those of `scipy.ndimage.uniform_filter` with its usual edges (mirrored); a part is read with as
many rows and columns around it as the window reaches, so that it is what the whole would be there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import uniform_filter

from engine.labkit.workbench import Workbench
from engine.labs.weights.records import Look
from engine.labs.weights.source import Source
from engine.records import F32
from engine.sentences import say

MOST_ROWS, MOST_COLUMNS = 768, 1024  # cells of a whole picture


def span_for(n: int, most: int) -> int:
    """The smallest power of two so many of which fall into a cell that there are at most `most` cells."""
    span = 1
    while -(-n // span) > most:
        span *= 2
    return span


def smoothed(values: F32, look: Look, usual: float) -> F32:
    """What is shown of weights: themselves, their moving average, or by how much their moving root mean square differs
    from the `usual` one, that of all, as a share of it (0 where all are 0)."""
    if look.shown == "value":
        return values
    squared = look.shown == "size"
    known = np.isfinite(values)
    taken = values if known.all() else np.where(known, values, np.float32(0))
    found: F32 = uniform_filter(taken * taken if squared else taken, look.window)
    if not known.all():
        share = uniform_filter(known.astype(np.float32), look.window)
        some = share > 0.5 / look.window**2  # of the sums' rounding
        found = np.where(some, found / np.where(some, share, 1), np.float32(np.nan)).astype(np.float32)
    if not squared:
        return found
    if not usual > 0:
        return np.zeros_like(found)
    return np.asarray(np.sqrt(np.maximum(found, 0)) / np.float32(usual) - 1, np.float32)


def root_mean_square(source: Source, bench: Workbench) -> float:
    """Of all finite weights; 0 where there are none. Raises Stopped."""
    total, count = 0.0, 0
    for top, bottom in source.bands(bench, say("Measuring the weights")):
        values = source.read(top, bottom, 0, source.columns)
        known = values[np.isfinite(values)].astype(np.float64)
        total, count = total + float((known * known).sum()), count + known.size
    return float((total / max(count, 1)) ** 0.5)


def read_shown(source: Source, look: Look, usual: float, top: int, bottom: int, left: int, right: int) -> F32:
    """What is shown of a part of a matrix, [bottom - top, right - left]."""
    if look.shown == "value":
        return source.read(top, bottom, left, right)
    around = look.window // 2 + 1
    above, before = max(top - around, 0), max(left - around, 0)
    below, after = min(bottom + around, source.rows), min(right + around, source.columns)
    found = smoothed(source.read(above, below, before, after), look, usual)
    return found[top - above : bottom - above, left - before : right - before]


def strongest(values: F32, spans: tuple[int, int]) -> F32:
    """Cells of `spans` rows and columns: of each the value of largest amount, NaN where none is known."""
    down, across = spans
    if spans == (1, 1):
        return values
    rows, columns = values.shape
    more = -rows % down, -columns % across
    if any(more):
        values = np.pad(values, ((0, more[0]), (0, more[1])), constant_values=np.nan)
    folded = values.reshape(-1, down, values.shape[1])
    high, low = np.fmax.reduce(folded, axis=1), np.fmin.reduce(folded, axis=1)
    high = np.fmax.reduce(high.reshape(len(high), -1, across), axis=2)
    low = np.fmin.reduce(low.reshape(len(low), -1, across), axis=2)
    return np.asarray(np.where(high >= -low, high, low), np.float32)


@dataclass(frozen=True)
class Whole:
    """A whole picture."""

    cells: F32
    size: float  # root mean square of what is shown; 0 where nothing is finite
    spread: float  # standard deviation of what is shown
    kurtosis: float  # its excess, NaN where there is no spread
    not_finite: int


def whole(source: Source, look: Look, usual: float, spans: tuple[int, int], bench: Workbench, doing: str = "") -> Whole:
    """All cells of a picture, band by band. Raises Stopped."""
    bands, powers, count = list[F32](), np.zeros(4), 0
    for top, bottom in source.bands(bench, doing or say("Drawing the matrix"), spans[0]):
        values = read_shown(source, look, usual, top, bottom, 0, source.columns)
        bands.append(strongest(values, spans))
        known = values[np.isfinite(values)].astype(np.float64)
        count += known.size
        square = known * known
        powers += known.sum(), square.sum(), (square * known).sum(), (square * square).sum()
    cells = np.concatenate(bands) if bands else np.empty((0, 0), np.float32)
    mean, second, third, fourth = powers / max(count, 1)
    spread = max(second - mean * mean, 0.0) ** 0.5
    central = fourth - 4 * mean * third + 6 * mean**2 * second - 3 * mean**4
    kurtosis = central / spread**4 - 3 if spread > 1e-12 * abs(mean) and spread > 0 else float("nan")
    return Whole(cells, float(second**0.5), float(spread), float(kurtosis), source.rows * source.columns - count)
