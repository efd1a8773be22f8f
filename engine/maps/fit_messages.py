"""What is said to the mapper process and by it; plain records."""

from __future__ import annotations

from dataclasses import dataclass

from engine.maps.shared import SharedVectors
from engine.records import Bools, Frozen, Layout, Space, UmapParams


@dataclass(frozen=True)
class FitRequest(Frozen):
    """Fit the UMAP layout of a space's vectors [n, D] (standardised already where the space is)."""

    id: int
    space: Space
    vectors: SharedVectors
    params: UmapParams
    model_hash: str
    left_out: Bools | None = None  # [n] placed afterwards instead of fitted


@dataclass(frozen=True)
class FitProgress(Frozen):
    """`stage` is in words (English source text); total 0 = unknown."""

    id: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True)
class FitDone(Frozen):
    """The layout, and a sentence where it could not be stored ("" where it was)."""

    id: int
    layout: Layout
    note: str = ""


@dataclass(frozen=True)
class FitFailed(Frozen):
    """`kind` is a class name of engine.errors, or "Fault"; `sentence` is for a person, `detail` the trace."""

    id: int
    kind: str
    sentence: str
    detail: str = ""


FitAnswer = FitProgress | FitDone | FitFailed
