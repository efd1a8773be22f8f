"""The superposition laboratory's questions and findings about the toy model. Numpy only.

The toy model (Elhage et al. 2022) squeezes n features x into m dimensions and restores them: ReLU(W^T W x + b), with W
[m, n]. A feature is 0 with probability 1 - density, else uniform on 0..1; its loss counts by its importance.
Several starts are trained on the same examples, and beside them the control: the same model without ReLU.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt

from engine.questions import Finding, Question
from engine.records import F32, Bools

F64 = npt.NDArray[np.float64]
About = Literal["run", "model", "resources"]
Shape = Literal[
    "single", "digon", "triangle", "polygon", "tetrahedron", "simplex", "square antiprism", "cube", "irregular"
]


@dataclass(frozen=True)
class ToyRecipe:
    """Every number that decides the weights."""

    features: int = 5  # n
    dimensions: int = 2  # m
    density: float = 0.1  # the probability that a feature is not 0
    decay: float = 0.9  # feature i has the importance decay^i
    starts: int = 8
    steps: int = 1600
    rate: float = 0.01  # of Adam; falls to 0 along a cosine
    batch: int = 512
    seed: int = 0

    @property
    def importance(self) -> F64:
        """Of each feature.  # [n]"""
        return np.asarray(self.decay ** np.arange(self.features, dtype=np.float64))


@dataclass(frozen=True)
class Group:
    """Features that share their dimensions with each other and with no others."""

    shape: Shape
    features: tuple[int, ...]
    dimensions: int  # that they span
    misfit: float  # root mean square distance of their cosines from those of the shape; 0 where it has none


@dataclass(frozen=True)
class Arrangement:
    """How the directions of one model lie. Computed from its weights alone."""

    groups: tuple[Group, ...]
    absent: tuple[int, ...]  # features that it does not represent

    @property
    def kept(self) -> int:
        """How many features are represented."""
        return sum(len(group.features) for group in self.groups)

    @property
    def kinds(self) -> tuple[tuple[str, int, int], ...]:
        """(shape, features, dimensions) of each group, sorted: what two starts are compared by."""
        return tuple(sorted((it.shape, len(it.features), it.dimensions) for it in self.groups))


@dataclass(frozen=True)
class TrainToy(Question):
    """Train from one moment to the next. Answer: ToyTrained, whose `then` goes on exactly.

    Moment 0 are the untrained models. All that a training needs to go on is in `state`.
    """

    about: ClassVar[About] = "resources"

    recipe: ToyRecipe = ToyRecipe()
    moment: int = 0
    state: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class ToyTrained(Finding):
    """S starts with ReLU, and last the control without it: S + 1 models. Losses are of
    held-out examples; the control's is its expected loss, which a formula gives."""

    moment: int
    step: int
    weights: F32  # [S + 1, m, n]
    biases: F32  # [S + 1, n]
    losses: F64  # [S + 1] mean over examples and features of importance times squared error; the control's is exact
    lengths: F64  # [S + 1, n] squared lengths of the features' directions
    shares: F64  # [S + 1, n] their D_i
    arrangements: tuple[Arrangement, ...]  # [S + 1]
    least_linear: float  # the loss of the best linear model, by the formula
    nothing: float  # the loss of a model that represents no feature
    diverged: bool  # a loss or weight is no finite number any more: the last finite moment is shown
    done: bool
    then: TrainToy | None = None

    @property
    def best(self) -> int:
        """The start with the lowest loss."""
        return int(np.argmin(self.losses[:-1]))


@dataclass(frozen=True)
class SweepDensity(Question):
    """Train to the end at the density with this index of `DENSITIES`. Answer: AtDensity. The recipe's own is not used.

    The recipe's density is 1, so that equal sweeps are equal questions.
    """

    about: ClassVar[About] = "resources"

    recipe: ToyRecipe
    index: int = 0


DENSITIES: tuple[float, ...] = tuple(float(f"{10 ** (-1.7 * at / 12):.3g}") for at in range(13))  # 1 to 0.02


@dataclass(frozen=True)
class AtDensity(Finding):
    """All starts at one density, and the control last."""

    density: float
    losses: F64  # [S + 1]
    lengths: F64  # [S + 1, n]
    shares: F64  # [S + 1, n]
    arrangements: tuple[Arrangement, ...]
    least_linear: float
    diverged: bool
    then: SweepDensity | None = None

    @property
    def best(self) -> int:
        """The start with the lowest loss."""
        return int(np.argmin(self.losses[:-1]))


PHASE_DENSITIES: tuple[float, ...] = tuple(float(f"{10 ** (-2 * at / 19):.3g}") for at in range(20))  # 1 to 0.01
PHASE_IMPORTANCES: tuple[float, ...] = tuple(float(f"{10 ** (at / 9.5 - 1):.3g}") for at in range(20))  # 0.1 to 10
OUTCOMES = ("neither", "first", "second", "both")


@dataclass(frozen=True)
class PhaseColumn(Question):
    """Two features in one dimension, at one density and every relative importance of the second. Answer: PhaseFound.

    The loss is exact (by quadrature), so nothing is drawn but the starts.
    """

    about: ClassVar[About] = "resources"

    index: int = 0
    starts: int = 8
    seed: int = 0


@dataclass(frozen=True)
class PhaseFound(Finding):
    """The best start of each cell, beside the best of three fixed solutions by the formula. Outcomes as `OUTCOMES`."""

    density: float
    weights: F64  # [R, 2] of the two features
    losses: F64  # [R]
    outcomes: npt.NDArray[np.int64]  # [R]
    formula: npt.NDArray[np.int64]  # [R]
    opposite: Bools  # [R] whether the two weights have opposite signs
    then: PhaseColumn | None = None
