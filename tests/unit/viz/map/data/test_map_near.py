"""The neighbours beside each other: those on the map are of the map as it is shown, and go with the selection."""

from __future__ import annotations

import numpy as np

from engine.records import EMBEDDING, Neighbours
from engine.run import Run
from tests.helpers.runs import fifty_steps
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.near import nearest_on_map
from viz.map.data.settings import Settings
from viz.ui_state import UiState

FULL = np.arange(10, 15, dtype=np.int32)


def asked(index: int = 4) -> Run:
    run = fifty_steps()
    away = np.ones(5, np.float32)
    run.neighbours = Neighbours(EMBEDDING, index, FULL, np.linspace(0.9, 0.5, 5, dtype=np.float32), FULL + 2, away)
    return run


def by_hand(frame: MapFrame, index: int) -> list[int]:
    away = [float(((place - frame.points[index]) ** 2).sum()) for place in frame.points]
    return sorted((i for i in range(len(away)) if i != index), key=lambda i: away[i])[:5]


def test_those_on_the_map_are_nearest_in_the_dimensions_shown() -> None:
    run = asked()
    solid, flat = (map_frame(run, UiState(selection=(4,)), Settings(flat=flat)) for flat in (False, True))
    for frame in (solid, flat):
        assert frame.neighbours is not None
        assert frame.neighbours.map_ids.tolist() == by_hand(frame, 4)
        assert frame.neighbours.full_ids.tolist() == FULL.tolist()
    assert by_hand(solid, 4) != by_hand(flat, 4)


def test_they_are_there_for_the_one_point_selected_only() -> None:
    run = asked()
    for selection in ((), (5,), (4, 5)):
        assert map_frame(run, UiState(selection=selection), Settings()).neighbours is None
    twice = [map_frame(run, UiState(selection=(4,)), Settings()).neighbours for _ in range(2)]
    assert twice[0] is twice[1]  # so that lists are not filled again at every token


def test_what_is_left_out_is_nobodys_neighbour() -> None:
    points = np.array([[0, 0, 0], [1, 0, 0], [2, 0, 0], [3, 0, 0]], np.float32)
    left_out = np.array([False, True, False, False])
    ids, away = nearest_on_map(points, 0, 3, left_out)
    assert ids.tolist() == [2, 3]
    assert away.tolist() == [2.0, 3.0]
