"""The names of a hidden state's place in the stack of layers: one way of counting for every view.

A state is a row of `resid` (DESIGN, section 3): row 0 is the input of layer 0, row l + 1 what leaves layer l, the last
row what leaves the last layer, before the final norm. On screen row 0 is "input" and row l + 1 "after Ll", so a number
after L is always that of a layer. Where states are read as next tokens the last row is the model's own output.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate  # by this name its texts are collected


def row_after(layer: int) -> int:
    """The row of `resid` that leaves a layer."""
    return layer + 1


def layer_of(row: int) -> int:
    """The layer that is chosen with a state: the one that wrote it; layer 0 for its own input."""
    return max(row - 1, 0)


def state_tick(row: int, rows: int = 0) -> str:
    """A state on an axis called `states_axis()`: `input`, `L14`; with `rows` the last of so many is `output`."""
    if row == 0:
        return translate("States", "input")
    return translate("States", "output") if row == rows - 1 else f"L{row - 1}"


def states_axis() -> str:
    """What an axis of states is called."""
    return translate("States", "state after layer")


def state_name(row: int, rows: int = 0) -> str:
    """A state by itself: `input`, `after L14`; with `rows` the last of so many is told to be the last."""
    if row == 0:
        return translate("States", "input")
    name = (
        translate("States", "after L{layer} (the last)") if row == rows - 1 else translate("States", "after L{layer}")
    )
    return name.format(layer=row - 1)


def state_place(row: int) -> str:
    """A state's place within a sentence: `at the input`, `after L14`."""
    return (
        translate("States", "at the input") if row == 0 else translate("States", "after L{layer}").format(layer=row - 1)
    )
