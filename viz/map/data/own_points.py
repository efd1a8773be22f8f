"""A laboratory's own points as the map reads them: what stands in for the run where they are shown.

No token of the run has a place among them and no question about its maps is about them, so the map reads a run without
tokens instead, whose vocabulary is the points' names. Everything that is drawn of points alone then works as it is.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.records import I32, U8, Background, Space
from engine.run import MapState, Run
from viz.map.data.kept import Kept
from viz.memo import by_identity
from viz.ui_state import UiState


def run_of(run: Run, ui: UiState) -> Run:
    """The run itself, or what stands in for it where the space shown is a laboratory's."""
    state = run.maps.get(ui.space)
    if ui.space.kind != "points":
        return run
    key = (ui.space, 0 if state is None else id(state.background))
    made = Kept.of(run).get("own points", key, lambda: _made(ui.space, state))
    made.fit_costs, made.neighbours, made.changed = run.fit_costs, run.neighbours, run.changed
    return made


def _made(space: Space, state: MapState | None) -> Run:
    made = Run(None, None if state is None else state.background.names)
    made.maps = {} if state is None else {space: state}
    return made


def without_run(ui: UiState) -> UiState:
    """The same without what is chosen of the run and its maps."""
    return replace(ui.without_next, selection=ui.selection, along=None, analogy=None, position=None)


def names_of_regions(background: Background) -> tuple[str, ...]:
    """What the map's regions are called: kinds of text, or the first grouping of a laboratory's points."""
    return background.groups[0].names if background.groups else background.text_kinds


def codes_of(background: Background) -> I32:
    """[N] the region of each of a laboratory's points, the same object each time."""
    return _wide(background.groups[0].codes)


@by_identity(4)
def _wide(codes: U8) -> I32:
    return codes.astype(np.int32)


def opened(run: Run) -> tuple[tuple[Space, str], ...]:
    """The spaces of laboratories that are there, each with what its points are."""
    return tuple((space, state.background.title) for space, state in run.maps.items() if space.kind == "points")
