"""Two layouts beside each other: the second is its own layout, turned as a whole, with the same run on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.linalg import orthogonal_procrustes

from engine.records import EMBEDDING, F32, Layout, Space
from engine.run import MapState, Run
from tests.helpers.runs import fifty_steps, placed, with_map
from tests.helpers.same import difference
from viz.intents import AskFan, AskLab, Hover, PlaceBeside
from viz.map.asking import wants
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.framing import pose_of
from viz.map.data.second import CHOICES, ONE, choices_of, second_of
from viz.map.data.settings import Settings
from viz.map.paint.words import statement, why_empty
from viz.ui_state import UiState

STATES = Space("resid", 2)


def turned(n: int, seed: int, points: F32) -> F32:
    """The same points turned, mirrored, stretched and moved, with some noise: what Procrustes has to find again."""
    rng = np.random.default_rng(seed)
    axes = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    return np.asarray(3 * points @ axes + rng.normal(0, 0.05, (n, 3)) + 7, np.float32)


def with_second(run: Run, space: Space) -> tuple[Run, Layout]:
    """The run on a map that PCA lays out too, its nodes placed in both."""
    run = with_map(run, space)
    state = run.maps[space]
    points = turned(len(state.layout.points3), 3, state.layout.points3)
    pca = replace(
        state.layout, algorithm="pca", points3=points, points2=points[:, :2].copy(), key="pca", kept3=0.07, kept2=0.05
    )
    run.maps[space] = MapState(state.background, [state.layout, pca], 0, state.nodes, state.fans)
    nodes = [record.node for record in run.nodes]
    run.maps[space].place(nodes, placed(pca, [run.nodes[node].token_id for node in nodes]))
    return run, pca


def both(run: Run, space: Space, flat: bool = False, **more: object) -> tuple[MapFrame, MapFrame]:
    ui = replace(UiState(space=space), **more)  # type: ignore[arg-type]
    frame = map_frame(run, ui, Settings(second="PCA", flat=flat))
    assert frame.second is not None
    return frame, frame.second


@pytest.mark.parametrize("space", [EMBEDDING, STATES])
@pytest.mark.parametrize("flat", [False, True])
def test_the_second_map_is_its_layout_turned_as_a_whole_onto_the_first(space: Space, flat: bool) -> None:
    run, pca = with_second(fifty_steps(), space)
    first, second = both(run, space, flat)
    raw = pca.points2 if flat else pca.points3
    raw = np.pad(raw, ((0, 0), (0, 3 - raw.shape[1]))) if flat else raw
    pose = pose_of(raw.astype(np.float32))
    own = (raw - pose.centre).astype(np.float64)
    rotation, _ = orthogonal_procrustes(own, first.points.astype(np.float64) - first.points.mean(axis=0))
    np.testing.assert_allclose(second.points, own @ rotation / pose.radius, atol=2e-4)
    if not flat:  # it is the first one but for noise, so turning finds it again; dealt out anew it does not
        alike = np.corrcoef(first.points.ravel(), second.points.ravel())[0, 1]
        dealt = np.corrcoef(first.points.ravel(), np.random.default_rng(0).permutation(second.points).ravel())[0, 1]
        assert alike > 0.99 > 0.2 > abs(dealt)


@pytest.mark.parametrize("space", [EMBEDDING, STATES])
def test_run_selection_and_pointer_are_the_same_on_both(space: Space) -> None:
    run, pca = with_second(fifty_steps(), space)
    first, second = both(run, space, selection=(3, 5), hover_token=4, hover_point=9, position=20)
    assert second.layout is pca
    assert (second.selection, second.hover_token, second.hover_point) == ((3, 5), 4, 9)
    assert second.path.nodes.tolist() == first.path.nodes.tolist() == list(run.path)
    assert (second.current, second.node) == (first.current, first.node)
    np.testing.assert_allclose(second.path.points, second.points[run.token_ids], atol=1e-5)
    assert "7.0" in statement(second)[1]
    assert "31" in statement(first)[1]
    assert not second.says_colours  # the legend of the first says it for both


def test_the_first_map_is_what_it_is_alone() -> None:
    run, _ = with_second(fifty_steps(), STATES)
    alone = map_frame(run, UiState(space=STATES), Settings())
    first, _ = both(run, STATES)
    assert difference(replace(first, second=None, settings=alone.settings), alone) is None


def test_frames_of_both_are_kept_while_nothing_changes() -> None:
    run, _ = with_second(fifty_steps(), EMBEDDING)
    first, second = both(run, EMBEDDING)
    again, other = both(run, EMBEDDING, hover_token=4)
    assert again.path is first.path
    assert other.path is second.path
    assert other.points is second.points
    assert other.fan is second.fan


def test_what_is_not_fitted_is_said_and_nothing_else_changes() -> None:
    run, _ = with_second(fifty_steps(), EMBEDDING)
    frame = map_frame(run, UiState(), Settings(second="t-SNE"))
    assert frame.second is not None
    assert frame.second.layout is None
    assert "t-SNE" in why_empty(frame.second)
    assert "Fit layout" in why_empty(frame.second)
    assert not [each for each in wants(frame) if isinstance(each, PlaceBeside)]


def test_of_several_by_one_algorithm_the_newest_other_one_is_shown() -> None:
    run, pca = with_second(fifty_steps(), EMBEDDING)
    state = run.maps[EMBEDDING]
    assert second_of(state, "UMAP") is None  # it is the one shown
    newer = replace(state.layouts[0], key="newer")
    state.layouts.append(newer)
    assert second_of(state, "UMAP") is newer
    state.choose(newer)
    assert second_of(state, "UMAP") is state.layouts[0]
    assert second_of(state, "PCA") is pca
    for choice in CHOICES:
        assert (choice in choices_of(tuple(state.layouts), state.layout)) == (second_of(state, choice) is not None)
    assert second_of(state, ONE) is None


def test_the_engine_is_asked_to_place_into_both_and_for_one_kind_of_thing_once() -> None:
    run, pca = with_second(fifty_steps(), STATES)
    frame, second = both(run, STATES)
    assert not [each for each in wants(frame) if isinstance(each, PlaceBeside)]  # it lies in both
    last = run.maps[STATES].nodes["pca"].pop(run.path[-1])
    run.changed += 1
    assert PlaceBeside(STATES, "pca") in wants(both(run, STATES)[0])
    run.maps[STATES].nodes["pca"][run.path[-1]] = last
    run.changed += 1
    assert AskFan(STATES, run.path[-1], 10, "pca") in wants(frame)  # its ends are known in the first layout only
    state = run.maps[STATES]
    state.fans["pca"] = {run.path[-1]: (run.nodes[-1].next_ids[:10], placed(pca, run.nodes[-1].next_ids[:10].tolist()))}
    frame, second = both(run, STATES)
    assert len(second.fan) > 0
    assert not [each for each in wants(frame) if isinstance(each, AskFan)]
    lost = map_frame(run, UiState(space=STATES), Settings(second="PCA", colour="neighbours lost"))
    asked = [each.question for each in wants(lost) if isinstance(each, AskLab)]
    assert [question.key for question in asked] == [state.layout.key]  # type: ignore[attr-defined]
    assert Hover() not in wants(lost)
