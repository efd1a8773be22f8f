"""From the options of the view of weights to what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from engine.labs.weights.records import OF_LAYERS, ROLES, SHIPPED, Look, MatrixName, Order, Shown
from engine.run import Run
from viz.labs.weights.options import FILE
from viz.labs.weights.weights_frame import MATRIX, Chosen, role_of


def chosen_of(run: Run, layer: int, option: Callable[[str], Any]) -> Chosen:
    """Which matrix of what, and how it is shown; `option` gives the value of one."""

    def value(name: str) -> str:
        return str(option(name))

    role, show, net = role_of(value("role"), ROLES), value("show"), _net(run, value)
    layers = run.info.n_layers if run.info else 1
    at = min(max(layer, 0), max(layers - 1, 0)) if role in OF_LAYERS else 0
    matrix = MatrixName(role, at, value("tensor") if role == "by name" or net else "")
    shown = cast("Shown", value("picture"))
    window = int(option("window")) if shown != "value" else 1
    rows, columns = (cast("Order", value(name)) for name in ("rows", "columns"))
    look = Look(shown, window, rows, columns) if show == MATRIX else Look(shown, window)
    return Chosen(
        show, matrix, look, bool(option("control")), int(option("seed")), net, value("of") == FILE and not net
    )


def _net(run: Run, value: Callable[[str], str]) -> str:
    """The small net that is shown; none: the language model, where there is one."""
    of = value("of")
    if of == FILE:
        return value("net_file").strip()
    return of if of in SHIPPED else "" if run.info else SHIPPED[0]
