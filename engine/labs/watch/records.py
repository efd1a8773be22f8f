"""What is asked of features along the run, rules on them, and rules that a decision tree finds. Numpy only.

A rule is any of several ways, each of which is all of its conditions. It is read at every position: on the activations
there, or on the largest so far (`so_far`), as a tree that was trained on whole texts has to be read while one is
written. Nothing is read at a first position, nor where the state is an outlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from engine.questions import Finding, Question, Watched, Watching
from engine.records import F32, I32, Frozen

MOST_RULES, MOST_FEATURES = 12, 40  # of a watch
DEEPEST = 6  # of a tree
Reading = Literal["max", "mean"]


@dataclass(frozen=True)
class AskShade(Question):
    """Activations of some features on the path to a node, from a position on: in the run with its interventions.

    They do not change when the run grows, so that only what is new is asked.
    """

    kept: ClassVar[int] = 4000
    dictionary: str = ""
    features: tuple[int, ...] = ()
    node: int = -1
    first: int = 0


@dataclass(frozen=True)
class AskWatched(AskShade):
    """The same for the rules of a watch: of a class of its own, so that neither ends the other."""


@dataclass(frozen=True)
class Shade(Finding):
    """By node."""

    nodes: I32  # [m]
    values: F32  # [m, k] activations
    left_out: np.ndarray[Any, np.dtype[np.bool_]]  # [m] outliers, of which the dictionary says nothing


# -- rules --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Condition(Frozen):
    """A feature of a dictionary is active more, or not more, than a value."""

    dictionary: str
    feature: int
    above: bool = True  # activation > value; False: activation <= value
    value: float = 0.0


@dataclass(frozen=True)
class Rule(Frozen):
    """See the module."""

    name: str
    ways: tuple[tuple[Condition, ...], ...]
    so_far: bool = False

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys(it for way in self.ways for it in way))

    def marks(self, values: dict[tuple[str, int], F32]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """[T] where it holds, of activations [T] by dictionary and feature; never where one of them is not known."""
        length = len(next(iter(values.values()), np.zeros(0)))
        found = np.zeros(length, bool)
        for way in self.ways:
            holds = np.full(length, bool(way))
            for it in way:
                along = values[it.dictionary, it.feature]
                if self.so_far:
                    along = np.fmax.accumulate(along)  # positions that are not read count for nothing
                with np.errstate(invalid="ignore"):
                    holds &= (along > it.value) if it.above else (along <= it.value)
            found |= holds
        return found


@dataclass(frozen=True)
class AskWatch(Watching):
    """Which rules hold at `node`; the run stops being written where one does, when it is asked at every token."""

    kept: ClassVar[int] = 4
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class WatchedRules(Watched):
    """`holds` by rule."""

    holds: tuple[bool, ...]


# -- a tree --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AskTree(Question):
    """A decision tree that tells two sets of texts apart: files or folders of text, or lines parted by |."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 4

    dictionary: str
    positive: str  # what is watched for
    negative: str
    reading: Reading = "max"  # of a text's positions, by feature
    depth: int = 2
    held_out: float = 0.4  # share of each set that is not trained on
    seed: int = 0


@dataclass(frozen=True)
class Score(Frozen):
    """How a watch does on held-out texts, with 95 % intervals (Wilson)."""

    right: int  # positive texts that it marks
    positive: int  # positive texts
    marked: int  # texts that it marks
    texts: int
    precision: tuple[float, float, float]  # share of the marked texts that are positive, and its interval
    recall: tuple[float, float, float]  # share of the positive texts that are marked


@dataclass(frozen=True)
class Tree(Finding):
    """The tree as rules, and how it does."""

    rule: Rule  # its ways are the leaves that say positive
    reading: Reading
    depth: int
    leaves: int
    trained: tuple[int, int]  # texts of each set that it was trained on
    score: Score
    shuffled: Score  # the control: a tree trained on shuffled labels, scored on the same held-out texts
    seconds: float
    note: str = ""
