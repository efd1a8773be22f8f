"""Questions to the playground of neural nets; the findings they are answered by are in `records`.

A training is gone on with in slices: what it needs to go on exactly comes with each finding as bytes, inside of the
question that goes on with it, so nothing is kept in the engine and a rewind is no more than another question.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from engine.labs.playground.records import DataSet
from engine.nets.records import Architecture, Recipe
from engine.questions import Question

MOST_STARTS = 24
FORMATS = ("safetensors", "torch", "numpy")


@dataclass(frozen=True)
class PlaygroundQuestion(Question):
    """Base of this lab's questions: none needs a language model."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"


@dataclass(frozen=True)
class TrainNet(PlaygroundQuestion):
    """Train for a moment and say what the net is like now. Answer: NetTrained, whose `then` goes on."""

    kept: ClassVar[int] = 3

    data: DataSet = field(default_factory=DataSet)
    architecture: Architecture = field(default_factory=Architecture)
    recipe: Recipe = field(default_factory=Recipe)
    nets: int = 1  # trained side by side, of the seeds recipe.seed, recipe.seed + 1 …
    attempt: int = 0  # a rewind begins another one
    turn: int = 0
    steps: int = 0  # in this slice at most; 0 = as many as there is time for
    seconds: float = 0.04
    last: int = 20_000  # step at which training ends
    start: str = ""  # a file whose weights it begins with, in place of the seed's
    state: bytes = b""  # to go on from; none: the beginning
    turned: tuple[tuple[int, float], ...] = ()  # weights turned by hand before it goes on: place, value


@dataclass(frozen=True)
class TrainStarts(TrainNet):
    """The same of many starts side by side: another series, which goes on by itself. Answer: NetTrained."""

    nets: int = 12
    last: int = 2_000


@dataclass(frozen=True)
class MeasureWidths(PlaygroundQuestion):
    """How many starts succeed, by the number of hidden neurons. Answer: Widths."""

    kept: ClassVar[int] = 4

    data: DataSet = field(default_factory=DataSet)
    architecture: Architecture = field(default_factory=Architecture)  # its first hidden layer is varied
    recipe: Recipe = field(default_factory=Recipe)
    widths: tuple[int, ...] = (1, 2, 3, 4)
    starts: int = 20
    steps: int = 800


@dataclass(frozen=True)
class ReadPoints(PlaygroundQuestion):
    """One's own points from a CSV file. Answer: PointsRead."""

    kept: ClassVar[int] = 3

    path: str = ""
    function: bool = False  # x and a value, instead of x, y and a class


@dataclass(frozen=True)
class SaveNet(PlaygroundQuestion):
    """Write a net to a file: its weights with its recipe, or a program of ten lines. Answer: NetSaved."""

    kept: ClassVar[int] = 1

    path: str = ""
    format: str = "safetensors"
    data: DataSet = field(default_factory=DataSet)
    architecture: Architecture = field(default_factory=Architecture)
    recipe: Recipe = field(default_factory=Recipe)
    weights: bytes = b""  # float32 [n_weights]
    step: int = 0


@dataclass(frozen=True)
class OpenNet(PlaygroundQuestion):
    """A net that was saved. Answer: NetOpened."""

    kept: ClassVar[int] = 2

    path: str = ""
