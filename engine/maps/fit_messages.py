"""What is said to the mapper process and by it; plain records."""

from __future__ import annotations

from dataclasses import dataclass

from engine.maps.shared import SharedVectors
from engine.records import Bools, FitCost, FitJob, FitParams, Frozen, Layout, Space, UmapParams


@dataclass(frozen=True)
class FitRequest(Frozen):
    """Fit the layout of a space's vectors [n, D] (standardised already where the space is).

    Where `params.along` names layers the vectors are those of all of them, one after the other [layers * n, D], and
    all are laid out together; `left_out` is then [layers, n].
    """

    id: int
    space: Space
    vectors: SharedVectors
    params: FitParams
    model_hash: str
    left_out: Bools | None = None  # [n] placed afterwards instead of fitted


@dataclass(frozen=True)
class CostRequest(Frozen):
    """Estimate what a fit takes, from short runs on numbers of the same shape."""

    id: int
    job: FitJob
    params: UmapParams


@dataclass(frozen=True)
class CostKnown(Frozen):
    id: int
    job: FitJob
    cost: FitCost


@dataclass(frozen=True)
class FitProgress(Frozen):
    """`stage` is in words (English source text); total 0 = unknown."""

    id: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True)
class FitDone(Frozen):
    """The layout, and a sentence where it could not be stored ("" where it was); `others` were laid out with it."""

    id: int
    layout: Layout
    note: str = ""
    others: tuple[Layout, ...] = ()


@dataclass(frozen=True)
class FitFailed(Frozen):
    """`kind` is a class name of engine.errors, or "Fault"; `sentence` is for a person, `detail` the trace."""

    id: int
    kind: str
    sentence: str
    detail: str = ""


FitAnswer = FitProgress | FitDone | FitFailed | CostKnown
