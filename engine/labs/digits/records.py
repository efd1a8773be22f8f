"""Questions about a small net that reads handwritten digits, and their findings. Numpy only.

A picture is 64 numbers from 0 (paper) to 1 (ink), row by row. A view computes with a net's weights itself
(`activations`, `probabilities`), so that a drawing is answered while it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused
from engine.nets.records import Architecture, Recipe, forward, softmax
from engine.questions import Finding, Question
from engine.records import F32, U8, Bools, Frozen, Space
from engine.sentences import say

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

SIDE: Final = 8  # pixels
PIXELS: Final = SIDE * SIDE
DIGITS: Final = 10
TURNS: Final = 10  # parts in which a training is told
LONGEST: Final = 2000  # epochs


@dataclass(frozen=True)
class DigitsRecipe(Frozen):
    """What a training follows from: ReLU layers, Adam on the cross-entropy of shuffled batches."""

    hidden: tuple[int, ...] = (32, 16)
    epochs: int = 30
    batch: int = 32
    rate: float = 0.003
    seed: int = 0  # of the start and of the order of pictures
    shuffled: bool = False  # control: the digits of the training pictures are dealt out anew

    @property
    def architecture(self) -> Architecture:
        """The net. Raises InputRefused where it makes none."""
        return Architecture(PIXELS, self.hidden, DIGITS, "relu")

    @property
    def recipe(self) -> Recipe:
        """How it learns. Raises InputRefused where that makes no training."""
        return Recipe("cross_entropy", "adam", self.rate, self.batch, seed=self.seed)


def activations(recipe: DigitsRecipe, weights: F32, pixels: F32) -> list[F32]:
    """What each layer gives for pictures [n, 64]: the hidden ones after ReLU, then the logits [n, 10]."""
    return [np.asarray(layer, np.float32) for layer in forward(recipe.architecture, weights, pixels)]


def probabilities(recipe: DigitsRecipe, weights: F32, pixels: F32) -> F64:
    """Of each digit, for pictures [n, 64], in float64. [n, 10]"""
    return np.asarray(softmax(activations(recipe, weights, pixels)[-1].astype(np.float64)))


def entropy_bits(probs: F64) -> F64:
    """Entropy of probabilities [n, 10] in bits. [n]"""
    logs = np.log2(probs, out=np.zeros_like(probs), where=probs > 0)
    return np.asarray(np.maximum(-(probs * logs).sum(axis=-1), 0.0))


@dataclass(frozen=True)
class DigitsQuestion(Question):
    """Base of this laboratory's questions: they need no language model."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"


@dataclass(frozen=True)
class AskPictures(DigitsQuestion):
    """The pictures and what they are of. Answer: Pictures."""


@dataclass(frozen=True)
class TrainDigits(DigitsQuestion):
    """A training up to a turn of TURNS, each of as many epochs. Answer: TrainedDigits. The same again is the same."""

    recipe: DigitsRecipe = DigitsRecipe()
    turn: int = 1


@dataclass(frozen=True)
class CompareStarts(DigitsQuestion):
    """Nets of the same recipe from `count` starts, seed after seed, and a control. Answer: Starts."""

    recipe: DigitsRecipe = DigitsRecipe()
    count: int = 8


Algorithm = Literal["PCA", "t-SNE"]


@dataclass(frozen=True)
class MapDigits(DigitsQuestion):
    """The numbers of a layer of a trained net as vectors on a map. Answer: DigitsMap."""

    recipe: DigitsRecipe = DigitsRecipe()
    layer: int = -1  # hidden layer; -1: the last one; PIXEL_SPACE: the pictures themselves
    algorithm: Algorithm = "PCA"


PIXEL_SPACE: Final = -2


def points_of(recipe: DigitsRecipe, layer: int) -> Space:
    """The space of a layer's numbers of all pictures, on a map of its own; `layer` as in `MapDigits`."""
    hidden = "x".join(map(str, recipe.hidden))
    facts = (layer, hidden, recipe.epochs, recipe.batch, repr(recipe.rate), recipe.seed, int(recipe.shuffled))
    return Space("points", points="/".join(("digits", *map(str, facts))))


def map_from(what: str) -> MapDigits:
    """The recipe and the layer that such a space names. Raises InputRefused where it names none."""
    try:
        layer, hidden, epochs, batch, rate, seed, shuffled = what.split("/")
        recipe = DigitsRecipe(
            tuple(map(int, hidden.split("x"))), int(epochs), int(batch), float(rate), int(seed), shuffled == "1"
        )
        return MapDigits(recipe, int(layer))
    except ValueError as error:
        raise InputRefused(say("{what} names no points of the laboratory of digits.", what=what[:60])) from error


@dataclass(frozen=True)
class PlaceDigit(DigitsQuestion):
    """Where another picture lies on such a map. Answer: PlacedDigit."""

    kept: ClassVar[int] = 20

    map: MapDigits
    pixels: tuple[float, ...]  # [64]


@dataclass(frozen=True)
class Pictures(Finding):
    """All pictures of the data set, as it has them: ink counted in 4 x 4 dots, 0 to 16."""

    ink: U8  # [N, 64]
    digits: U8  # [N]
    held_out: Bools  # [N] never trained on

    @property
    def pixels(self) -> F32:
        """[N, 64] 0 to 1."""
        return np.asarray(self.ink / np.float32(16), np.float32)


@dataclass(frozen=True)
class TrainedDigits(Finding):
    """A net on its way, with what was measured until then."""

    recipe: DigitsRecipe
    weights: F32  # [n_weights] a flat row, as `engine.nets` has it
    turn: int
    done: bool
    steps: I64  # [n] steps of the optimiser, the first 0
    loss: F64  # [n] nats a picture, mean over all training pictures
    held_out_loss: F64  # [n]
    accuracy: F64  # [n] share of the held-out pictures read correctly
    train_accuracy: F64  # [n]
    n_held_out: int
    n_train: int
    accuracy_low: float  # 95 % Wilson interval of the last accuracy
    accuracy_high: float
    seconds: float  # of computing
    stopped: str = ""  # why it ended before its time, in a sentence


@dataclass(frozen=True)
class Starts(Finding):
    """The same recipe from several starts, on the held-out pictures; row 0 is the recipe's own seed."""

    recipe: DigitsRecipe
    rows: I64  # [m] numbers of the held-out pictures
    read: U8  # [S, m] what each net reads
    correct: I64  # [S] held-out pictures read correctly
    low: F64  # [S] 95 % Wilson interval of the accuracy
    high: F64  # [S]
    control_correct: int  # of a net trained on shuffled digits
    control_low: float
    control_high: float
    control_train: float  # share of the shuffled digits that it knows by heart
    differ: float  # share of pictures on which two of the nets give other answers, mean over pairs
    differ_chance: float  # the same, were their errors independent and their wrong answers equally likely
    seconds: float


@dataclass(frozen=True)
class DigitsMap(Finding):
    """A layout of the pictures by one layer's numbers; `kept` as everywhere (15 true neighbours, 50 on the map)."""

    points3: F32  # [N, 3]
    points2: F32  # [N, 2]
    library: str
    kept3: float
    kept2: float
    kept_error: float
    kept_shuffled: float  # the same of the 2D map with its points dealt out anew
    n_measured: int
    explained: float | None  # PCA: share of variance in three axes
    width: int  # numbers of a vector
    same_digit: float  # share of the 15 true neighbours that are the same digit
    same_digit_map: float  # of the 15 nearest on the 2D map
    same_digit_pixels: float  # of the 15 nearest by the pictures themselves
    same_digit_chance: float
    seconds: float


@dataclass(frozen=True)
class PlacedDigit(Finding):
    """Where it lies, and the share of its own neighbours kept there."""

    points3: F32  # [3]
    points2: F32  # [2]
    kept3: float
    kept2: float
