"""What the nets of the landscape learn: a step, a wave, and points of two classes. The same every time."""

from __future__ import annotations

import numpy as np

from engine.errors import InputRefused
from engine.labs.landscape.records import DATA
from engine.nets.records import Examples
from engine.sentences import say

POINTS = 64


def examples_of(data: str) -> Examples:
    """The examples called `data`. Raises InputRefused where there are none of that name."""
    if data == "step":
        x = np.linspace(-1, 1, POINTS)
        return _function(x, np.where(x < -0.4, 0.5, np.where(x < 0.4, -0.5, 0.8)))  # up and down, as the essay's
    if data == "wave":
        x = np.linspace(-1, 1, POINTS)
        return _function(x, np.sin(3 * x))
    rng = np.random.default_rng(0)
    if data == "xor":
        points = rng.uniform(-1, 1, (POINTS, 2))
        return _classes(points, points[:, 0] * points[:, 1] > 0)
    if data == "circles":
        angle, radius = rng.uniform(0, 2 * np.pi, POINTS), np.where(np.arange(POINTS) % 2, 0.9, 0.4)
        points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
        return _classes(points + rng.normal(0, 0.05, points.shape), radius > 0.6)
    if data == "spirals":
        turn = np.sqrt(np.linspace(0.02, 1, POINTS // 2)) * 3 * np.pi
        arm = np.stack([turn * np.cos(turn), turn * np.sin(turn)], axis=1) / (3 * np.pi)
        return _classes(np.concatenate([arm, -arm]), np.arange(2 * (POINTS // 2)) >= POINTS // 2)
    raise InputRefused(
        say("{name} must be one of {choices}, but is {value}.", name="data", choices=", ".join(DATA), value=data[:40])
    )


def _function(x: np.ndarray[tuple[int, ...], np.dtype[np.float64]], y: object) -> Examples:
    return Examples(x[:, None].astype(np.float32), np.asarray(y, np.float32)[:, None])


def _classes(points: object, ones: object) -> Examples:
    return Examples(np.asarray(points, np.float32), np.asarray(ones).astype(np.int64))
