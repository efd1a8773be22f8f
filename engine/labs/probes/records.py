"""Where the points of a space lie along a direction: questions and findings. Numpy only.

A question names words or background points, not vectors, so that it can be put to any layer of the same states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.dictionaries.records import FeatureName
from engine.questions import Finding, Question
from engine.records import F32, Space

End = str | tuple[int, ...]  # a word, or background points


@dataclass(frozen=True)
class AskAlong(Question):
    """Where every background point of an opened space lies along the direction from the mean of some to that of others.

    A word stands for the points that it does as an axis of a layout (`engine.maps.directions.word_rows`).
    """

    about: ClassVar[Literal["run", "model"]] = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 12
    space: Space
    start: End
    end: End


@dataclass(frozen=True)
class Along(Finding):
    """Coordinates: 0 at the mean of all points, and the two ends 2 apart. Half way between the ends is no good middle:
    among all tokens common words lie on one side of it, whatever the direction."""

    values: F32  # [N] NaN for points that the fit of a layout leaves out
    n_start: int  # points that each mean is of
    n_end: int
    start_at: float  # coordinates of the two means
    end_at: float
    share: float  # of the points' variance along the direction
    share_random: float  # the mean of that over all directions: one over the number of dimensions


@dataclass(frozen=True)
class AskFeatureAlong(Question):
    """Where every background point of an opened space lies along what a feature of a dictionary adds to the states.

    Of states that are standardised the direction is, too.
    """

    about: ClassVar[Literal["run", "model"]] = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 12
    space: Space
    feature: FeatureName


@dataclass(frozen=True)
class AlongFeature(Finding):
    """Coordinates: 0 at the mean of all points, 1 their standard deviation along the direction."""

    values: F32  # [N] NaN for points that the fit of a layout leaves out
    share: float  # of the points' variance along the direction
    share_random: float  # the mean of that over all directions: one over the number of dimensions


@dataclass(frozen=True)
class AskProbe(Question):
    """A probe that tells the points `ones` from `others`, or from all other points where there are none."""

    about: ClassVar[Literal["run", "model"]] = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 12
    space: Space
    ones: tuple[int, ...]
    others: tuple[int, ...] = ()
    seed: int = 0


HeldOut = Literal["texts", "points"]


@dataclass(frozen=True)
class Score(Finding):
    """How well points that were held out are told apart: the mean over the folds, and its standard error."""

    auc: float  # 0.5 by chance
    auc_error: float
    accuracy: float  # balanced: the mean of both sides' shares, 0.5 by chance
    accuracy_error: float


@dataclass(frozen=True)
class Probe(Finding):
    """A logistic regression (L2, each dimension standardised, both sides weighted alike).

    A point that it was fitted on has the value of the fold that had not seen it.
    """

    values: F32  # [N] log-odds of being one of `ones`; NaN for points that the fit of a layout leaves out
    n_ones: int  # that it was fitted on
    n_others: int
    folds: int
    held_out: HeldOut  # whole texts, or points of any text
    probe: Score
    shuffled: Score  # the same with labels dealt out anew
    means: Score  # of the difference of the two means, without any fit
