"""The trajectory through the layers on the map: what is asked, what is drawn, and that what is said is true of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QApplication

from engine.labs.layers.records import AskWay, LayersWay
from engine.questions import Refused
from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers.runs import LAYERS, RUNS
from viz.intents import AskLab
from viz.map.asking import wants
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.paint.pieces import marks, segments
from viz.map.paint.trajectory import layer_names, trajectory_marks
from viz.map.paint.words import statement
from viz.theme import theme
from viz.ui_state import UiState

N = LAYERS + 1


def run_with_map() -> Run:
    run = RUNS["fifty_steps"]()
    run.run_id = 1
    assert EMBEDDING in run.maps
    return run


def found(run: Run, node: int) -> LayersWay:
    layout = run.maps[EMBEDDING].layout
    points = np.linspace(layout.points3.min(0), layout.points3.max(0), N).astype(np.float32)
    nearest = np.array([3, 3, 4, 5], np.int32)
    outside = np.array([True, False, False, False])
    kept = np.full(N, 0.2, np.float32)
    return LayersWay(node, layout.key, points, points[:, :2].copy(), kept, kept, outside, nearest, "final norm")


def framed(run: Run, ui: UiState | None = None, **settings: object) -> MapFrame:
    return map_frame(run, ui or UiState(), Settings(way=True, **settings))  # type: ignore[arg-type]


def test_asks_where_the_engine_holds_the_run_and_nothing_plays() -> None:
    run = run_with_map()
    question = AskWay(run.path[-1], EMBEDDING, run.maps[EMBEDDING].layout.key)
    assert framed(run).trajectory.question == question
    assert AskLab(question) in wants(framed(run))
    assert framed(run, UiState(playing=True)).trajectory.question is None
    assert framed(run, UiState(position=3)).trajectory.question == AskWay(run.path[3], EMBEDDING, question.layout_key)
    assert map_frame(run, UiState(), Settings()).trajectory.question is None, "not asked for"
    run.run_id = 0
    run.changed += 1
    assert framed(run).trajectory.question is None, "a file's run is not the engine's"


def test_the_trajectory_lies_where_the_engine_placed_it(qapp: QApplication) -> None:
    run = run_with_map()
    node = run.path[-1]
    before = framed(run)
    run.findings[AskWay(node, EMBEDDING, run.maps[EMBEDDING].layout.key)] = found(run, node)
    run.changed += 1
    for flat in (False, True):
        frame = framed(run, flat=flat)
        assert frame.pose is not None
        places = found(run, node).points2 if flat else found(run, node).points3
        raised = np.pad(places, ((0, 0), (0, 3 - places.shape[1])))
        np.testing.assert_allclose(frame.trajectory.points, frame.pose.apply(raised), atol=1e-6)
        assert frame.trajectory is framed(run, flat=flat).trajectory, "a hover makes nothing anew"
    look = theme("dark")
    after = framed(run)
    assert len(segments(after, look)) == len(segments(before, look)) + N - 1
    assert len(marks(after, look, np.zeros(0, np.int64))) == len(marks(before, look, np.zeros(0, np.int64))) + N
    assert (trajectory_marks(after.trajectory, look).look[:, 3] > 0).tolist() == [True, False, False, False]
    assert [row for row, _ in layer_names(after.trajectory, run.vocabulary)] == [0, 2, 3]
    said = statement(after)[-1]
    assert "final norm" in said
    assert "20\u00a0%" in said
    assert "1 of the states (rings) is an outlier" in said


def test_a_refusal_is_said_on_the_map() -> None:
    run = run_with_map()
    run.findings[AskWay(run.path[-1], EMBEDDING, run.maps[EMBEDDING].layout.key)] = Refused("No states here.")
    run.changed += 1
    assert statement(framed(run))[-1] == "No states here."
