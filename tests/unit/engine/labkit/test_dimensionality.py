"""D_i against its definition term by term, and at arrangements whose value is known."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labkit.dimensionality import dimensionality


def by_definition(directions: np.ndarray) -> np.ndarray:
    found = []
    for own in directions:
        unit = own / np.linalg.norm(own)
        found.append(float(own @ own) / sum(float(unit @ other) ** 2 for other in directions))
    return np.array(found)


@pytest.mark.parametrize("corners", [3, 4, 5, 7])
def test_in_a_regular_polygon_each_has_two_parts_in_so_many(corners: int) -> None:
    turns = 2 * np.pi * np.arange(corners) / corners
    polygon = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    np.testing.assert_allclose(dimensionality(3.0 * polygon), 2 / corners, rtol=1e-12)


def test_pairs_share_and_others_do_not() -> None:
    directions = np.array([[1.0, 0.0, 0.0], [-1.0, 0.0, 0.0], [0.0, 0.7, 0.0], [0.0, 0.0, 0.0]])
    np.testing.assert_allclose(dimensionality(directions), [0.5, 0.5, 1.0, 0.0], atol=1e-12)


def test_as_defined_for_any_directions() -> None:
    directions = np.random.default_rng(0).standard_normal((40, 6))
    np.testing.assert_allclose(dimensionality(directions), by_definition(directions), rtol=1e-10)


def test_of_none_and_of_absent_ones_nothing_is_said() -> None:
    assert dimensionality(np.zeros((0, 3))).tolist() == []
    assert dimensionality(np.zeros((2, 3))).tolist() == [0.0, 0.0]
