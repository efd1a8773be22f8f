"""Which layers are laid out together, and how they lie over each other."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from engine.records import NORMED, Background, Layout, Space, UmapParams
from engine.run import MapState, Run
from viz.map.data.series import choices_of, ends_of, nearest_of, series_of
from viz.map.data.slide import displacement, moved_from, posed_along

ALONG = UmapParams(along=(0, 5, 10))


@pytest.mark.parametrize("n_layers", [1, 2, 3, 6, 12, 24, 30, 32, 61, 126])
def test_layers_are_spread_evenly_from_the_input_to_the_last(n_layers: int) -> None:
    for along in choices_of(n_layers):
        assert (along[0], along[-1]) == (0, n_layers)
        steps = np.diff(along)
        assert steps.min() >= 1
        assert steps.max() - steps.min() <= 1
    assert choices_of(n_layers)[-1] == tuple(range(n_layers + 1))
    assert len(choices_of(n_layers)[0]) == min(7, n_layers + 1)


def test_the_default_model_has_every_fifth_layer() -> None:
    assert series_of(30, 7) == (0, 5, 10, 15, 20, 25, 30)
    assert choices_of(0) == ()


def test_a_layer_lies_between_its_neighbours_that_were_laid_out_together() -> None:
    assert ends_of(Space("resid", 5), ALONG) == (5,)
    assert ends_of(Space("resid", 7), ALONG) == (5, 10)
    assert ends_of(Space("resid", NORMED), ALONG) == (10,)
    assert ends_of(Space("resid", 7), UmapParams()) == ()
    assert nearest_of(Space("resid", 8), (0, 5, 10)).layer == 10
    assert nearest_of(Space("resid", NORMED), (0, 5, 10)).layer == 10


def test_the_way_of_points_is_what_distances_say() -> None:
    rng = np.random.default_rng(0)
    before = rng.normal(size=(400, 3)).astype(np.float32)
    after = (before + rng.normal(0, 0.1, before.shape) + 5).astype(np.float32)
    mean, shuffled = displacement(after, before, None)
    a, b = before - before.mean(axis=0), after - after.mean(axis=0)
    radius = np.sqrt((np.square(a).sum(axis=1).mean() + np.square(b).sum(axis=1).mean()) / 2)
    assert mean == pytest.approx(np.diagonal(cdist(a, b)).mean() / radius, rel=1e-4)
    assert shuffled == pytest.approx(cdist(a, b).mean() / radius, rel=0.05)
    left_out = np.arange(400) == 0
    after[0] = 1e6  # not counted
    assert displacement(after, before, left_out)[0] == pytest.approx(mean, rel=0.02)


def test_layers_of_one_fit_lie_over_each_other_as_they_are() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(50, 3)).astype(np.float32)
    run = Run()
    for layer in (5, 6):
        space = Space("resid", layer)
        ids = np.arange(50, dtype=np.int32)
        background = Background(
            space, ids, np.ones(50, np.float32), np.zeros(50, np.uint8), ids, left_out=np.zeros(50, np.bool_)
        )
        places = points + np.float32(layer == 6) * np.float32(0.25)
        layout = Layout(space, "umap", ALONG, places, places[:, :2].copy(), "x", str(layer), 0.3, 0.3, 0.1, 50)
        run.maps[space] = MapState(background, [layout])
    first, second = (posed_along(run, space, state.layout, False) for space, state in run.maps.items())
    assert first[0] is second[0]
    np.testing.assert_allclose(second[0].apply(points + np.float32(0.25)), second[1], atol=1e-6)
    moved = moved_from(run, Space("resid", 6), run.maps[Space("resid", 6)].layout, False)
    assert moved is not None
    assert moved.before == Space("resid", 5)
    assert moved.mean == pytest.approx(0, abs=1e-5)  # moved as a whole
    assert moved.shuffled > 1
    assert moved_from(run, Space("resid", 5), run.maps[Space("resid", 5)].layout, False) is None
