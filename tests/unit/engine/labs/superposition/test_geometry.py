"""Shapes are named from directions alone: turned, scaled and a little bent, and never where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import ortho_group

from engine.labs.superposition.geometry import arrangement


def polygon(corners: int) -> np.ndarray:
    turns = 2 * np.pi * np.arange(corners) / corners
    return np.stack([np.cos(turns), np.sin(turns)], axis=1)


def simplex(corners: int) -> np.ndarray:
    """In corners - 1 dimensions."""
    centred = np.eye(corners) - 1 / corners
    return np.asarray(np.linalg.svd(centred)[0][:, : corners - 1] * np.sqrt(corners / (corners - 1)))


def antiprism(turn: float) -> np.ndarray:
    corners, radius, height = np.pi / 2 * np.arange(4), np.sqrt(2 / 3), np.sqrt(1 / 3)
    squares = [
        np.stack([radius * np.cos(corners + by), radius * np.sin(corners + by), np.full(4, up)], axis=1)
        for by, up in ((0.0, height), (turn, -height))
    ]
    return np.concatenate(squares)


SHAPES = {
    "digon": np.array([[1.0], [-1.0]]), "triangle": polygon(3), "tetrahedron": simplex(4),
    "square antiprism": antiprism(np.pi / 4), "cube": antiprism(0.0),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_known_however_it_lies(shape: str) -> None:
    rng = np.random.default_rng(1)
    corners = SHAPES[shape]
    turned = 1.2 * corners @ ortho_group.rvs(max(corners.shape[1], 2), random_state=rng)[: corners.shape[1]]
    found = arrangement((turned + 0.02 * rng.standard_normal(turned.shape))[rng.permutation(len(corners))].T)
    assert found.kinds == ((shape, len(corners), corners.shape[1]),)
    assert found.groups[0].misfit < 0.06
    assert found.absent == ()


@pytest.mark.parametrize("corners", [5, 6, 8])
def test_polygons_are_told_by_their_corners(corners: int) -> None:
    assert arrangement(polygon(corners).T).kinds == (("polygon", corners, 2),)


def test_what_is_orthogonal_is_apart() -> None:
    """A triangle and a pair in three dimensions, a fourth with a feature alone, and one that is not there."""
    directions = np.zeros((7, 4))
    directions[:3, :2] = polygon(3)
    directions[3, 2], directions[4, 2], directions[5, 3], directions[6, 3] = 1.0, -1.0, 1.0, 0.2
    found = arrangement(directions.T)
    assert found.kinds == (("digon", 2, 1), ("single", 1, 1), ("triangle", 3, 2))
    assert found.absent == (6,)
    assert found.kept == 6


def test_an_octahedron_is_three_pairs_and_larger_simplices_have_their_name() -> None:
    octahedron = np.concatenate([np.eye(3), -np.eye(3)])
    assert arrangement(octahedron.T).kinds == (("digon", 2, 1),) * 3
    assert arrangement(simplex(6).T).kinds == (("simplex", 6, 5),)


def test_what_has_no_shape_gets_no_name() -> None:
    bent = polygon(5)
    bent[1] = bent[0] + 0.3 * (bent[1] - bent[0])
    assert arrangement(bent.T).kinds == (("irregular", 5, 2),)
    random = np.random.default_rng(3).standard_normal((9, 3))
    assert [it.shape for it in arrangement(2 * random.T).groups] == ["irregular"]


def test_nothing_represented_is_no_group() -> None:
    found = arrangement(np.full((2, 3), 0.1))
    assert (found.groups, found.absent, found.kept) == ((), (0, 1, 2), 0)
