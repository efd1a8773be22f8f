"""What the pointer does on the map, as plain values that are painted over it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.records import F32
from viz.map.data.sentences import Sentence


@dataclass(frozen=True)
class Pointing:
    """What the pointer does: hovers over something, or draws a box or a lasso. Logical pixels."""

    lines: tuple[str, ...] = ()
    sentence: Sentence | None = None  # that what is pointed at was read in, below the lines
    x: float = 0.0
    y: float = 0.0
    outline: tuple[tuple[float, float], ...] = ()
    trail: F32 | None = None  # [m, 3] places along the continuation pointed at
    share: float = 1.0  # of the points that are drawn, less than all while a slow renderer moves
    right: float = math.inf  # where something else begins that would cover what is written
