"""Questions to the bracket lab; the findings they are answered by are in `records`.

A net is named by a string: "two-block" or "one-block" (shipped), "two-block@7" (checkpoint 7 along its training), or
"mine/NAME" (the best net so far of a training in the cache, see `TrainSlice`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.labs.brackets.records import FRAMINGS, Framing
from engine.questions import Question


@dataclass(frozen=True)
class BracketQuestion(Question):
    """Base of this lab's questions: all but one are about nets of its own, and need no language model."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"


@dataclass(frozen=True)
class ReadBrackets(BracketQuestion):
    """Probabilities after each prefix. Answer: Reading."""

    string: str
    net: str = "two-block"


@dataclass(frozen=True)
class BracketSequences(BracketQuestion):
    """Growing runs of "(" completed greedily, and n opened n closed. Answer: Sequences."""

    net: str = "two-block"
    most: int = 40


@dataclass(frozen=True)
class BracketSurface(BracketQuestion):
    """Errors over (length, depth). Answer: Surface. `exact` takes every prefix, up to 14 brackets."""

    net: str = "two-block"
    longest: int = 60
    rows: int = 1000
    seed: int = 0
    exact: bool = False


@dataclass(frozen=True)
class WorstStrings(BracketQuestion):
    """The prefixes of one cell on which a net is worst, worst first. Answer: Readings."""

    length: int
    depth: int
    net: str = "two-block"
    count: int = 10


@dataclass(frozen=True)
class TellingFailure(BracketQuestion):
    """A shortest string after which a net is wrong, right at each shorter prefix. Answer: Readings (one, or none)."""

    net: str = "two-block"


@dataclass(frozen=True)
class DepthProbe(BracketQuestion):
    """Is depth readable from `resid`? Answer: Probed."""

    net: str = "two-block"


@dataclass(frozen=True)
class DepthCloud(BracketQuestion):
    """The states of a layer in 3D. Answer: Cloud. All are turned to lie alike, a net's checkpoints as its last."""

    net: str = "two-block"
    layer: int = -1  # -1: the last
    strings: int = 40
    longest: int | None = None  # the trained length


@dataclass(frozen=True)
class BracketAttention(BracketQuestion):
    """Attention of every head over a string. Answer: AttentionMaps."""

    string: str
    net: str = "two-block"


@dataclass(frozen=True)
class BracketKnockOut(BracketQuestion):
    """The harm of switching off each head and neuron. Answer: Harm."""

    net: str = "two-block"


@dataclass(frozen=True)
class AskNetCard(BracketQuestion):
    """What is known of a net. Answer: NetCard."""

    net: str = "two-block"


@dataclass(frozen=True)
class CompareLarge(BracketQuestion):
    """The loaded model, a small net and a counter on the same strings. Answer: Comparison."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"

    framing: Framing = FRAMINGS[2]
    strings: tuple[str, ...] = ()  # none: drawn at random
    net: str = "two-block"


@dataclass(frozen=True)
class TrainSlice(BracketQuestion):
    """Train for some seconds and keep the state; ask again with the next `turn` to go on exactly. Answer: Trained.

    Not asking again is the pause and the stop: nothing is lost. The numbers of the recipe are taken at turn 0 of a name
    that has no training yet; a finished or started one is gone on with as it is.
    """

    name: str  # letters, digits and -
    turn: int = 0
    seconds: float = 2.5
    layers: int = 2
    kinds: int = 1
    max_pairs: int = 20
    examples: int = 480_000
    batch: int = 64
    groups: int = 2
    learning_rate: float = 1.5e-3
    seed: int = 0
    device: str = "auto"
    watch: str = ""  # a string whose attention comes with each answer; none: a run of brackets, closed again


@dataclass(frozen=True)
class ListNets(BracketQuestion):
    """The nets that can be asked: those that come with Orrery and one's own trainings. Answer: Nets."""

    turn: int = 0


@dataclass(frozen=True)
class MeasureNet(BracketQuestion):
    """How right a net is on held-out strings, by depth and by length. Answer: Quality."""

    net: str = "two-block"


@dataclass(frozen=True)
class PrepareNet(BracketQuestion):
    """A net as a folder that opens like any model's (a checkpoint is written to the cache). Answer: Prepared."""

    net: str = "two-block"
