"""Parts lines into dashes of one length on the map, whatever their own: so they are dashed in OpenGL and as vectors."""

from __future__ import annotations

import numpy as np

from engine.records import F32, I64

PERIOD, SHARE = 0.045, 0.5  # of a dash and the gap after it, in radii of the standard pose; how much of it is dash
MOST = 40  # dashes of one line


def dashed(start: F32, end: F32) -> tuple[F32, F32, I64]:
    """([d, 3] starts, [d, 3] ends, [d] which line) of the dashes of the lines from [n, 3] to [n, 3]."""
    length = np.linalg.norm(end - start, axis=1)
    count = np.clip(np.round(length / PERIOD), 1, MOST).astype(np.int64)
    which = np.repeat(np.arange(len(start)), count)
    at = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)  # of its line, from 0
    begins = (at / count[which])[:, None]
    ends = ((at + SHARE) / count[which])[:, None]
    step = (end - start)[which]
    return (start[which] + step * begins).astype(np.float32), (start[which] + step * ends).astype(np.float32), which


def patterned(points: F32, strokes: tuple[tuple[float, float], ...], period: float, most: int) -> tuple[F32, F32, I64]:
    """([d, 3] starts, [d, 3] ends, [d] which piece) of a line through [P, 3] points, drawn in a pattern.

    `strokes` are what is drawn of each `period`, as shares of it; the pattern begins anew at every point. Where there
    would be more than `most` periods each is longer.
    """
    start, step = points[:-1], np.diff(points, axis=0)
    length = np.linalg.norm(step, axis=1)
    period = max(period, float(length.sum()) / max(most - len(step), 1))
    count = np.maximum(np.round(length / period), 1).astype(np.int64)
    which = np.repeat(np.arange(len(start)), count)
    at = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    begins, ends = list[F32](), list[F32]()
    for low, high in strokes:
        begins.append(start[which] + step[which] * ((at + low) / count[which])[:, None])
        ends.append(start[which] + step[which] * ((at + high) / count[which])[:, None])
    pieces: I64 = np.concatenate([which] * len(strokes))
    return np.concatenate(begins).astype(np.float32), np.concatenate(ends).astype(np.float32), pieces
