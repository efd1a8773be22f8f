"""What a training has measured until now, by columns, and what a file gives back of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from engine.dictionaries.activations import Normal
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.training import Learner
from engine.labs.dictionary_training import kept
from engine.labs.dictionary_training.records import Densities, Forming, Geometry


@dataclass
class Looked:
    """What was found at the last look."""

    step: int
    dictionary: Dictionary
    densities: Densities
    geometry: Geometry
    forming: tuple[Forming, ...]


@dataclass
class Clock:
    """Seconds of work, by kind."""

    training: float = 0.0
    looking: float = 0.0
    before: float = 0.0  # what a file says was spent before
    looks: int = 0
    steps: int = 0
    kept_at: float = 0.0  # of all, when a file was written last
    speed: float = math.nan  # positions a second


@dataclass
class Rows:
    """Numbers that were told, by columns."""

    names: tuple[str, ...]
    columns: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.columns = {name: list(self.columns.get(name, ())) for name in self.names}

    def add(self, **values: float) -> None:
        for name in self.names:
            self.columns[name].append(float(values[name]))

    def arrays(self) -> dict[str, Any]:
        """By name; steps are whole numbers."""
        return {
            name: np.array(column, np.int64 if name == "step" else np.float64) for name, column in self.columns.items()
        }

    @property
    def last(self) -> int:
        """The step told last, -1 where there is none."""
        return int(self.columns["step"][-1]) if self.columns["step"] else -1


def without_nan(columns: dict[str, list[float]]) -> dict[str, list[float | None]]:
    """As JSON can hold it."""
    return {name: [None if math.isnan(it) else it for it in column] for name, column in columns.items()}


def rows_of(names: tuple[str, ...], columns: Any) -> Rows:
    """The same back. Raises ValueError or TypeError where they are no columns of numbers of one length."""
    found = {name: [math.nan if it is None else float(it) for it in columns[name]] for name in names}
    if len({len(column) for column in found.values()}) != 1:
        raise ValueError("its curves differ in length")
    return Rows(names, found)


def normal_of(found: kept.Kept, learner: Learner) -> Normal:
    """What a file says that activations are centred and scaled by. Raises ValueError, KeyError."""
    mean, scale, longest = found.tensors["mean"], found.tensors["scale"], float(found.numbers["longest"])
    fit = mean.shape == scale.shape == (learner.d,) and bool(torch.isfinite(mean).all()) and bool((scale > 0).all())
    if not fit or not longest > 0:
        raise ValueError("its mean and scale are not what they were")
    return Normal(mean.float().to(learner.device), scale.float().to(learner.device), longest)
