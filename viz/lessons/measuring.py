"""What the button of a view asks, so that a step of a lesson can have it asked and say its numbers.

A figure has no button and asks the same by itself (`View.figure_wants`), so no view has anything of its own for this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from engine.run import Run
from viz.intents import AskLab, GoOn, Intent, PlaceBeside
from viz.lessons.lesson import Step
from viz.registry import all_views
from viz.ui_state import UiState

ROUNDS: Final = 8  # a view may ask for more once it has the first


def measured_by(step: Step) -> tuple[str, ...]:
    """The views that a step's gestures measure, in their order."""
    return tuple(dict.fromkeys(gesture.text for gesture in step.play if gesture.verb == "measure"))


def asked_by_button(name: str, run: Run, ui: UiState) -> Sequence[Intent]:
    """What is to be asked for a view to be whole, as a person asks it; () where it is whole, or there is none."""
    view = all_views().get(name)
    wanted = () if view is None else view.figure_wants(view.frame(run, ui))
    return tuple(
        replace(it, again=True) if isinstance(it, AskLab) else it
        for it in wanted
        if isinstance(it, AskLab | GoOn | PlaceBeside)
    )
