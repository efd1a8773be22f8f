"""The uncertainty of a share that was counted: Wilson's score interval, which behaves at 0 and 1 and for few counts."""

from __future__ import annotations

import math

Z95 = 1.959963984540054


def wilson(right: float, count: int, z: float = Z95) -> tuple[float, float]:
    """The interval of a share of `right` in `count` (Wilson, JASA 22, 1927, p. 209); (0, 1) where none was counted."""
    if count == 0:
        return 0.0, 1.0
    share, step = right / count, z * z / count
    centre = (share + step / 2) / (1 + step)
    half = z * math.sqrt(share * (1 - share) / count + step / (4 * count)) / (1 + step)
    return max(0.0, centre - half), min(1.0, centre + half)
