"""What the view of a run's motion is painted from: measures of its records, controls, what is lacking, and growing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.labs.motion.questions import AskFans, AskNormed, AskScales, Fans, Normed, Scales
from engine.records import EMBEDDING, UNEMBEDDING, Space
from engine.run import Run
from tests.helpers.neuron_views import held
from tests.helpers.runs import LAYERS, WIDTH, bare, fifty_steps, grow, likely, one_token, prompted, with_map
from viz.labs.motion.motion_frame import BLOCK, MOST, MotionFrame, motion_frame
from viz.labs.motion.row_choice import row_of, space_of
from viz.ui_state import UiState


def framed(run: Run, state: str = "last", measure: str = "turn", leave_out: bool = True, **ui: object) -> MotionFrame:
    return motion_frame(run, UiState(**ui), state, measure, leave_out)  # type: ignore[arg-type]


def scaled(run: Run) -> Scales:
    """Scales that the run's model has given."""
    rng = np.random.default_rng(1)
    rows = LAYERS + 2
    found = Scales(
        rng.normal(size=(rows, WIDTH)).astype(np.float32), rng.uniform(1, 2, (rows, WIDTH)).astype(np.float32),
        np.full(rows, np.inf, np.float32), 300,
    )  # fmt: skip
    run.findings[AskScales()] = found
    return found


def expected_turns(points: np.ndarray) -> np.ndarray:
    moves = np.diff(points, axis=0)
    units = moves / np.linalg.norm(moves, axis=1, keepdims=True)
    return np.asarray(np.degrees(np.arccos((units[1:] * units[:-1]).sum(1))))


def test_angles_are_those_of_the_standardised_states_without_position_0() -> None:
    run = prompted()
    scales = scaled(run)
    found = framed(run)
    resid = run.stacked("resid")
    assert resid is not None
    states = (resid[:, LAYERS].astype(np.float64) - scales.mean[LAYERS]) / scales.spread[LAYERS]
    np.testing.assert_allclose(found.full.values[2:-1], expected_turns(states[1:]), atol=1e-6)
    assert np.isnan(found.full.values[[0, 1, -1]]).all()
    assert found.left_out == (0,)
    assert (found.scale, found.n_scale) == ("sample", 300)
    with_it = framed(run, leave_out=False)
    np.testing.assert_allclose(with_it.full.values[1:-1], expected_turns(states), atol=1e-6)
    assert with_it.left_out == ()


def test_without_scales_the_texts_own_states_are_the_measure() -> None:
    run = prompted()
    found = framed(run, measure="length")
    resid = run.stacked("resid")
    assert resid is not None
    states = resid[1:, LAYERS].astype(np.float64)
    states = (states - states.mean(0)) / states.std(0)
    np.testing.assert_allclose(found.full.values[2:], np.linalg.norm(np.diff(states, axis=0), axis=1))
    assert (found.scale, found.n_scale) == ("own", len(run) - 1)


def test_on_the_map_places_are_measured_as_the_layout_has_them() -> None:
    run = fifty_steps()
    found = framed(run, "map", "length")
    layout = run.maps[EMBEDDING].layout
    places = layout.points3[run.token_ids].astype(np.float64)
    np.testing.assert_allclose(found.flat.values[1:], np.linalg.norm(np.diff(places, axis=0), axis=1))
    assert (found.map_name, found.flat.dimensions, found.row) == ("UMAP", 3, 0)
    assert found.left_out == ()  # token embeddings have no outliers
    assert framed(run, "last").map_name == ""
    states = with_map(fifty_steps(), Space("resid", 2))
    assert framed(states, "map", space=Space("resid", 2)).map_name == "UMAP"


def test_controls_hold_shuffled_orders_and_a_walk_in_so_many_dimensions() -> None:
    found = framed(fifty_steps())
    inside = slice(2, -1)
    assert np.nanmean(found.full.control[inside]) == pytest.approx(120, abs=3)
    assert np.nanmean(found.full.second[inside]) == pytest.approx(90, abs=3)
    assert found.full.by_chance_low < found.full.by_chance < found.full.by_chance_high
    assert (found.full.low[inside] < found.full.high[inside]).all()


def test_a_run_that_grows_gives_what_one_of_that_length_gives_at_once() -> None:
    run = prompted()
    scaled(run)
    for measure in ("length", "turn"):
        framed(run, measure=measure)
    for _ in range(3):
        grow(run, [likely(run)])
        growing = framed(run)
    again = prompted()
    scaled(again)
    for _ in range(3):
        grow(again, [likely(again)])
    at_once = framed(again)
    np.testing.assert_array_equal(growing.full.values, at_once.full.values)
    np.testing.assert_array_equal(growing.full.distances, at_once.full.distances)
    assert framed(run).full is framed(run).full  # a hover computes nothing
    run.move(5)
    assert len(framed(run).full.values) == 6


def test_the_last_positions_of_a_long_run_are_measured() -> None:
    run = prompted()
    for _ in range(4):
        grow(run, [3, 4, 5, 6] * 50, attn=False, neurons=False)
    found = framed(run, measure="length")
    assert len(run) > MOST
    assert found.first == 2 * BLOCK
    assert MOST - BLOCK <= len(found.full.values) == len(run) - found.first <= MOST
    assert found.left_out == ()


def test_the_same_vector_twice_is_a_step_of_no_length_without_an_angle() -> None:
    run = prompted()
    record = run.nodes[4]
    run.nodes[4] = replace(record, resid=run.nodes[3].resid)
    found = framed(run)
    assert found.n_still == 1
    assert np.isnan(found.full.values[[3, 4]]).all()
    assert framed(run, measure="length").full.values[4] == 0


def test_what_is_lacking_is_asked_of_the_model_that_holds_the_run() -> None:
    run = held(prompted())
    assert framed(run).asks == ()
    assert framed(run).scales == AskScales()  # it reads texts: a person asks for it
    assert framed(run, playing=True).scales is None
    assert framed(prompted()).scales is None
    scaled(run)
    assert framed(run).scales is None
    found = framed(run, "norm")
    assert (found.lacks, found.asks, found.row) == ("norm", (AskNormed(run.path[-1]),), LAYERS + 1)
    assert framed(run, "norm", playing=True).asks == ()
    states = np.random.default_rng(0).normal(size=(len(run), WIDTH)).astype(np.float32)
    run.findings[AskNormed(run.path[-1])] = Normed(run.path[-1], states)
    found = framed(run, "norm", "length", leave_out=False)
    assert (found.lacks, found.asks) == ("", ())
    assert np.isfinite(found.full.values[1:]).all()
    grow(run, [likely(run)])
    assert framed(run, "norm").lacks == "norm"
    assert framed(prompted()).asks == ()  # a file's


def test_fans_are_asked_by_a_person_and_shown_up_to_where_they_are_known() -> None:
    run = held(prompted())
    found = framed(run, measure="fan_cosine")
    assert found.lacks == "fans"
    question = AskFans(run.path[-1], LAYERS)
    assert found.fans == question
    t = len(run)
    numbers = [np.full((2, t), float(at)) for at in range(7)]
    lags = [np.zeros((2, 8)), np.full((2, 8), -0.1), np.full((2, 8), 0.2)]
    run.findings[question] = Fans(run.path[-1], *numbers, *lags)
    found = framed(run, measure="fan_cosine")
    assert (found.lacks, found.fans_to) == ("", t)
    assert (found.full.own, found.full.by_chance, found.full.by_second) == (0.0, 1.0, 2.0)
    grow(run, [likely(run)])
    found = framed(run, measure="fan_length")
    assert (found.full.own, found.full.by_third) == (3.0, 4.0)
    assert np.isnan(found.full.values[-1])
    assert found.fans_to == t
    turned = framed(run, measure="fan_turn")
    assert turned.full.by_chance_low == pytest.approx(-0.1)
    assert framed(run, "chosen", "fan_cosine").lacks == "fans"  # of other states


def test_runs_without_a_path_have_no_numbers() -> None:
    assert framed(Run()).n == 0
    assert framed(one_token()).n == 1
    found = framed(bare())
    assert found.lacks == "states"
    assert not len(found.full.values)


def test_a_choice_of_states_means_a_row_the_model_has() -> None:
    info = prompted().info
    assert row_of("map", UiState(), info) == 0
    assert row_of("map", UiState(space=Space("resid", 2)), info) == 2
    assert row_of("map", UiState(space=Space("resid", 99)), info) == LAYERS
    assert row_of("map", UiState(space=UNEMBEDDING), replace(info, tied_embeddings=False)) == LAYERS + 1  # type: ignore[type-var]
    assert row_of("chosen", UiState(layer=1), info) == 2
    assert row_of("chosen", UiState(layer=99), info) == LAYERS
    assert [row_of(state, UiState(), info) for state in ("last", "norm", "input")] == [LAYERS, LAYERS + 1, 0]
    assert row_of("last", UiState(), None, 4) == 3
    assert space_of(0, 3) == EMBEDDING
    assert space_of(3, 3) == Space("resid", 3)
    assert space_of(4, 3) is None
