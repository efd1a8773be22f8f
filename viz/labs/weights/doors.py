"""What opens from a cell: the neuron, the head or the token of its row or its column. Plain values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.records import EMBEDDING
from viz.intents import ChooseHead, ChooseNeuron, Hover, Intent, ShowSpace, ShowViews
from viz.labs.weights.meanings import Meaning, meaning, stored_at
from viz.labs.weights.weights_frame import MATRIX, WeightsFrame
from viz.labs.weights.words import head_name

translate = QCoreApplication.translate  # by this name its texts are collected
Cell = tuple[int, int]


def said(frame: WeightsFrame, cell: Cell | None, is_row: bool) -> str:
    """What the button says that opens it; "" where no view shows it."""
    what = _meaning(frame, cell, is_row)
    layer = frame.picture.layer if frame.picture is not None else -1
    if what is None:
        return ""
    if what.kind == "token":
        return translate("Weights", "Show the token on the map")
    if what.kind == "neuron" and layer >= 0:
        return translate("Weights", "Open neuron {name}").format(name=f"L{layer}.N{what.number}")
    if what.kind in ("head", "kv head") and layer >= 0:
        return translate("Weights", "Open head {name}").format(name=head_name(layer, what.readers[0]))
    return ""


def opened(frame: WeightsFrame, cell: Cell | None, is_row: bool) -> tuple[Intent, ...]:
    """What opening it means; () where there is nothing to open."""
    what = _meaning(frame, cell, is_row)
    if what is None or frame.picture is None or not said(frame, cell, is_row):
        return ()
    layer = frame.picture.layer
    if what.kind == "token":
        return ShowSpace(EMBEDDING), Hover(token_id=what.number), ShowViews("explore", ("meaning_space",))
    if what.kind == "neuron":
        return ChooseNeuron(layer, what.number), ShowViews("ablation", ("neuron",))
    return ChooseHead(layer, what.readers[0]), ShowViews("attention", ("attention_head",))


def _meaning(frame: WeightsFrame, cell: Cell | None, is_row: bool) -> Meaning | None:
    """What the row or the column of a cell is."""
    picture = frame.picture
    if picture is None or cell is None or frame.chosen.show != MATRIX:
        return None
    axis, order = (picture.row_axis, picture.row_order) if is_row else (picture.column_axis, picture.column_order)
    return meaning(axis, stored_at(order, cell[0 if is_row else 1]))
