"""What is asked of features along the run, and what was found. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from engine.questions import Finding, Question
from engine.records import F32, I32


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
