"""The loss of a small net as a landscape: what is asked, and what is found. Numpy only.

A plane through weight space is an origin and two directions; a place (a, b) on it stands for the weights
origin + a * along + b * across. Where the directions are two single weights, a and b are the values of those weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

import numpy as np
import numpy.typing as npt

from engine.nets.records import Architecture, Recipe
from engine.nets.sets import FUNCTIONS, REGIONS
from engine.questions import Finding, Question
from engine.records import F32, Frozen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

DATA: Final = (*FUNCTIONS, *REGIONS)  # functions of one number, learned by squared error, and classes of points
MOST_STARTS, MOST_STEPS, MOST_GRID = 32, 20_000, 121
MOST_WEIGHTS = 400
Kind = Literal["weights", "minima"]


@dataclass(frozen=True)
class Setup(Frozen):
    """What descends: a net on a data set, from several starts, by all examples at every step."""

    data: str = "wave"
    hidden: tuple[int, ...] = (3,)
    activation: str = "tanh"
    optimizer: str = "adam"
    rate: float = 0.05
    steps: int = 400
    seed: int = 0
    starts: int = 8

    @property
    def architecture(self) -> Architecture:
        """The net. Raises InputRefused where it makes none."""
        function = self.data in FUNCTIONS
        return Architecture(1 if function else 2, self.hidden, 1 if function else 2, self.activation)

    @property
    def recipe(self) -> Recipe:
        """How it descends. Raises InputRefused where that makes no training."""
        loss = "squared_error" if self.data in FUNCTIONS else "cross_entropy"
        return Recipe(loss, self.optimizer, self.rate, 0, seed=self.seed)


@dataclass(frozen=True)
class AskLandscape(Question):
    """The loss over a plane, and descents on it. Answer: Landscape.

    `kind` "weights": the plane of weights `one` and `other` around the place where the first start's training ends, all
    else fixed; then only those two descend, from starts spread over the plane, so that every path lies on the surface.
    "minima": the plane through the ends of the trainings `through`; paths of all weights are seen from straight above.
    """

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 12

    setup: Setup = Setup()
    kind: Kind = "weights"
    one: int = 0
    other: int = 1
    through: tuple[int, int, int] = (0, 1, 2)  # numbers of starts
    reach: float = 6.0  # of a weight to both sides
    grid: int = 61


@dataclass(frozen=True)
class Landscape(Finding):
    """K moments of S descents over a plane of G x G places, and their ends in full."""

    kind: Kind
    names: tuple[str, str]  # of the directions: W0[1,0] is the weight of layer 0 to unit 1 from unit 0, b0[1] its bias
    a: F64  # [G]
    b: F64  # [G]
    loss: F64  # [G, G] at row b, column a; NaN where it overflows
    origin: F32  # [P]
    along: F32  # [P]
    across: F32  # [P]
    steps: I64  # [K]
    paths: F64  # [S, K, 2] places; NaN after a descent broke off
    path_loss: F64  # [S, K] at the weights themselves
    away: F64  # [S, K] distance of those weights from the plane
    ends: F32  # [S, P]
    slope: F64  # [S] length of the gradient at the end, of what may move
    bend: F64  # [S] least curvature there: the Hessian's smallest eigenvalue
    broke_at: I64  # [S] step at which numbers overflowed; -1: never
    centre_broke_at: int  # step at which the training broke off that fixes the other weights; -1: never
    constant: float  # loss of the best constant answer
    n_weights: int
    seconds: float
