"""Plots that are moved together, also once one of them has gone."""

from __future__ import annotations

import shiboken6

from viz.charts.zoom import ZoomBox


def test_one_that_follows_may_go(qapp: object) -> None:
    one, two = ZoomBox(), ZoomBox()
    for box in (one, two):
        box.show_whole((0.0, 10.0), (0.0, 1.0), down=False, free=(True, True))
    one.follow(two, 0)
    one.setXRange(2.0, 4.0, padding=0)
    assert two.viewRange()[0] == [2.0, 4.0]
    shiboken6.delete(two)
    one.setXRange(5.0, 6.0, padding=0)
    assert one.viewRange()[0] == [5.0, 6.0]
