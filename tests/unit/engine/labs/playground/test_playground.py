"""The playground's data sets, training in slices, many starts and widths."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial import cKDTree

from engine.errors import InputRefused, Stopped
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.playground.questions import MeasureWidths, TrainNet, TrainStarts
from engine.labs.playground.records import (
    KINDS,
    OWN_FUNCTION,
    OWN_POINTS,
    DataSet,
    NetTrained,
    Widths,
    attractors_of,
    made,
    nearest,
    true_classes,
    true_values,
)
from engine.nets.records import Architecture, Recipe, first_weights, forward, lattice

BENCH = Bench(lambda doing, done, total: None, lambda: False)
NET = Architecture(2, (4,), 3, "tanh")
SMALL = DataSet(samples=60)


def train(question: TrainNet, bench: Bench = BENCH) -> NetTrained:
    found = answer(question, bench)
    assert isinstance(found, NetTrained)
    return found


# -- data ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("own")])
def test_every_set_is_decided_by_its_numbers_and_split_without_overlap(kind: str) -> None:
    one, again, other = made(DataSet(kind)), made(DataSet(kind)), made(DataSet(kind, seed=1))
    assert (one.train.inputs == again.train.inputs).all()
    assert (one.train.targets == again.train.targets).all()
    assert not np.array_equal(one.train.inputs, other.train.inputs)
    assert (len(one.train), len(one.held_out)) == (225, 75)
    rows = {tuple(row) for row in one.train.inputs}
    assert not rows & {tuple(row) for row in one.held_out.inputs}
    assert np.abs(one.train.inputs).max() <= 1.001
    if not one.is_function:
        counts = np.bincount(one.train.targets.astype(int), minlength=one.classes)
        assert counts.min() > 5


def test_the_nearest_attractor_is_scipys() -> None:
    for n in range(2, 11):
        places = attractors_of(DataSet(attractors=n))
        points = lattice(21, 1.0)
        assert (nearest(places, points) == cKDTree(places).query(points)[1]).all()
        assert np.abs(places).max() <= 0.8
        apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 9 * np.eye(n)
        assert apart.min() > 0.2


def test_examples_without_noise_are_the_truth() -> None:
    for kind in ("attractors", "xor", "circles"):
        data = DataSet(kind)
        there = made(data).train
        truth = true_classes(data, there.inputs.astype(np.float64))
        assert truth is not None
        assert (truth == there.targets).mean() > 0.995  # float32 at a border
    assert true_classes(DataSet("spirals"), np.zeros((1, 2))) is None
    values = true_values(DataSet("step"), np.array([-0.9, -1 / 3, 0.0, 1 / 3, 0.9]))
    assert values is not None
    assert values.tolist() == [-0.5, 1.0, 1.0, 0.0, 0.0]


def test_own_points_are_scaled_and_speak_in_their_own_units() -> None:
    rows = np.array([[100, 5, 0], [300, 9, 1], [200, 7, 1]], np.float64)
    there = made(DataSet(OWN_POINTS, rows=rows.tobytes()))
    assert there.classes == 2
    assert len(there.train) == 3  # of a few points none is held out
    assert there.inputs.own(there.train.inputs) == pytest.approx(rows[:, :2])
    assert np.abs(there.train.inputs).max() == 1
    drawn = np.array([[-0.9, 0.2, 0], [0.7, -0.8, 1]])
    assert (made(DataSet(OWN_POINTS, rows=drawn.tobytes())).inputs.half == 1).all()  # fits already
    function = made(DataSet(OWN_FUNCTION, rows=np.array([[0.0, 10.0], [4.0, 30.0]]).tobytes()))
    assert function.outputs.own(function.train.targets)[:, 0].tolist() == [10.0, 30.0]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "two classes at least"),
        ([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], "two classes at least"),
        ([[0.0, 1.0, 0.0], [1.0, 0.0, 12.0]], "0 to 9, but 12"),
        ([[0.0, 1.0, 0.0], [1.0, 0.0, 0.5], [1.0, 0.0, 1.0]], "0.5"),
        ([[0.0, float("inf"), 0.0], [1.0, 0.0, 1.0]], "not finite"),
        ([[0.0, 0.0, float(i % 2)] for i in range(5001)], "5,000 at most"),
    ],
)
def test_own_points_that_cannot_be_used_are_refused(rows: list[list[float]], said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        made(DataSet(OWN_POINTS, rows=np.array(rows, np.float64).tobytes()))


# -- training -----------------------------------------------------------------------------------------------------


def test_slices_go_on_as_one_training_and_a_rewind_is_the_same_start() -> None:
    question = TrainNet(SMALL, NET, Recipe(rate=0.05, batch=16), steps=12)
    whole = train(replace(question, steps=24))
    first = train(question)
    assert isinstance(first.then, TrainNet)
    rest = train(replace(first.then, steps=12))
    assert (rest.step, whole.step) == (24, 24)
    assert (rest.weights == whole.weights).all()
    assert (rest.curve.loss == whole.curve.loss).all()
    again = train(replace(question, attempt=1))
    assert (again.weights == first.weights).all()
    one_step = train(replace(question, steps=1))
    untrained = forward(NET, first_weights(NET, 0)[None], made(SMALL).train.inputs)
    assert one_step.step == 1
    assert len(untrained) == 2


def test_a_slice_ends_in_time_and_a_training_at_its_last_step() -> None:
    found = train(TrainNet(SMALL, NET, seconds=0.05))
    assert found.step >= 1
    assert found.steps_per_second > 0
    done = train(TrainNet(SMALL, NET, last=5, seconds=30.0))
    assert (done.step, done.done, done.then) == (5, True, None)


def test_weights_turned_by_hand_are_those_it_goes_on_with() -> None:
    place = NET.weight_at(0, 2, 1)
    found = train(TrainNet(SMALL, NET, Recipe(rate=0.0), steps=1, turned=((place, 3.5),)))
    flat = first_weights(NET, 0)
    flat[place] = 3.5
    assert (found.weights[0] == flat).all()
    with pytest.raises(InputRefused, match="no weight"):
        train(TrainNet(SMALL, NET, turned=((10**6, 1.0),)))


def test_a_rate_too_large_is_said_and_ends() -> None:
    data = DataSet("step", samples=40)
    found = train(TrainNet(data, Architecture(1, (8,), 1, "relu"), Recipe(optimizer="sgd", rate=1e9), seconds=5.0))
    assert found.done
    assert found.broke_at[0] >= 0
    assert np.isfinite(found.weights).all()
    zero = Architecture(2, (3,), 3).n_weights
    flat = tuple((i, 0.0) for i in range(zero))
    still = train(TrainNet(SMALL, Architecture(2, (3,), 3), steps=3, turned=flat))  # a net of zero weights
    assert np.isfinite(still.weights).all()


def test_a_stop_and_numbers_that_make_no_training() -> None:
    with pytest.raises(Stopped):
        train(TrainNet(SMALL, NET), Bench(lambda *_: None, lambda: True))
    with pytest.raises(InputRefused, match="1 to 200"):
        train(TrainNet(SMALL, NET, nets=0))
    with pytest.raises(InputRefused, match="classes"):
        train(TrainNet(replace(SMALL, attractors=5), NET))


def test_starts_agree_on_the_data_and_disagree_outside() -> None:
    """The essay's claim, with its control: nets that were not trained disagree everywhere."""
    data = DataSet("step", samples=60)
    net = Architecture(1, (16,), 1, "tanh")
    found = train(TrainStarts(data, net, Recipe(rate=0.03), nets=8, steps=400))
    inside = np.linspace(-1, 1, 41, dtype=np.float32)[:, None]
    outside = np.concatenate([np.linspace(-2, -1.2, 20), np.linspace(1.2, 2, 20)]).astype(np.float32)[:, None]

    def apart(weights: np.ndarray, xs: np.ndarray) -> float:
        return float(forward(net, weights, xs)[-1][..., 0].std(axis=0).mean())

    assert apart(found.weights, inside) < 0.1
    assert apart(found.weights, outside) > 2 * apart(found.weights, inside)
    first = np.stack([first_weights(net, seed) for seed in range(8)])
    assert apart(first, inside) > 3 * apart(found.weights, inside)


def test_wider_nets_get_more_of_the_plane_right() -> None:
    told = list[tuple[int, int]]()
    question = MeasureWidths(SMALL, Architecture(2, (3,), 3, "relu"), Recipe(rate=0.05), (1, 4), starts=6, steps=200)
    found = answer(question, Bench(lambda _doing, done, total: told.append((done, total)), lambda: False))
    assert isinstance(found, Widths)
    assert found.of_plane
    assert found.right.shape == (2, 6)
    assert found.right[0].max() < 0.85  # a line cannot part three regions
    assert np.median(found.right[1]) > 0.85
    assert found.loss[1].mean() < found.loss[0].mean()
    assert told[-1] == (400, 400)
    with pytest.raises(InputRefused, match="hidden layer"):
        answer(replace(question, architecture=Architecture(2, (), 3)), BENCH)
    with pytest.raises(Stopped):
        answer(question, Bench(lambda *_: None, lambda: True))


def test_points_that_were_moved_decide_the_regions_and_others_keep_the_seed_s() -> None:
    places = ((0.5, 0.5), (-0.5, 0.25), (0.0, -1.0))
    moved = DataSet(samples=80, places=places)
    np.testing.assert_array_equal(attractors_of(moved), np.array(places))
    there = made(moved)
    wanted = cKDTree(np.array(places)).query(there.train.inputs)[1]
    assert there.train.targets.tolist() == wanted.tolist()
    np.testing.assert_array_equal(
        attractors_of(DataSet(attractors=4, places=places)), attractors_of(DataSet(attractors=4))
    )


@pytest.mark.parametrize(
    "values", [{"places": ((0.0, 9.0),)}, {"places": ((0.0, float("nan")),)}, {"places": ((0.0,),)}, {"names": (3,)}]
)
def test_places_and_names_that_are_none_are_refused(values: dict[str, tuple[object, ...]]) -> None:
    with pytest.raises(InputRefused):
        DataSet(**values)  # type: ignore[arg-type]


def test_a_slice_brings_the_past_moments_of_a_net_trained_alone() -> None:
    found = train(TrainNet(SMALL, NET, steps=5))
    assert found.past_steps.tolist() == [0, 1, 2, 3, 4, 5]
    assert (found.past[-1] == found.weights[0]).all()
    assert (found.past[0] == first_weights(NET, 0)).all()
    assert isinstance(found.then, TrainNet)
    assert train(replace(found.then, steps=2)).past_steps.tolist() == list(range(8))
    many = train(TrainStarts(SMALL, NET, nets=3, steps=5))
    assert len(many.past) == len(many.past_steps) == 0
