from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.errors import InputRefused, MapProblem
from engine.maps.layouts import pca_of, placer_of
from engine.maps.pca import pca_layout
from engine.maps.place import Placer
from engine.records import F32, Placed
from tests.helpers.made_maps import clustered, layout_of, space_of


def placer(vectors: F32) -> Placer:
    return Placer(space_of(vectors), layout_of(vectors))


def same(one: Placed, other: Placed, row: int) -> bool:
    return all(
        np.array_equal(getattr(one, name)[0], getattr(other, name)[row])
        for name in ("points3", "points2", "kept3", "kept2", "left_out")
    )


@pytest.mark.parametrize("linear", [False, True])
def test_a_vector_lands_on_the_same_place_whatever_else_is_placed(linear: bool) -> None:
    vectors, new = clustered(5000, 64), clustered(40, 64, seed=5)
    place = (placer_of(space_of(vectors), pca_of(space_of(vectors), "")[0]) if linear else placer(vectors)).place
    together, reversed_ = place(new), place(new[::-1])
    for row in range(len(new)):
        alone = place(new[row : row + 1])
        assert same(alone, together, row)
        assert same(alone, reversed_, len(new) - 1 - row)


def test_a_background_vector_lands_on_its_own_point_and_is_judged_like_it() -> None:
    vectors = clustered(600)
    layout = layout_of(vectors)
    placed = Placer(space_of(vectors), layout).place(vectors[[3, 77]] * 2)
    assert np.array_equal(placed.points3, layout.points3[[3, 77]])
    assert np.array_equal(placed.points2, layout.points2[[3, 77]])
    without = np.delete(np.arange(600), 3)
    near = without[np.argsort(np.linalg.norm(layout.points3[without] - layout.points3[3], axis=1))[:50]]
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    true = without[np.argsort(-(unit[without] @ unit[3]))[:15]]
    assert placed.kept3[0] == pytest.approx(np.isin(true, near).mean())


def test_background_points_stay_where_they_are_even_among_duplicates() -> None:
    vectors = clustered(600)
    vectors[500] = vectors[3]
    layout = layout_of(vectors)
    place = Placer(space_of(vectors), layout)
    fitted = place.at_points(np.array([77, 500], np.int32))
    assert np.array_equal(fitted.points3, layout.points3[[77, 500]])
    assert same(place.place(vectors[77:78]), fitted, 0)


def test_the_share_kept_is_counted_on_the_map() -> None:
    vectors, new = clustered(600), clustered(8, seed=6)
    layout = layout_of(vectors)
    placed = Placer(space_of(vectors), layout).place(new)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    for row in range(8):
        true = np.argsort(-(unit @ new[row]))[:15]
        near = np.argsort(np.linalg.norm(layout.points2 - placed.points2[row], axis=1))[:50]
        assert placed.kept2[row] == pytest.approx(np.isin(true, near).mean())


def test_placing_keeps_more_neighbours_than_their_mean_place_or_the_nearest_one() -> None:
    vectors, new = clustered(3000, 48, 60), clustered(200, 48, 60)
    new = (new + 0.3 * np.random.default_rng(8).standard_normal(new.shape)).astype(np.float32)
    space = space_of(vectors)
    layout = layout_of(vectors)
    placed = Placer(space, layout).place(new)

    def kept(places: F32, true: list[list[int]]) -> float:
        gaps = np.linalg.norm(layout.points3[None] - places[:, None], axis=2)
        return float(np.mean([np.isin(t, np.argsort(g)[:50]).mean() for t, g in zip(true, gaps, strict=True)]))

    true = [space.search.nearest(vector, 15)[0].tolist() for vector in new]
    mean = np.array([layout.points3[ids].mean(axis=0) for ids in true])
    nearest = np.array([layout.points3[ids[0]] for ids in true])
    assert placed.kept3.mean() == pytest.approx(kept(placed.points3, true), abs=1e-6)
    assert placed.kept3.mean() > max(kept(mean, true), kept(nearest, true))


def test_duplicates_in_the_background_decide_the_place() -> None:
    vectors = clustered(300)
    vectors[50:90] = vectors[50]
    layout = layout_of(vectors)
    placed = Placer(space_of(vectors), layout).place(vectors[70:71])
    assert np.array_equal(placed.points3[0], layout.points3[50])


def test_a_zero_vector_goes_to_the_middle_and_keeps_nothing() -> None:
    placed = placer(clustered()).place(np.zeros((2, 24), np.float32))
    assert not placed.points3.any()
    assert not placed.kept3.any()


@pytest.mark.parametrize(("n", "d"), [(1, 4), (2, 4), (14, 4), (30, 1), (15, 2)])
def test_few_points_and_one_dimension_still_place(n: int, d: int) -> None:
    placed = placer(clustered(n, d)).place(clustered(3, d, seed=2))
    assert np.isfinite(placed.points3).all()
    assert ((placed.kept3 >= 0) & (placed.kept3 <= 1)).all()


def test_no_vectors_give_no_places() -> None:
    assert placer(clustered()).place(np.empty((0, 24), np.float32)).points3.shape == (0, 3)


def test_pca_layouts_project_new_vectors_as_the_fitted_ones() -> None:
    vectors, new = clustered(500), clustered(6, seed=7)
    space = space_of(vectors)
    layout, fit = pca_of(space, "hash")
    placed = placer_of(space, layout, fit).place(new)
    expected = pca_layout(vectors)
    for row in range(6):
        assert np.allclose(placed.points3[row], expected.project(new[row])[0], atol=1e-6)
    assert np.array_equal(placer_of(space, layout).place(new).points3, placed.points3)


def test_neighbours_leave_the_point_itself_out() -> None:
    vectors = clustered(200)
    found = placer(vectors).neighbours(9, 15)
    assert len(found.full_ids) == len(found.map_ids) == 15
    assert 9 not in found.full_ids
    assert 9 not in found.map_ids
    assert (np.diff(found.cosine) <= 0).all()
    assert (np.diff(found.map_distance) >= 0).all()


def test_wrong_vectors_and_layouts_are_refused_in_words() -> None:
    vectors = clustered()
    place = placer(vectors)
    with pytest.raises(InputRefused, match="24 values"):
        place.place(np.zeros((1, 23), np.float32))
    with pytest.raises(MapProblem, match="NaN"):
        place.place(np.full((1, 24), np.nan, np.float32))
    with pytest.raises(InputRefused, match="0 to 399"):
        place.neighbours(400)
    short = dataclasses.replace(layout_of(vectors), points3=np.zeros((3, 3), np.float32))
    with pytest.raises(InputRefused, match="does not belong"):
        Placer(space_of(vectors), short)
