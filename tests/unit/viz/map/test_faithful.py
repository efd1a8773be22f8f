"""The control beside the share of neighbours that a map keeps: what points dealt out at random keep."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.maps.faithfulness import MAP_NEAREST, both_kept
from engine.maps.search import CosineSearch
from tests.helpers.made_maps import clustered, layout_of
from viz.map.faithful import AMONG, chance_of


def test_the_chance_beside_what_a_map_keeps_is_what_random_points_keep() -> None:
    vectors, rng = clustered(400), np.random.default_rng(0)
    layout = layout_of(vectors)
    points = rng.normal(size=(len(vectors), 3)).astype(np.float32)
    found = both_kept(CosineSearch(vectors), points, points[:, :2].copy())
    assert abs(found.three - chance_of(layout)) < 4 * found.error + 0.005
    assert MAP_NEAREST == AMONG


def test_points_that_are_left_out_do_not_count() -> None:
    layout = layout_of(clustered(101))
    left_out = np.zeros(101, np.bool_)
    assert chance_of(layout, left_out) == 0.5
    left_out[:25] = True
    assert chance_of(layout, left_out) == 50 / 75
    few = replace(layout, points3=layout.points3[:20])
    assert chance_of(few) == 1.0
