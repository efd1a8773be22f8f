"""How many formulas fit the same points: question and finding. Numpy only.

The terms come as columns of numbers, so that whoever asks decides what they are; the laboratory tries their sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from engine.questions import Finding, Question
from engine.records import Bools

F64 = npt.NDArray[np.float64]

LISTED = 12  # formulas that are told one by one
MOST_TERMS = 4  # of a formula
MOST_COLUMNS = 16  # to choose from: 2,516 sums of up to 4


@dataclass(frozen=True)
class AskFormulas(Question):
    """Every sum of 1 to `most` of the terms, fitted without each of the `parts` in turn and tried on it.

    `columns`: [p][n], the terms at the n points; a term without a value at one of them is left out of all sums.
    `at`: [p], the terms at a place where all that fit equally well are compared.
    """

    about: ClassVar = "resources"
    kept: ClassVar[int] = 8
    columns: tuple[tuple[float, ...], ...]
    y: tuple[float, ...]
    at: tuple[float, ...]
    parts: tuple[tuple[int, ...], ...]
    most: int = 3


@dataclass(frozen=True)
class Formulas(Finding):
    """The B best by the error on held-out points, least first; B is at most `LISTED`. Errors are in the unit of y."""

    members: Bools  # [B, p]: which terms are in it
    held_out: F64  # [B]: root of the mean squared error on held-out points, as a mean over the parts
    train: F64  # [B]: the same on the points fitted
    predicted: F64  # [B]: at the place, of the fit to all points; NaN: it has no value there
    n_tried: int
    n_alike: int  # of all that were tried: within one standard error of the best
    alike_low: float  # the least and the largest that these predict at the place
    alike_high: float
    limit: float  # the error up to which they are alike
