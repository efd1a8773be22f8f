"""The token that is followed, and the position looked at."""

from __future__ import annotations

from engine.run import Run
from viz.typed_token import token_of
from viz.ui_state import UiState

FOLLOWED = ("ablation", "token")  # the option that holds what a person typed


def followed(run: Run, ui: UiState) -> int:
    """The token a person follows; -1: the likeliest; -2: what was typed is no token."""
    view, name = FOLLOWED
    return token_of(run.vocabulary, str(ui.options.get(view, {}).get(name, "")))


def position_of(run: Run, ui: UiState) -> int:
    """The position looked at, -1 where there is no text."""
    n = len(run)
    return n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
