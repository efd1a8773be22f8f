"""A token on its way: only places move, and they end where the next frame has them."""

from __future__ import annotations

import numpy as np

from engine.run import Run
from tests.helpers.runs import RUNS, with_map
from viz.map.data.arriving import ARRIVED, on_the_way
from viz.map.data.frame import MapFrame
from viz.map.meaning_space_view import MeaningSpace
from viz.ui_state import UiState


def frames() -> tuple[Run, MapFrame, MapFrame]:
    run = with_map(RUNS["fifty_steps"]())
    before, after = (MeaningSpace.frame(run.until(run.path[at]), UiState()) for at in (20, 21))
    return run, before, after


def test_the_position_moves_along_the_new_piece_and_the_fan_draws_back() -> None:
    _, before, after = frames()
    start, end = after.path.points[-2], after.path.points[-1]
    assert np.allclose(start, before.path.points[-1])
    for part in (0.0, 0.25, 0.5):
        seen = on_the_way(before, after, part * ARRIVED)
        assert np.allclose(seen.path.points[-1], start + (end - start) * part, atol=1e-5)
        assert np.allclose(seen.line.points[-1], seen.path.points[-1])
        assert np.array_equal(seen.path.points[:-1], after.path.points[:-1])
        assert not seen.fan.current.any()  # nothing names a ray that is not where it points
        here = before.fan.current & (before.fan.token_ids != after.path.token_ids[-1])
        full = np.linalg.norm(before.fan.end - before.fan.start, axis=1)[here]
        drawn = np.linalg.norm(seen.fan.end - seen.fan.start, axis=1)
        assert np.allclose(drawn, full * (1 - part), atol=1e-5)


def test_then_the_new_rays_come_out_and_all_is_as_it_is() -> None:
    _, before, after = frames()
    half = on_the_way(before, after, (1 + ARRIVED) / 2)
    assert np.allclose(half.fan.end, after.fan.start + (after.fan.end - after.fan.start) * 0.5, atol=1e-5)
    assert np.array_equal(half.fan.current, after.fan.current)
    assert half.path is after.path
    assert on_the_way(before, after, 1.0) is after


def test_points_on_their_way_to_another_layer_are_between() -> None:
    _, before, after = frames()
    moved = on_the_way(after, after, 0.5)  # not one token more: nothing grows
    assert np.array_equal(moved.points, after.points)
    assert len(moved.path) == len(after.path)
    assert len(on_the_way(after, before, 0.5).path) == len(before.path)
