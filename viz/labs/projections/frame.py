"""What the view of the layouts' measures shows: the layouts of the space on the map, and what was measured of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.projections.records import KS, SHUFFLED, AskProjections, Measured, Projections
from engine.questions import Refused
from engine.records import F32, Layout, Space
from engine.run import Run
from viz.intents import SaveTable
from viz.map.faithful import is_flat
from viz.ui_state import UiState

MEASURES = ("trustworthiness", "continuity", "kept", "correlation")
MIDDLE = KS.index(15)


@dataclass(frozen=True)
class ProjectionsFrame:
    """The measures, or why they are not there."""

    space: Space
    layouts: tuple[Layout, ...]  # of the space
    chosen: int  # the one on the map
    question: AskProjections | None
    found: Projections | None
    refused: str
    flat: bool  # the map is looked at in 2D
    has_model: bool
    n_layers: int
    ui: UiState


def frame_of(run: Run, ui: UiState) -> ProjectionsFrame:
    """Of the space that the map shows."""
    state = run.maps.get(ui.space)
    layouts = tuple(state.layouts) if state is not None else ()
    question = AskProjections(ui.space, tuple(layout.key for layout in layouts)) if layouts else None
    finding = run.findings.get(question) if question is not None else None
    return ProjectionsFrame(
        ui.space, layouts, state.chosen if state is not None else 0, question,
        finding if isinstance(finding, Projections) else None, finding.sentence if isinstance(finding, Refused) else "",
        is_flat(ui), run.info is not None, run.info.n_layers if run.info is not None else 0, UiState(),
    )  # fmt: skip


def row_shown(frame: ProjectionsFrame) -> int | None:
    """The row of the layout that the map shows, in its dimensions."""
    if frame.found is None or not frame.layouts:
        return None
    wanted = (frame.layouts[frame.chosen].key, 2 if frame.flat else 3)
    return next((at for at, row in enumerate(frame.found.rows) if (row.key, row.dimensions) == wanted), None)


def values_of(found: Projections, measure: str) -> F32:
    """[rows, 3] by KS of one measure; [rows, 1] of the correlation."""
    rows = [row.correlation if measure == MEASURES[3] else getattr(row, measure) for row in found.rows]
    return np.asarray(rows, np.float32).reshape(len(rows), -1)


def errors_of(found: Projections, measure: str) -> F32 | None:
    """[rows, 3] their standard errors; None of the correlation."""
    if measure == MEASURES[3]:
        return None
    return np.stack([getattr(row, f"{measure}_error") for row in found.rows])


def best(found: Projections) -> tuple[Measured, Measured] | None:
    """The layout that keeps most of the 15 true neighbours among the 15 nearest, and its shuffled control."""
    rows = [row for row in found.rows if row.key != SHUFFLED and np.isfinite(row.kept[MIDDLE])]
    if not rows:
        return None
    first = max(rows, key=lambda row: float(row.kept[MIDDLE]))
    control = next(row for row in found.rows if row.key == SHUFFLED and row.dimensions == first.dimensions)
    return first, control


HALF = 0.5


@dataclass(frozen=True)
class Comparison:
    """One space of the default model: what its layouts were measured to keep of 15 neighbours among 50."""

    space: str
    points: int
    in_3d: tuple[tuple[str, float], ...]  # algorithm and the most that it kept, best first
    fewest: tuple[str, int, float] | None  # algorithm, dimensions and share of the fewest that keep half
    best: tuple[str, int, float]  # algorithm, dimensions and share of the one that keeps most
    tried: int  # the most dimensions of any
    shuffled: float  # the most of any control


def comparisons(found: Projections) -> tuple[Comparison, ...]:
    """By space, from the measurements that come with the finding."""
    made = []
    for name in dict.fromkeys(it.space for it in found.known):
        cases = [it for it in found.known if it.space == name]
        best_of: dict[str, float] = {}
        for it in cases:
            if it.dimensions == 3:
                best_of[it.algorithm] = max(best_of.get(it.algorithm, 0.0), it.kept)
        enough = min((it for it in cases if it.kept >= HALF), key=lambda it: (it.dimensions, -it.kept), default=None)
        fewest = None if enough is None else (enough.algorithm, enough.dimensions, enough.kept)
        ranked = tuple(sorted(best_of.items(), key=lambda it: -it[1]))
        top, tried = max(cases, key=lambda it: it.kept), max(it.dimensions for it in cases)
        most = (top.algorithm, top.dimensions, top.kept)
        made.append(Comparison(name, cases[0].points, ranked, fewest, most, tried, max(it.shuffled for it in cases)))
    return tuple(made)


def table_of(frame: ProjectionsFrame, names: dict[str, str]) -> SaveTable | None:
    """Every measure as a row of a file; `names` of the layouts by their keys."""
    found = frame.found
    if found is None:
        return None
    rows: list[tuple[str | int | float, ...]] = []
    for measure in MEASURES:
        values, errors = values_of(found, measure), errors_of(found, measure)
        for at, row in enumerate(found.rows):
            for column in range(values.shape[1]):
                k: str | int = KS[column] if errors is not None else ""
                error = float(errors[at, column]) if errors is not None else float("nan")
                value = float(values[at, column])
                told = tuple("" if number != number else number for number in (value, error))
                rows.append((names[row.key], row.dimensions, measure, k, *told))
    return SaveTable("layouts", ("layout", "dimensions", "measure", "k", "value", "standard error"), tuple(rows))
