"""The data sets that small nets learn: two functions of x, and points of the plane in classes; numpy only.

Each set is decided by how many points are wanted, their noise and a generator, so that every laboratory that trains
small nets shows the same XOR and the same spirals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.nets.records import F64, I64

FUNCTIONS: Final = ("step", "wave")
REGIONS: Final = ("xor", "circles", "spirals")
STEPS: Final = ((-1.0, -0.5), (-1 / 3, 1.0), (1 / 3, 0.0))  # from x on, the value: the essay's step function
TURNS: Final = 1.5  # of each spiral


def function_of(kind: str, xs: npt.NDArray[np.floating]) -> F64:
    """One of FUNCTIONS, by its name.  # [...]"""
    if kind == "step":
        edges, values = np.array([at for at, _ in STEPS[1:]]), np.array([value for _, value in STEPS])
        return np.asarray(values[np.searchsorted(edges, xs, side="right")])
    return np.asarray(0.9 * np.sin(2 * np.pi * xs))


def region_of(kind: str, points: npt.NDArray[np.floating]) -> I64 | None:
    """The true class of each point [..., 2]; None for a set that says nothing between its points.  # [...]"""
    if kind == "xor":
        return np.asarray(points[..., 0] * points[..., 1] > 0, np.int64)
    if kind == "circles":
        return np.asarray(np.hypot(points[..., 0], points[..., 1]) > 0.6, np.int64)
    return None


def sampled(kind: str, samples: int, noise: float, rng: np.random.Generator) -> tuple[F64, I64]:
    """Points of one of REGIONS and their classes.  # [samples, 2] within about -1 and 1, [samples]"""
    return _SAMPLED[kind](samples, noise, rng)


def _xor(samples: int, noise: float, rng: np.random.Generator) -> tuple[F64, I64]:
    points = rng.uniform(-1, 1, (samples, 2))
    points += 0.05 * np.sign(points)  # a gap along the axes
    classes = (points[:, 0] * points[:, 1] > 0).astype(np.int64)
    return (points + noise * rng.normal(size=points.shape)) / 1.05, classes


def _circles(samples: int, noise: float, rng: np.random.Generator) -> tuple[F64, I64]:
    classes = np.arange(samples) % 2
    radius = np.where(classes == 1, rng.uniform(0.7, 1.0, samples), 0.5 * np.sqrt(rng.uniform(0, 1, samples)))
    angle = rng.uniform(0, 2 * np.pi, samples)
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return points + noise * rng.normal(size=points.shape), classes


def _spirals(samples: int, noise: float, rng: np.random.Generator) -> tuple[F64, I64]:
    classes = np.arange(samples) % 2
    part = np.sqrt(rng.uniform(0.0025, 1, samples))
    angle = 2 * np.pi * TURNS * part + np.pi * classes
    points = np.stack([part * np.cos(angle), part * np.sin(angle)], axis=1)
    return points + noise * rng.normal(size=points.shape), classes


_SAMPLED: dict[str, Callable[[int, float, np.random.Generator], tuple[F64, I64]]] = {
    "xor": _xor, "circles": _circles, "spirals": _spirals,
}  # fmt: skip
