"""What the nets of the landscape learn: the playground's sets, without noise. The same every time."""

from __future__ import annotations

import numpy as np

from engine.labs.landscape.records import DATA
from engine.nets.records import Examples, require_one_of
from engine.nets.sets import FUNCTIONS, function_of, sampled

POINTS = 64


def examples_of(data: str) -> Examples:
    """The examples called `data`. Raises InputRefused where there are none of that name."""
    require_one_of("data", data, DATA)
    if data in FUNCTIONS:
        xs = np.linspace(-1, 1, POINTS)
        return Examples(xs[:, None].astype(np.float32), function_of(data, xs)[:, None].astype(np.float32))
    points, classes = sampled(data, POINTS, 0.0, np.random.default_rng(0))
    return Examples(points.astype(np.float32), classes.astype(np.int64))
