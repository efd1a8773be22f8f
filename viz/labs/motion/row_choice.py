"""Which vectors are measured: a choice that the views of this laboratory share, and what it means for a run."""

from __future__ import annotations

from engine.records import EMBEDDING, ModelInfo, Space
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

STATES = ("map", "chosen", "last", "norm", "input")
STATE_WORDS = (
    QT_TRANSLATE_NOOP("Motion", "those of the map"),
    QT_TRANSLATE_NOOP("Motion", "after the chosen layer"),
    QT_TRANSLATE_NOOP("Motion", "after the last layer"),
    QT_TRANSLATE_NOOP("Motion", "after the final norm"),
    QT_TRANSLATE_NOOP("Motion", "token embeddings"),
)


def state_option(label: str, tip: str) -> Option:
    """The option; its words are looked up in one context for all views."""
    return Option(
        "state", label, "choice", STATES[0], choices=STATES, shown=STATE_WORDS, context="Motion", tip=tip
    )  # fmt: skip


def row_of(state: str, ui: UiState, info: ModelInfo | None, rows: int = 0) -> int:
    """The row of states that a choice means: 0 the input, l + 1 after layer l, L + 1 after the final norm.

    `rows`: as many as records hold (L + 1), where no model is known. A layer that there is not is the last one.
    """
    layers = info.n_layers if info is not None else max(rows - 1, 0)
    if state == "map":
        if ui.space.kind == "resid":
            return min(ui.space.layer, layers)
        return 0 if ui.space.kind == "embedding" or (info is not None and info.tied_embeddings) else layers + 1
    if state == "chosen":
        return min(ui.layer + 1, layers)
    return {"last": layers, "norm": layers + 1}.get(state, 0)


def space_of(row: int, layers: int) -> Space | None:
    """The map on which states of a row lie; None after the final norm, which no map shows."""
    if row > layers:
        return None
    return Space("resid", row) if row else EMBEDDING
