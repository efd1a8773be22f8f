"""Chosen directions as axes: against plain arithmetic, and that what has no direction is refused in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.decomposition import PCA

from engine.errors import InputRefused
from engine.maps.directions import directions_fit, word_rows
from engine.maps.layouts import directions_of, placer_of
from engine.maps.spaces import resid_space
from engine.maps.store import LayoutStore
from engine.records import EMBEDDING, Direction, Directions, Space
from tests.helpers.made_maps import clustered, space_of, states

N, D = 300, 24
VECTORS = clustered(N, D)


def axis(start: tuple[int, ...], end: tuple[int, ...]) -> Direction:
    return Direction("a", "b", start, end)


ONE = axis((3,), (17,))
TWO = axis((1, 2, 5), (40, 41))
THREE = axis((100,), (200, 201))


@pytest.mark.parametrize("orthogonal", [True, False])
def test_coordinates_are_products_with_the_axes(orthogonal: bool) -> None:
    fit = directions_fit(VECTORS, Directions((ONE, TWO, THREE), orthogonal))
    exact = VECTORS.astype(np.float64)
    differences = np.stack([
        exact[17] - exact[3], exact[40:42].mean(0) - exact[[1, 2, 5]].mean(0), exact[200:202].mean(0) - exact[100],
    ])  # fmt: skip
    units = differences / np.linalg.norm(differences, axis=1)[:, None]
    if orthogonal:  # the same as a QR decomposition, up to signs
        units = np.linalg.qr(units.T)[0].T
        units *= np.sign((units * differences).sum(axis=1))[:, None]
    along = (exact - exact.mean(0)) @ units.T
    assert fit.shares == pytest.approx(along.var(axis=0) / exact.var(axis=0).sum(), rel=1e-4)
    away = fit.points3 * fit.divide3 + fit.shift3
    np.testing.assert_allclose(away, along, atol=1e-4)
    np.testing.assert_allclose(fit.points2 * fit.divide2 + fit.shift2, along[:, :2], atol=1e-4)
    span = np.linalg.qr(units.T)[0]
    assert fit.explained == pytest.approx(((exact - exact.mean(0)) @ span).var(axis=0).sum() / exact.var(0).sum())
    assert (fit.explained == pytest.approx(sum(fit.shares), rel=1e-4)) == orthogonal


def test_the_ends_of_an_axis_lie_along_it() -> None:
    fit = directions_fit(VECTORS, Directions((ONE,)))
    assert fit.points3[17, 0] > fit.points3[3, 0]
    np.testing.assert_allclose(fit.points3[17, 1:], fit.points3[3, 1:], atol=1e-4)  # at right angles they are one


def test_axes_that_are_left_empty_are_principal_components_of_the_rest() -> None:
    fit = directions_fit(VECTORS, Directions((ONE,)))
    exact = VECTORS.astype(np.float64) - VECTORS.mean(0, dtype=np.float64)
    unit = (VECTORS[17] - VECTORS[3]).astype(np.float64)
    unit /= np.linalg.norm(unit)
    found = PCA(2).fit(exact - np.outer(exact @ unit, unit))
    assert fit.shares[1:] == pytest.approx(found.explained_variance_ * (N - 1) / N / exact.var(0).sum(), rel=1e-3)
    cosines = np.abs(np.diag(found.components_ @ fit.axes.axes[:, 1:]))
    np.testing.assert_allclose(cosines, 1, atol=1e-3)


def test_new_vectors_are_placed_exactly_and_points_lie_where_they_are() -> None:
    space = space_of(VECTORS)
    layout = directions_of(space, "hash", Directions((ONE, TWO)))
    placer = placer_of(space, layout)
    same = placer.place(VECTORS[:20])
    np.testing.assert_allclose(same.points3, layout.points3[:20], atol=1e-5)
    middle = placer.place(((VECTORS[3] + VECTORS[17]) / 2)[None])
    np.testing.assert_allclose(middle.points3[0], (layout.points3[3] + layout.points3[17]) / 2, atol=1e-4)
    beyond = placer.place((2 * VECTORS[17] - VECTORS[3])[None]).points3[0]
    np.testing.assert_allclose(beyond, 2 * layout.points3[17] - layout.points3[3], atol=1e-4)


def test_a_stored_layout_is_found_again_and_placed_in(tmp_path: Path) -> None:
    space, store = space_of(VECTORS), LayoutStore(tmp_path)
    layout = directions_of(space, "hash", Directions((ONE, replace(TWO, start="")), orthogonal=False))
    store.save("hash", layout)
    found, _ = store.find("hash", EMBEDDING, layout.key, N)
    assert found is not None
    assert (found.params, found.axis_shares) == (layout.params, layout.axis_shares)
    one, other = (placer_of(space, it).place(VECTORS[:3] * 1.5).points3 for it in (layout, found))
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(
    ("axes", "said"),
    [
        ((), "1 to 3"),
        ((ONE, TWO, THREE, ONE), "1 to 3"),
        ((axis((4,), (4,)),), "no direction"),
        ((axis((4,), ()),), "points of the map"),
        ((axis((4,), (N,)),), "points of the map"),
        ((ONE, axis((17,), (3,))), "combination"),
        ((ONE, TWO, axis((3,), (17,))), "combination"),
    ],
)
def test_what_has_no_direction_is_refused(axes: tuple[Direction, ...], said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        directions_fit(VECTORS, Directions(axes))


def test_left_out_points_are_laid_out_but_decide_nothing() -> None:
    counted = np.ones(N, bool)
    counted[:10] = False
    wild = VECTORS.copy()
    wild[:10] *= 1000
    fits = [directions_fit(vectors, Directions((TWO_APART,)), counted) for vectors in (VECTORS, wild)]
    np.testing.assert_allclose(fits[0].points3[10:], fits[1].points3[10:], atol=1e-4)


TWO_APART = axis((20, 21), (40,))


def test_few_dimensions_have_as_many_axes() -> None:
    fit = directions_fit(VECTORS[:, :2].copy(), Directions((ONE,)))
    assert fit.points3.shape == (N, 3)
    assert (fit.points3[:, 2] == fit.points3[0, 2]).all()
    assert len(fit.shares) == 2
    assert fit.explained == pytest.approx(1, abs=1e-5)


def test_a_word_is_its_tokens_or_its_places_in_the_text() -> None:
    assert word_rows(space_of(VECTORS).background, ((4, 5), (9, 9, 9)), "word") == (4, 5)
    given = states(VECTORS)
    ids = np.zeros(N, np.int32)
    ids[[10, 50]] = 7  # two places of one token
    ids[[74, 75]] = 8, 9  # over the edge of two texts
    ids[[90, 91]] = 8, 9
    background = resid_space(Space("resid", 1), replace(given, token_ids=ids)).background
    assert word_rows(background, ((7,),), "word") == (10, 50)
    assert word_rows(background, ((8, 9),), "word") == (91,)
    assert word_rows(background, ((8, 9), (7,)), "word") == (10, 50, 91)
    with pytest.raises(InputRefused, match="does not occur"):
        word_rows(background, ((3,),), "word")
    with pytest.raises(InputRefused, match="does not occur"):
        word_rows(replace(background, left_out=np.arange(N) % 10 == 0), ((7,),), "word")
