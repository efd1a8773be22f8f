"""Frames in numbers: where path, fans and branches lie, what is kept from frame to frame, what is asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.records import EMBEDDING, Background, Layout, Placed, Sampling, Space
from engine.run import MapState, Run
from tests.helpers.runs import PROMPT, branched, empty, fifty_steps, grow, likely, one_step, prompted, stepped_back
from tests.helpers.same import difference
from viz.map.data.blend import blended
from viz.map.data.frame import map_frame
from viz.map.data.framing import posed
from viz.map.data.settings import Settings
from viz.ui_state import UiState

STATES = Space("resid", 2)


def test_without_a_map_there_is_nothing() -> None:
    frame = map_frame(empty(), UiState(), Settings())
    assert frame.layout is None
    assert len(frame.points) == len(frame.path) == len(frame.fan) == 0


def test_the_path_is_the_run_in_order() -> None:
    run = fifty_steps()
    frame = map_frame(run, UiState(), Settings())
    layout = run.maps[EMBEDDING].layout
    pose, points = posed(layout.points3)
    assert frame.path.nodes.tolist() == list(run.path)
    assert frame.path.token_ids.tolist() == run.token_ids.tolist()
    np.testing.assert_allclose(frame.path.points, points[run.token_ids], atol=1e-6)
    assert frame.path.generated.sum() == 50
    assert not frame.path.generated[: len(PROMPT)].any()
    np.testing.assert_allclose(frame.path.probability[1:], 2.0 ** -run.surprisal[1:], rtol=1e-5)
    assert frame.current == len(run) - 1
    np.testing.assert_allclose(pose.apply(layout.points3), frame.points)


def test_a_token_that_is_not_placed_yet_lies_on_its_own_point() -> None:
    run = one_step()
    grow(run, [likely(run)])
    frame = map_frame(run, UiState(), Settings())
    assert len(frame.path) == len(PROMPT) + 2
    np.testing.assert_array_equal(frame.path.points[-1], frame.points[run.token_ids[-1]])
    assert np.isnan(frame.path.kept[-1])


def test_the_fan_holds_the_likeliest_above_the_cut_off_and_the_one_taken() -> None:
    run = fifty_steps()
    ui = UiState(position=len(PROMPT) - 1)
    frame = map_frame(run, ui, Settings(fan_k=5, fan_cutoff=0.02))
    record = run.nodes[len(PROMPT) - 1]
    taken = run.nodes[len(PROMPT)].token_id
    expected = [int(t) for t, p in zip(record.next_ids[:5], record.next_probs[:5], strict=True) if p >= 0.02]
    expected += [] if taken in expected else [taken]
    assert frame.fan.token_ids.tolist() == expected
    assert frame.fan.chosen.tolist() == [token == taken for token in expected]
    np.testing.assert_allclose(frame.fan.end, frame.points[expected])
    np.testing.assert_allclose(frame.fan.start, np.repeat(frame.path.points[[len(PROMPT) - 1]], len(expected), axis=0))
    np.testing.assert_allclose(frame.fan.probability[:3], record.next_probs[:3])


@pytest.mark.parametrize(
    "sampling", [Sampling(temperature=0.4), Sampling(temperature=2.0), Sampling(temperature=1.3, top_k=4)]
)
def test_rays_as_drawn_are_the_chances_that_sampling_leaves_and_follow_it(sampling: Sampling) -> None:
    run, at = fifty_steps(), len(PROMPT) - 1
    record = run.nodes[at]
    assert run.info is not None
    whole = np.full(run.info.vocab_size, 1e-4)
    whole[record.next_ids] = record.next_probs
    whole /= whole.sum()
    run.distribution = (at, whole.astype(np.float32))
    ui, settings = UiState(position=at), Settings(fan_k=5, fan_cutoff=0.001, fan_drawn=True)
    before = map_frame(run, ui, settings).fan.probability.copy()
    run.sampling, run.changed = sampling, run.changed + 1
    frame = map_frame(run, ui, settings)
    powers = whole ** (1 / sampling.temperature)
    if sampling.top_k:
        powers[powers < np.sort(powers)[-sampling.top_k]] = 0
    np.testing.assert_allclose(frame.fan.probability, (powers / powers.sum())[frame.fan.token_ids], rtol=1e-4)
    assert len(before) != len(frame.fan) or np.abs(before - frame.fan.probability).max() > 0.01
    assert frame.drawn == sampling
    assert frame.drawn_exact
    own = map_frame(run, ui, replace(settings, fan_drawn=False))
    assert own.drawn is None
    np.testing.assert_allclose(own.fan.probability[:3], record.next_probs[:3])


def test_chances_of_rays_are_estimated_until_the_whole_distribution_is_there_which_is_asked_for() -> None:
    run = fifty_steps()
    ui, settings = UiState(position=len(PROMPT) - 1), Settings(fan_drawn=True)
    frame = map_frame(run, ui, settings)
    assert (frame.drawn_exact, frame.wants_distribution) == (False, True)
    assert not map_frame(run, ui, replace(settings, fans="none")).wants_distribution
    assert not map_frame(run, ui, replace(settings, fan_drawn=False)).wants_distribution


def test_fans_of_all_positions_mark_the_current_one_and_none_means_none() -> None:
    run = fifty_steps()
    every = map_frame(run, UiState(position=4), Settings(fans="all", fan_cutoff=0.0)).fan
    assert set(every.nodes.tolist()) == set(run.path)
    assert set(every.nodes[every.current].tolist()) == {run.path[4]}
    assert len(map_frame(run, UiState(), Settings(fans="none")).fan) == 0


def test_branches_are_what_is_not_on_the_path() -> None:
    run = branched()
    frame = map_frame(run, UiState(), Settings())
    off = set(range(len(run.nodes))) - set(run.path)
    assert set(frame.branches.nodes.tolist()) == off
    row = frame.branches.nodes.tolist().index(max(off))
    np.testing.assert_allclose(frame.branches.end[row], frame.points[run.nodes[max(off)].token_id], atol=1e-6)
    assert len(map_frame(run, UiState(), Settings(branches=False)).branches) == 0


def test_what_did_not_change_stays_the_same_object() -> None:
    run = fifty_steps()
    first = map_frame(run, UiState(), Settings())
    hovered = map_frame(run, UiState(hover_token=3), Settings())
    for name in ("points", "path", "fan", "branches", "landmarks"):
        assert getattr(hovered, name) is getattr(first, name)
    assert first.colours is not None
    assert hovered.colours is not None
    assert hovered.colours.codes is first.colours.codes
    grow(run, [likely(run)])
    grown = map_frame(run, UiState(), Settings())
    assert grown.points is first.points
    assert grown.landmarks is first.landmarks
    assert len(grown.path) == len(first.path) + 1


def test_the_frame_in_two_dimensions_uses_the_layout_of_the_plane() -> None:
    run = one_step()
    frame = map_frame(run, UiState(), Settings(flat=True))
    assert not frame.points[:, 2].any()
    np.testing.assert_allclose(frame.points, posed(run.maps[EMBEDDING].layout.points2)[1])
    np.testing.assert_allclose(frame.path.points, frame.points[run.token_ids], atol=1e-6)


@pytest.mark.parametrize("made", [prompted, one_step, fifty_steps, branched, stepped_back])
def test_the_same_run_gives_the_same_frame(made: object) -> None:
    assert callable(made)
    settings = Settings(fans="all", colour="cluster")
    assert difference(map_frame(made(), UiState(), settings), map_frame(made(), UiState(), settings)) is None


def states(run: Run, n: int = 40) -> tuple[MapState, Layout]:
    """A map of states on which the run's nodes but the last are placed."""
    rng = np.random.default_rng(5)
    points = rng.normal(0, 1, (n, 3)).astype(np.float32)
    layout = Layout(STATES, "pca", None, points, points[:, :2].copy(), "a test", "states", 0.4, 0.3, 0.01, 9, 0.5)
    background = Background(
        STATES,
        rng.integers(0, 60, n).astype(np.int32),
        np.ones(n, np.float32),
        np.zeros(n, np.uint8),
        positions=np.arange(n, dtype=np.int32),
        surprisal=rng.uniform(0, 9, n).astype(np.float32),
        texts=np.zeros(n, np.int32),
        text_kinds=("prose",),
    )
    state = run.maps[STATES] = MapState(background, [layout])
    state.place(range(len(run) - 1), placed_at(rng.normal(0, 1, (len(run) - 1, 3)).astype(np.float32)))
    return state, layout


def placed_at(points: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Placed:
    n = len(points)
    left_out = np.arange(n) == 0
    return Placed(
        "states", points, points[:, :2].copy(), np.full(n, 0.4, np.float32), np.zeros(n, np.float32), left_out
    )


def test_in_a_space_of_states_only_placed_nodes_are_shown_and_fans_are_asked_for() -> None:
    run = prompted()
    state, _ = states(run)
    frame = map_frame(run, UiState(space=STATES), Settings())
    assert frame.path.nodes.tolist() == list(range(len(run) - 1))
    assert frame.path.left_out.tolist() == [True] + [False] * (len(run) - 2)
    assert frame.current == -1  # the last one is not placed yet
    assert len(frame.fan) == 0
    node = len(run) - 2
    asked = map_frame(run, UiState(space=STATES, position=node), Settings())
    assert asked.wanted_fans == (node,)
    ids = run.nodes[node].next_ids[:4].copy()
    ends = np.random.default_rng(1).normal(0, 1, (4, 3)).astype(np.float32)
    state.fans.setdefault("states", {})[node] = (ids, placed_at(ends))
    arrived = map_frame(run, UiState(space=STATES, position=node), Settings(fan_k=3, fan_cutoff=0.0))
    assert arrived.wanted_fans == ()
    assert arrived.fan.token_ids[:3].tolist() == ids[:3].tolist()
    assert arrived.pose is not None
    np.testing.assert_allclose(arrived.fan.end[:3], arrived.pose.apply(ends)[:3], atol=1e-6)


def test_colouring_by_probability_asks_for_the_distribution_until_it_is_there() -> None:
    run = one_step()
    settings = Settings(colour="probability")
    assert map_frame(run, UiState(), settings).wants_distribution
    assert run.vocabulary is not None
    run.distribution = (run.current, np.full(len(run.vocabulary), 1 / len(run.vocabulary), np.float32))
    frame = map_frame(run, UiState(), settings)
    assert not frame.wants_distribution
    assert frame.colours is not None
    assert frame.colours.values is not None
    assert np.ptp(frame.colours.values) == 0


def test_half_way_between_two_layouts_everything_is_half_way() -> None:
    run = fifty_steps()
    before = map_frame(run, UiState(), Settings())
    after = map_frame(run, UiState(), Settings(flat=True))
    half = blended(before, after, 0.5)
    np.testing.assert_allclose(half.points, (before.points + after.points) / 2, atol=1e-6)
    np.testing.assert_allclose(half.path.points, (before.path.points + after.path.points) / 2, atol=1e-6)
    np.testing.assert_allclose(half.fan.end, (before.fan.end + after.fan.end) / 2, atol=1e-6)
    assert blended(before, after, 1.0) is after
    assert blended(replace(before, points=before.points[:3]), after, 0.2) is after


def test_a_fan_with_too_few_true_states_is_shown_and_asked_for_again() -> None:
    run = prompted()
    state, _ = states(run)
    node = 3
    ids = run.nodes[node].next_ids[:2].copy()
    state.fans.setdefault("states", {})[node] = (ids, placed_at(np.ones((2, 3), np.float32)))
    frame = map_frame(run, UiState(space=STATES, position=node), Settings(fan_k=5, fan_cutoff=0.0))
    assert frame.wanted_fans == (node,)
    assert set(ids.tolist()) <= set(frame.fan.token_ids.tolist())
