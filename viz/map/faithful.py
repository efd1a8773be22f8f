"""What share of neighbours the map on screen keeps: one source for its statement, the status line and all others.

The figure belongs to a layout and to the dimensions it is looked at in, and is said with one rounding everywhere.
"""

from __future__ import annotations

import math
from typing import Final

from engine.records import Bools, Layout
from viz.charts.numbers import with_percent
from viz.map.choices import OPTIONS
from viz.ui_state import UiState

AMONG: Final = 50  # nearest on the map, which true neighbours have to be among
VIEW: Final = "meaning_space"
_DIMENSIONS: Final = next(option for option in OPTIONS if option.name == "dimensions")


def is_flat(ui: UiState) -> bool:
    """Whether the map is looked at in 2D."""
    return bool(ui.option(VIEW, _DIMENSIONS) == "2D")


def kept_of(layout: Layout, flat: bool) -> float | None:
    """The share of true neighbours that a layout keeps, 0..1; None where it was not measured.

    The mean over a sample of the points that it was made from, as `engine.maps.faithfulness` has it.
    """
    return _measured(layout.kept2 if flat else layout.kept3)


def error_of(layout: Layout) -> float | None:
    """The standard error of that share; None where it was not measured."""
    return _measured(layout.kept_error)


def chance_of(layout: Layout, left_out: Bools | None = None) -> float:
    """The share that a map of points dealt out at random would keep."""
    n = len(layout.points3) - (0 if left_out is None else int(left_out.sum()))
    return min(1.0, AMONG / max(n - 1, 1))


def percent(share: float) -> str:
    """A share in percent, with a digit more where it is small or all but whole: "31 %", "9.3 %", "99.9 %"."""
    if 0.995 <= share < 1.0:
        return with_percent(f"{min(100 * share, 99.9):z.1f}")
    return with_percent(f"{100 * share:z.{0 if share >= 0.1 else 1}f}")


def _measured(figure: float) -> float | None:
    return figure if math.isfinite(figure) else None
