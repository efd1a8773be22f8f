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
