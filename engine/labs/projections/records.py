"""Measures of the layouts of a space. Numpy only.

For sampled points, against *all* points that a layout is fitted on (Venna and Kaski 2001, "Neighborhood preservation
in nonlinear projection methods"; r is the rank in the full space by cosine, s that on the map, both from 1):
trustworthiness is 1 - 2 / (n k (2N - 3k - 1)) sum of max(0, r - k) over each point's k nearest on the map, continuity
the same with the spaces exchanged, and the share kept that of the k true neighbours among the k nearest on the map.
Distances are compared by Spearman's correlation over pairs of points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32, Frozen, Space

KS = (5, 15, 50)  # neighbours
SHUFFLED = ""  # in place of a layout's key: the control


@dataclass(frozen=True)
class AskProjections(Question):
    """What the layouts with these keys keep of an opened space, measured on `n` of its points."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 12
    space: Space
    keys: tuple[str, ...]
    n: int = 500
    seed: int = 0


@dataclass(frozen=True)
class Measured(Frozen):
    """One layout in two or three dimensions."""

    key: str  # of the layout; SHUFFLED for the first layout's points dealt out anew
    dimensions: Literal[2, 3]
    trustworthiness: F32  # [3] by KS; NaN where there are too few points for that k
    continuity: F32  # [3]
    kept: F32  # [3]
    trustworthiness_error: F32  # [3] standard errors over the sampled points
    continuity_error: F32
    kept_error: F32
    correlation: float  # Spearman's, of distances


@dataclass(frozen=True)
class Agreement(Frozen):
    """How alike two layouts are that differ by their seed alone: shared neighbours on both maps."""

    keys: tuple[str, str]
    dimensions: Literal[2, 3]
    shared: F32  # [3] by KS: share of the k nearest on the one map that are among those on the other


@dataclass(frozen=True)
class Projections(Finding):
    """All layouts that were asked about, and the control."""

    space: Space
    rows: tuple[Measured, ...]
    agreements: tuple[Agreement, ...]
    sampled: I32  # [n] background indices
    n_points: int  # that layouts are fitted on
    n_pairs: int  # of points, for the correlation
    seconds: float
