"""What the loss landscape shows, of (run, ui), without Qt."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from engine.errors import InputRefused
from engine.labs.landscape.records import F64, I64, AskLandscape, Landscape, Setup
from engine.nets.records import Architecture, first_weights
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from viz.charts.net_pictures import Pictures, pictures
from viz.labs.landscape import settings
from viz.memo import by_identity
from viz.ui_state import UiState

FLAT_SLOPE, FLAT_BEND = 1e-2, -1e-3  # an end whose gradient is shorter and whose least curvature is above: a minimum
APART = 0.05  # of the range of end losses: two minima of more unlike losses are told apart
LEVELS = 14


@dataclass(frozen=True)
class LandscapeFrame:
    """One moment of the descents."""

    asked: AskLandscape
    questions: tuple[Question, ...]
    why_not: str
    found: Landscape | None = None
    moment: int = 0  # of the path
    moments: int = 0
    height: F64 | None = None  # [G, G] log10 of the loss
    levels: tuple[float, ...] = ()  # of height, at which contours are drawn
    places: F64 | None = None  # [S, 2] now
    losses: F64 | None = None  # [S] now
    minima: I64 | None = None  # [S] which starts end in a minimum: 1 yes, 0 no, -1 broken off
    valleys: F64 | None = None  # [V] losses of the minima that are told apart, lowest first
    weights: F32 | None = None  # [P] of the net that is drawn: the first start's, now
    pictures: Pictures | None = None  # what its neurons answer

    @property
    def step(self) -> int:
        """The step of the moment."""
        return int(self.found.steps[self.moment]) if self.found is not None else 0


def landscape_frame(run: Run, ui: UiState) -> LandscapeFrame:
    """The frame; where the options make no net its sentence is `why_not`."""
    try:
        asked = settings.question_of(ui)
    except InputRefused as error:
        return LandscapeFrame(AskLandscape(Setup()), (), str(error))
    found = run.findings.get(asked)
    if isinstance(found, Refused):
        return LandscapeFrame(asked, (), found.sentence)
    if not isinstance(found, Landscape):
        weights = first(asked.setup.architecture, asked.setup.seed)
        return LandscapeFrame(asked, (asked,), "", weights=weights, pictures=_pictures(asked, weights))
    chosen = int(ui.option(settings.OWNER, settings.MOMENT))
    last = len(found.steps) - 1
    moment = last if chosen < 0 else min(chosen, last)
    height = height_of(found.loss)
    weights = weights_at(found.origin, found.along, found.across, found.paths, found.ends, moment, asked.kind)
    return LandscapeFrame(
        asked, (), "", found, moment, last + 1, height, levels_of(height), found.paths[:, moment],
        found.path_loss[:, moment], minima_of(found.slope, found.bend, found.broke_at),
        valleys_of(found.path_loss, found.slope, found.bend, found.broke_at), weights, _pictures(asked, weights),
    )  # fmt: skip


def _pictures(asked: AskLandscape, weights: F32) -> Pictures:
    return pictures(asked.setup.architecture, weights)


@functools.lru_cache(maxsize=4)
def first(net: Architecture, seed: int) -> F32:
    """The weights that a training begins with.  # [P]"""
    found = first_weights(net, seed)
    found.flags.writeable = False
    return found


@by_identity(4)
def weights_at(origin: F32, along: F32, across: F32, paths: F64, ends: F32, moment: int, kind: str) -> F32:
    """The first start's weights at a moment, where only the two of the plane move; else those of its end.  # [P]"""
    a, b = paths[0, moment].tolist()
    if kind != "weights" or not (np.isfinite(a) and np.isfinite(b)):
        return np.asarray(ends[0], np.float32)
    return np.asarray(origin + np.float32(a) * along + np.float32(b) * across, np.float32)


@by_identity(4)
def height_of(loss: F64) -> F64:
    """log10 of the loss, so that valleys are seen beside mountains.  # [G, G]"""
    with np.errstate(divide="ignore"):
        height = np.log10(loss)
    return np.where(np.isfinite(height), height, np.nan)


@by_identity(4)
def levels_of(height: F64) -> tuple[float, ...]:
    """Heights of contours, closer where much of the plane is."""
    known = height[np.isfinite(height)]
    if not len(known) or known.max() <= known.min():
        return ()
    even = np.linspace(known.min(), known.max(), LEVELS + 2)[1:-1]
    crowded = np.quantile(known, np.linspace(0, 1, LEVELS + 2)[1:-1])
    return tuple(sorted({round(float(level), 6) for level in (even + crowded) / 2}))


@by_identity(4)
def minima_of(slope: F64, bend: F64, broke_at: I64) -> I64:
    """Which starts end in a minimum: 1 yes, 0 not (yet), -1 broken off.  # [S]"""
    with np.errstate(invalid="ignore"):
        still = (slope < FLAT_SLOPE) & ((bend > FLAT_BEND) | np.isnan(bend))
    return np.where(broke_at >= 0, -1, still.astype(np.int64))


@by_identity(4)
def valleys_of(path_loss: F64, slope: F64, bend: F64, broke_at: I64) -> F64:
    """The losses of minima that are told apart, lowest first.  # [V]"""
    ends = np.sort(path_loss[minima_of(slope, bend, broke_at) == 1, -1])
    if not len(ends):
        return np.empty(0)
    room = APART * max(float(ends[-1]), 1e-9)
    kept = [float(ends[0])]
    for loss in ends[1:].tolist():
        if loss - kept[-1] > room:
            kept.append(loss)
    return np.array(kept)
