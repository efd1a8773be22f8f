"""Axes: round numbers, numbers in words, and which categories are named."""

from __future__ import annotations

import numpy as np
import pytest

from viz.charts.rulers import Ruler, categories, shares, short, shown_labels, ticks


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-3, 7.3), (0, 1e6), (2e-5, 3e-5), (-1, -0.2)])
def test_ticks_are_round_inside_and_evenly_apart(low: float, high: float) -> None:
    for most in (2, 5, 9):
        found = ticks(low, high, most)
        assert 1 <= len(found) <= most + 1
        assert low <= found[0] <= found[-1] <= high
        steps = np.diff(found)
        assert np.allclose(steps, steps[:1])


def test_ticks_of_no_range() -> None:
    assert ticks(2.0, 2.0) == [2.0]
    assert ticks(float("nan"), 1.0) == []


def test_numbers_are_short_with_a_true_minus() -> None:
    assert [short(value) for value in (1_200_000, 40_000, 0.5, -2)] == ["1.2M", "40k", "0.5", "−2"]
    assert [shares(value) for value in (0.5, 0.025, -0.1)] == ["50\u00a0%", "2.5\u00a0%", "−10\u00a0%"]


def test_categories_lie_around_whole_numbers() -> None:
    ruler = categories(("a", "b", "c"), "letters", down=True)
    assert (ruler.low, ruler.high, ruler.name, ruler.down) == (-0.5, 2.5, "letters", True)
    assert ruler.is_categories
    assert not Ruler().is_categories


def test_the_chosen_category_is_always_named_and_nothing_touches_it() -> None:
    assert shown_labels(10, -0.5, 9.5, 3, None) == [0, 3, 6, 9]
    assert shown_labels(10, -0.5, 9.5, 3, 4) == [0, 4, 9]
    assert shown_labels(10, 3.5, 6.5, 1, 9) == [4, 5, 6]
