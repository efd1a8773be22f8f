"""What is said of charts: computed from what was drawn, in the words of the axes."""

from __future__ import annotations

import numpy as np

from viz.charts.numbers import NBSP
from viz.charts.readings import Drawn
from viz.charts.rulers import Ruler, categories, shares
from viz.charts.spoken import MOST, told
from viz.joined import spoken

X, Y = categories(("a", "b", "c")), Ruler(0, 1, "probability", shares)
AT = np.arange(3.0)


def test_a_line_is_told_by_its_highest_and_lowest() -> None:
    line = Drawn("line", AT, np.array([0.2, 0.9, 0.1]), "head")
    assert told([((line,), X, Y)]) == f"head: 3 values, highest 90{NBSP}% at b, lowest 10{NBSP}% at c."
    other = Drawn("line", AT, np.array([0.9, 0.2, 0.1]), "head")
    assert told([((other,), X, Y)]).startswith(f"head: 3 values, highest 90{NBSP}% at a")


def test_lying_bars_are_told_along_their_own_axis() -> None:
    bars = Drawn("bars", AT, np.array([0.2, 0.9, 0.1]), across=True)
    assert told([((bars,), Y, X)]) == f"probability: 3 values, highest 90{NBSP}% at b, lowest 10{NBSP}% at c."


def test_a_table_is_told_by_its_largest_cell() -> None:
    cells = np.array([[0.0, 1.0, 2.0], [np.nan, 7.5, 3.0]])
    assert told([((Drawn("table", np.empty(0), cells, "KL"),), X, categories(("L0", "L1")))]) == (
        "KL: 2 × 3 cells. Largest: 7.5 at row L1, column b."
    )


def test_what_is_not_known_is_not_told_and_too_much_is_counted() -> None:
    nothing = Drawn("line", AT, np.full(3, np.nan), "nothing")
    one = Drawn("points", AT, np.array([np.nan, 0.5, np.nan]), "one")
    assert told([((nothing, one), X, Y)]) == f"one: 50{NBSP}% at b."
    many = tuple(Drawn("line", AT, AT / 2, f"line {i}") for i in range(MOST + 3))
    assert told([(many, X, Y)]).endswith("3 further series are in the table.")
    assert told([]) == ""


def test_each_part_ends_as_a_sentence() -> None:
    assert spoken("one", "", "two.", "three!") == "one. two. three!"
