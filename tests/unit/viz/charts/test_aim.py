"""What the crosshair rests on: nearest things, and the steps of the keyboard."""

from __future__ import annotations

import numpy as np
import pytest

from viz.charts.aim import Cells, Columns, Points, Rows, Targets


def test_rows_and_columns_are_found_by_the_whole_of_their_band() -> None:
    rows, columns = Rows(3, ("x", "y", "z")), Columns([0.0, 10.0, 40.0])
    found = rows.near(0.7, 1.4, 1, 1)
    assert found is not None
    assert (found.thing, found.y) == ("y", 1.0)
    assert rows.near(0.0, 2.6, 1, 1) is None
    nearest = columns.near(26.0, 0.0, 1, 1)
    assert nearest is not None
    assert (nearest.thing, nearest.x) == (2, 40.0)


def test_cells_end_at_the_table() -> None:
    cells = Cells(2, 3)
    found = cells.near(1.8, 0.6, 1, 1)
    assert found is not None
    assert found.thing == (1, 2)
    assert cells.near(2.6, 0.0, 1, 1) is None


def test_points_are_found_within_reach_on_the_screen_only() -> None:
    points = Points([0.0, 1.0, np.nan], [0.0, 1.0, 0.1], ("a", "b", "nowhere"))
    found = points.near(0.05, 0.5, 0.1, 1.0)  # half an em above
    assert found is not None
    assert found.thing == "a"
    assert points.near(0.5, 0.5, 0.1, 0.1) is None


@pytest.mark.parametrize(
    ("targets", "start", "step", "end"),
    [
        (Rows(3), 1, (0, 1), 2),
        (Rows(3), 2, (0, 1), None),
        (Rows(3), 1, (1, 0), None),
        (Rows(3), None, (0, 1), 0),
        (Columns([5.0, 6.0]), 0, (1, 0), 1),
        (Columns([5.0, 6.0]), 0, (0, 1), None),
        (Cells(2, 2), (0, 0), (1, 0), (0, 1)),
        (Cells(2, 2), (0, 0), (0, -1), None),
        (Points([3.0, 1.0, 2.0], [0.0, 5.0, 9.0]), 1, (1, 0), 2),
        (Points([3.0, 1.0, 2.0], [0.0, 5.0, 9.0]), 1, (0, -1), 2),
        (Points([], []), None, (1, 0), None),
    ],
)
def test_steps(targets: Targets, start: object, step: tuple[int, int], end: object) -> None:
    spot = targets.beside(start, *step)
    assert (spot.thing if spot else None) == end
