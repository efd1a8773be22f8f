"""The arrow of an intervention on the map: from where the intact model is to where the changed one is.

In a space of states that is the state itself at the position looked at. In a space of tokens a state has no place, so
the arrow goes from the intact model's likeliest next token to the changed model's, and the words say so. It is painted
by Qt over the picture, so it stays crisp and needs nothing of the scene.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.labs.ablation.records import ChangedNext
from engine.records import F32, Layout, Placed
from engine.run import Run
from viz.changed import here
from viz.token_text import shown
from viz.ui_state import UiState


@dataclass(frozen=True, eq=False)
class Move:
    """From `start` to `end`, places in the standard pose."""

    start: F32  # [3]
    end: F32  # [3]
    tokens: tuple[str, str]  # likeliest next tokens, intact and changed
    of_states: bool


def move_of(run: Run, ui: UiState, layout: Layout, points: F32, placed: Callable[[Placed], F32]) -> Move | None:
    """The move at the position looked at; None where nothing is changed or it has no place on this map."""
    if not (ui.plan.changes or run.plan.changes):
        return None
    found = here(run, ui).shown
    if found is None:
        return None
    first = [int(found.ids[int(found.ranks[row].argmin())]) for row in (0, 1)]
    texts = (shown(run.vocabulary, first[0]), shown(run.vocabulary, first[1]))
    if layout.space.kind != "resid":
        if max(first) >= len(points):
            return None
        return Move(points[first[0]], points[first[1]], texts, False)
    return _of_states(found, layout, texts, placed)


def _of_states(
    found: ChangedNext, layout: Layout, texts: tuple[str, str], placed: Callable[[Placed], F32]
) -> Move | None:
    if found.placed is None or found.placed.layout_key != layout.key:
        return None
    places = placed(found.placed)
    return Move(places[0], places[1], texts, True)
