"""How much of the crowd is drawn while something moves: as much as the pictures' cost allows, and never too little."""

from __future__ import annotations

from viz.map.pace import FAST, LEAST_POINTS, SETTLE, SLOW, Pace


def test_pictures_that_are_quick_enough_show_every_point() -> None:
    pace = Pace()
    for _ in range(50):
        pace.drawn((SLOW + FAST) / 2)
    assert pace.share == 1.0


def test_slow_pictures_halve_the_sample_and_quick_ones_double_it() -> None:
    pace = Pace()
    pace.count = 1_000_000
    for _ in range(SETTLE):
        assert pace.share == 1.0
        pace.drawn(1.5 * SLOW)
    assert pace.share == 0.5
    for _ in range(SETTLE):
        pace.drawn(FAST / 2)
    assert pace.share == 1.0


def test_one_picture_that_is_far_too_slow_is_enough() -> None:
    pace = Pace()
    pace.count = 1_000_000
    pace.drawn(10 * SLOW)
    assert pace.share == 0.25
    pace.drawn(2 * SLOW)
    assert pace.share == 0.125


def test_one_slow_picture_among_quick_ones_changes_nothing() -> None:
    pace = Pace()
    for seconds in (FAST, 1.9 * SLOW, FAST) * 4:
        pace.drawn(seconds)
    assert pace.share == 1.0


def test_enough_points_are_left_to_see_the_map_by() -> None:
    for count in (500, 49_152, 262_144, 10_000_000):
        pace = Pace()
        pace.count = count
        for _ in range(100):
            pace.drawn(1.0)
        assert pace.share * count >= min(count, LEAST_POINTS) * 0.999
