"""The superposition laboratory's questions and findings: of the toy model, and of codes of things. Numpy only.

The toy model (Elhage et al. 2022) squeezes n features x into m dimensions and restores them: ReLU(W^T W x + b), with W
[m, n]. A feature is 0 with probability 1 - density, else uniform on 0..1; its loss counts by its importance.
Several starts are trained on the same examples, and beside them the control: the same model without ReLU.

Codes are of things with two properties, such as a colour and a shape: a thing is one of k colours with one of s shapes,
counted colour by colour. "Held out" always means whole combinations: the probe has met the colour and the shape, but
never together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt

from engine.questions import Finding, Question
from engine.records import F32, Bools

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
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
    outcomes: I64  # [R]
    formula: I64  # [R]
    opposite: Bools  # [R] whether the two weights have opposite signs
    then: PhaseColumn | None = None


# -- codes ---------------------------------------------------------------------------------------------------------

CODES = ("one-hot", "semi-local", "superposed", "random")
MEASURES = ("first", "second", "shuffled", "any half", "two at once")


@dataclass(frozen=True)
class AskCodes(Question):
    """Code k x s things in four ways and read them out. Answer: Codes."""

    about: ClassVar[About] = "resources"
    kept: ClassVar[int] = 40

    firsts: int = 4  # colours
    seconds: int = 4  # shapes
    width: int = 6  # dimensions of the superposed code, and of the control
    noise: float = 0.1  # standard deviation in each dimension
    seed: int = 0


@dataclass(frozen=True)
class Codes(Finding):
    """Four codes of the same things, in the order of `CODES`, each with what a linear probe reads out of it.

    The last is the control: every thing has a random direction of its own, in as many dimensions as the superposed one.
    Measures: colour and shape of held-out things; a colour dealt to things at random, of held-out things (a control);
    a random half of all things, told from the other half after all were met; which of two pairs of things, alike but
    for exchanged shapes, a sum is of.
    """

    vectors: tuple[F32, ...]  # each [N, d]
    shares: F64  # [4, M] of answers that are right, in the order of `MEASURES`
    low: F64  # [4, M] 95 % Wilson intervals over things, and over pairs of them
    high: F64  # [4, M]
    chance: F64  # [M] what guessing gets
    overlaps: F32  # [f, f] cosines of the directions of colours, then shapes, of the superposed code
    interference: F64  # [4] mean squared cosine of two directions that are to be told apart
    widths: I64  # [w] dimensions of the superposed code
    by_width: F64  # [2, w] share of held-out things whose first, and whose second property is read
    alone: F64  # [f] D_i of the superposed code's directions


@dataclass(frozen=True)
class AskProduct(Question):
    """Are the model's states of two-word phrases a product of the two words? Answer: Product.

    Every template holds {first} and {second}. The state is that of the last token of the later word, or of the text.
    """

    about: ClassVar[About] = "model"
    kept: ClassVar[int] = 6

    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    templates: tuple[str, ...]
    at_end: bool = False
    seed: int = 0


@dataclass(frozen=True)
class Product(Finding):
    """By row of `resid` (L + 1 of them); states standardised in each dimension, each template's mean taken away.

    `parts` are shares of the variance between phrases: of the first word's and the second word's main effect, and of
    what the two words add together beyond their sum (the interaction). Intervals are 95 %, over templates.
    """

    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    parts: F64  # [3, L + 1] they add up to 1; NaN where nothing varies
    low: F64  # [3, L + 1]
    high: F64  # [3, L + 1]
    parts_chance: F64  # [3] the expected shares where states are dealt to phrases at random
    read: F64  # [2, L + 1] share of held-out phrases whose first, and whose second word a probe reads
    read_low: F64  # [2, L + 1] 95 % Wilson intervals over phrases
    read_high: F64  # [2, L + 1]
    read_shuffled: F64  # [2, L + 1] the same probe with the words dealt to phrases at random
    read_chance: F64  # [2]
    matched: F64  # [L + 1] share of held-out phrases that the sum of both words' effects is nearest to
    matched_low: F64  # [L + 1]
    matched_high: F64  # [L + 1]
    matched_chance: float
    n_templates: int
    n_phrases: int
