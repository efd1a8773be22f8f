"""What the playground computes for its pictures: numbers, places and words, known without a window.

Its numbers are compared with torch's in `tests/unit/engine/labs/playground/test_window_numbers.py`.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.playground.questions import TrainNet
from engine.labs.playground.records import OWN_FUNCTION, OWN_POINTS, DataSet, NetTrained, made
from engine.nets.records import Architecture, first_weights, forward
from engine.run import Run
from viz.charts import net_pictures
from viz.charts.net_layout import MOST_LINES, lay_out
from viz.charts.net_words import place_words
from viz.labs.playground import options as choice
from viz.labs.playground.places import bounds
from viz.labs.playground.playground_frame import playground_frame
from viz.labs.playground.starts_frame import first, starts_frame
from viz.ui_state import UiState

BENCH = Bench(lambda doing, done, total: None, lambda: False)
SMALL = UiState().with_option("playground", "samples", 60)


def ui_with(**options: object) -> UiState:
    ui = SMALL
    for name, value in options.items():
        ui = ui.with_option("playground", name, value)
    return ui


def trained(ui: UiState, steps: int = 5) -> Run:
    """A run in which the net chosen was trained a little."""
    run = Run()
    following = playground_frame(run, ui).following
    assert following is not None
    question = replace(following, steps=steps)
    run.findings[question] = answer(question, BENCH)
    return run


# -- pictures -----------------------------------------------------------------------------------------------------


def test_a_neuron_s_picture_lies_as_the_plane_does() -> None:
    net = Architecture(2, (1,), 2, "linear")
    flat = np.zeros(net.n_weights, np.float32)
    flat[net.weight_at(0, 0, 1)] = 1.0  # the neuron answers y
    picture = net_pictures.pictures(net, flat).neurons[0][0]
    assert picture.shape == (net_pictures.THUMBNAIL, net_pictures.THUMBNAIL)
    assert (np.diff(picture.mean(axis=1)) < 0).all()  # rows from the top: y falls
    assert net_pictures.pictures(net, flat).inputs[0][:, -1].mean() > 1.0  # x grows to the right


def test_turning_a_weight_is_seen_at_once_and_goes_into_the_training() -> None:
    ui = ui_with()
    run = trained(ui)
    before = playground_frame(run, ui)
    assert before.net is not None
    assert before.weights is not None
    place = before.net.weight_at(0, 1, 0)
    turned = playground_frame(run, ui.with_option("playground", "turned", choice.turned_text(10**9, {place: 2.5})))
    assert turned.weights is not None
    assert turned.pictures is not None
    assert before.pictures is not None
    assert turned.weights[place] == 2.5
    assert (np.delete(turned.weights, place) == np.delete(before.weights, place)).all()
    assert np.abs(turned.pictures.outputs - before.pictures.outputs).max() > 0.01
    assert turned.losses != before.losses
    assert turned.following is not None
    assert turned.following.turned == ((place, 2.5),)
    found = answer(replace(turned.following, steps=1, recipe=replace(turned.recipe, rate=0.0)), BENCH)
    assert isinstance(found, NetTrained)
    assert found.weights[0][place] == 2.5


def test_a_rewind_is_the_same_start_and_a_new_recipe_goes_on() -> None:
    ui = ui_with()
    run = trained(ui)
    here = playground_frame(run, ui)
    start = playground_frame(Run(), ui)
    again = playground_frame(run, ui.with_option("playground", "attempt", 1))
    assert again.weights is not None
    assert start.weights is not None
    assert here.step == 5
    assert again.step == 0
    assert (again.weights == start.weights).all()
    faster = playground_frame(run, ui.with_option("playground", "rate", "0.5"))
    assert faster.step == 5  # the recipe may change meanwhile
    assert faster.following is not None
    assert faster.following.recipe.rate == 0.5
    going = replace(ui.with_option("playground", "rate", "0.5"), going=frozenset({TrainNet.__name__}))
    assert playground_frame(run, going).questions == (faster.following,)
    wider = playground_frame(run, ui.with_option("playground", "hidden", "5"))
    assert wider.step == 0


def test_the_share_of_the_plane_that_is_right_is_counted() -> None:
    frame = playground_frame(trained(ui_with(), 80), ui_with())
    assert frame.pictures is not None
    points = frame.pictures.points.reshape(-1, 2).astype(np.float64)
    inside = (np.abs(points) <= 1).all(axis=1)
    places = made(frame.data).places
    nearest = np.linalg.norm(points[:, None] - places[None], axis=2).argmin(axis=1)
    wanted = (frame.pictures.outputs.argmax(axis=1) == nearest)[inside].mean()
    assert frame.right[0] == pytest.approx(wanted)
    assert frame.right[0] > 0.5


def test_a_net_is_trained_by_itself_up_to_a_step_and_its_numbers_wait_for_that() -> None:
    ui, run = ui_with(trained=6), Run()
    before = playground_frame(run, ui)
    assert np.isnan([*before.losses, *before.right, before.ended_at]).all()
    (question,) = before.questions
    assert isinstance(question, TrainNet)
    run.findings[question] = answer(question, BENCH)
    after = playground_frame(run, ui)
    assert (after.step, after.questions) == (6, ())
    assert np.isfinite(after.losses).all()
    assert after.ended_at == -1.0
    assert playground_frame(Run(), ui_with()).questions == ()  # nothing begins unasked
    starts = starts_frame(Run(), ui_with(trained=6))
    assert [it.steps for it in starts.questions if isinstance(it, TrainNet)] == [6]
    assert np.isnan(starts.inside)


# -- options ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"hidden": "4, four"}, "whole numbers"),
        ({"hidden": "65"}, "1 to 64"),
        ({"hidden": "1 1 1 1 1 1 1 1 1"}, "up to 8"),
        ({"rate": "fast"}, "learning rate"),
        ({"rate": "-1"}, "learning rate"),
        ({"data": OWN_POINTS, "drawn": "0 0 a"}, "3 numbers"),
        ({"data": OWN_POINTS}, "two classes"),
        ({"data": OWN_FUNCTION, "drawn_values": "0 1"}, "Two points"),
    ],
)
def test_what_is_typed_wrongly_is_said(options: dict[str, object], said: str) -> None:
    frame = playground_frame(Run(), ui_with(**options))
    assert said in frame.why_not
    assert frame.following is None


def test_own_points_train() -> None:
    ui = ui_with(data=OWN_POINTS, drawn="-0.5 -0.5 0; 0.5 0.5 1; -0.4 0.6 2", hidden="3")
    frame = playground_frame(trained(ui, 150), ui)
    assert frame.net is not None
    assert frame.net.outputs == 3
    assert frame.n_drawn == 3
    assert frame.right[1] == 1.0
    more = ui.with_option("playground", "drawn", "-0.5 -0.5 0; 0.5 0.5 1; -0.4 0.6 2; 0.1 0.1 0")
    assert playground_frame(trained(ui, 10), more).step == 10  # a point more: the training goes on


def test_turned_weights_are_kept_as_text() -> None:
    text = choice.turned_text(12, {7: -1.0, 3: 0.5})
    assert text == "12|3=0.5;7=-1"
    assert choice.read_turned(text) == (12, ((3, 0.5), (7, -1.0)))
    for spoilt in ("", "x", "1|a=b", "|3=1", "5|"):
        assert choice.read_turned(spoilt) == (0, ())
    with pytest.raises(InputRefused):
        choice.rows_of("1 2; 3", 2)


# -- the net as a picture -----------------------------------------------------------------------------------------


def test_neurons_and_lines_are_found_where_they_are_drawn() -> None:
    net = Architecture(2, (4, 3), 2)
    there = lay_out(net, first_weights(net, 0), 800, 500, 13)
    assert len(there.lines) == 2 * 4 + 4 * 3 + 3 * 2
    for line, place in zip(there.lines, there.places, strict=True):
        point = line[:2] * 0.9 + line[2:] * 0.1
        near = there.line_near(float(point[0]), float(point[1]), 4.0)
        assert near is not None
        layer, _, into = place_words(net, int(place))
        assert place_words(net, near)[0] == layer
        assert into >= 0
    assert there.neuron_at(*there.at[1][2]) == (1, 2)
    assert there.neuron_at(1.0, 1.0) is None
    assert there.line_near(1.0, 1.0, 4.0) is None
    large = Architecture(2, (64,) * 8, 2)
    drawn = lay_out(large, first_weights(large, 0), 800, 500, 13)
    assert len(drawn.lines) == MOST_LINES
    strong = np.abs(first_weights(large, 0)[drawn.places])
    assert (np.diff(strong) >= 0).all()


def test_every_place_in_the_row_has_a_name() -> None:
    net = Architecture(2, (3,), 2)
    places = {place_words(net, place) for place in range(net.n_weights)}
    assert len(places) == net.n_weights
    assert all(net.weight_at(*it) in range(net.n_weights) for it in places)


def test_a_training_goes_on_after_its_last_step() -> None:
    ui = ui_with(data="xor", hidden="2", last=5)
    run = trained(ui, 5)
    frame = playground_frame(run, ui)
    assert frame.done
    assert frame.following is not None
    assert frame.following.last == 5_005
    assert playground_frame(run, ui_with(data="xor", hidden="2", last=9)).following == replace(frame.following, last=9)
    found = answer(replace(frame.following, steps=1), BENCH)
    assert isinstance(found, NetTrained)
    assert (found.step, found.done) == (6, False)


def test_a_net_that_broke_does_not_go_on() -> None:
    ui = ui_with(data="xor", hidden="4", optimizer="sgd", activation="linear", rate="1e9")
    frame = playground_frame(trained(ui, 200), ui)
    assert frame.broke_at >= 0
    assert frame.following is None


# -- many starts --------------------------------------------------------------------------------------------------


def test_many_starts_say_where_they_disagree() -> None:
    ui = ui_with(data="step", hidden="6").with_option("playground_starts", "nets", 5)
    run = Run()
    first = starts_frame(run, ui)
    assert first.following is not None
    assert first.step == 0
    question = replace(first.following, steps=150)
    run.findings[question] = answer(question, BENCH)
    frame = starts_frame(run, ui)
    assert frame.answers.shape == (5, net_pictures.LINE)
    inside = np.abs(np.linspace(-2, 2, net_pictures.LINE)) <= 1
    assert frame.spread == pytest.approx(frame.answers.astype(np.float64).std(axis=0), abs=1e-5)
    assert frame.inside == pytest.approx(frame.spread[inside].mean())
    assert frame.outside == pytest.approx(frame.spread[~inside].mean())
    assert frame.inside < frame.untrained_inside
    assert frame.inside < frame.outside
    regions = starts_frame(Run(), ui_with(attractors=2).with_option("playground_starts", "nets", 3))
    assert regions.answers.shape == (3, 48, 48)
    assert set(np.unique(regions.answers)) <= {0.0, 1.0}
    assert regions.right.shape == (3,)


def test_data_sets_of_one_s_own_are_used_by_all_starts() -> None:
    ui = ui_with(data=OWN_POINTS, drawn="-0.5 -0.5 0; 0.5 0.5 1")
    frame = starts_frame(Run(), ui)
    assert frame.following is not None
    assert frame.following.data == DataSet(
        OWN_POINTS, samples=60, rows=np.array([[-0.5, -0.5, 0], [0.5, 0.5, 1]]).tobytes()
    )
    assert np.isfinite(frame.right).all()


def test_many_starts_of_one_s_own_points_are_shown_in_their_units() -> None:
    ui = ui_with(data=OWN_FUNCTION, drawn_values="100 5000; 200 9000; 300 5000; 400 7000", hidden="4")
    frame = starts_frame(Run(), ui.with_option("playground_starts", "nets", 3))
    assert frame.there is not None
    assert frame.net is not None
    where = bounds(frame.there, 2.0)
    assert (where.left, where.right) == pytest.approx((250 - 2 * 150, 250 + 2 * 150))
    weights = first(frame.net, frame.seeds)
    seen = (np.linspace(where.left, where.right, net_pictures.LINE) - 250) / 150
    plain = forward(frame.net, weights, seen[:, None].astype(np.float32))[-1][..., 0].astype(np.float64)
    np.testing.assert_allclose(frame.answers, 7000 + 2000 * plain, rtol=1e-4, atol=0.5)
    assert frame.spread == pytest.approx(2000 * plain.std(axis=0), rel=1e-3, abs=0.1)
    plane = starts_frame(Run(), ui_with(data=OWN_POINTS, drawn="100 5 0; 300 9 1; 200 7 0"))
    assert plane.there is not None
    corners = bounds(plane.there, 2.0)
    assert (corners.left, corners.right, corners.low, corners.high) == pytest.approx((0, 400, 3, 11))
