"""Crowded places get fainter points, so that what adds up there grows more slowly than their number."""

from __future__ import annotations

import numpy as np

from viz.map.data.density import EVEN, FAINTEST, STRONGEST, density, strength


def test_a_crowd_is_counted_and_its_points_are_weaker_for_it() -> None:
    random = np.random.default_rng(0)
    middles = np.array([[25, 25, 25], [10, 25, 18], [10, 10, 18], [25, 10, 18], [18, 18, 6]]) + 0.5
    which = np.repeat(np.arange(5), (1200, 400, 400, 400, 400))
    points = (middles[which] / 15 - 1.2 + random.normal(0, 0.002, (len(which), 3))).astype(np.float32)
    near = density(points)
    np.testing.assert_allclose(near[:1200].mean() / near[1200:1600].mean(), 3, rtol=0.2)
    weak = strength(points)
    np.testing.assert_allclose(weak[:1200].mean() / weak[1200:1600].mean(), (1 / 3) ** EVEN, rtol=0.1)
    assert weak.min() >= FAINTEST
    assert weak.max() <= np.float32(STRONGEST)


def test_none_and_those_far_outside_are_no_trouble() -> None:
    assert len(strength(np.zeros((0, 3), np.float32))) == 0
    assert (strength(np.array([[9, 9, 9], [-9, 0, 0], [0, 0, 0]], np.float32)) > 0).all()
