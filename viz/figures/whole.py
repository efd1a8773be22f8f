"""What a picture of a view lacks until it is whole, and what stands in its place where there is nothing to see."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from engine.run import Run
from viz.figures.picture import end
from viz.intents import AskLab, Intent, OpenSpace
from viz.lab import own_points
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View

HELD = 1  # any number of a run that an engine holds


def wanted_if_held(view: type[View], run: Run, ui: UiState) -> tuple[Intent, ...]:
    """What a figure of `view` wants of the run, were the run held by an engine with its model. Changes nothing."""
    held = run
    if run.run_id <= 0 and run.nodes:
        held = copy.copy(run)
        held.run_id = HELD
    return tuple(view.figure_wants(view.frame(held, ui)))


def needs_model(wanted: Sequence[Intent]) -> bool:
    """Whether any of this needs the run's model; the others need an engine alone."""
    return not all(_needs_none(intent) for intent in wanted)


def _needs_none(intent: Intent) -> bool:
    if isinstance(intent, OpenSpace):
        own = own_points(intent.space)
        return own is not None and not own.needs_model
    return isinstance(intent, AskLab) and intent.question.about == "resources"


def instead(view: type[View], frame: Any) -> str:
    """The sentence that stands in the picture's place where there is nothing to see; "" where there is."""
    if view.nothing_to_see is View.nothing_to_see:
        return ""
    made = view()
    try:
        made.paint(frame, theme("dark"))
        made.finish_figure()
        return made.nothing_to_see(frame)
    finally:
        end(made)
