"""The loss over a plane of weights and the descents on it, against plain computation with the same weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.landscape.answers import answer, constant_loss, project, weight_name
from engine.labs.landscape.examples import examples_of
from engine.labs.landscape.records import DATA, AskLandscape, Landscape, Setup
from engine.labs.playground.records import DataSet, made, true_classes, true_values
from engine.nets.records import Architecture
from engine.nets.training import Training

BENCH = Bench(lambda *_: None, lambda: False)
SMALL = Setup("step", steps=60, starts=4)
WEIGHTS = AskLandscape(SMALL, "weights", 0, 4, reach=3.0, grid=11)
MINIMA = AskLandscape(SMALL, "minima", grid=11)


@pytest.fixture(scope="module")
def weights() -> Landscape:
    return answer(WEIGHTS, BENCH)


@pytest.fixture(scope="module")
def minima() -> Landscape:
    return answer(MINIMA, BENCH)


def plain_loss(setup: Setup, flat: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """A 1-3-1 net with tanh on the step, number by number."""
    examples = examples_of(setup.data)
    w0, b0, w1, b1 = flat[:3], flat[3:6], flat[6:9], flat[9]
    said = [float(np.tanh(w0 * x + b0) @ w1 + b1) for x in examples.inputs[:, 0].astype(np.float64)]
    return float(np.mean((np.array(said) - examples.targets[:, 0]) ** 2))


@pytest.mark.parametrize("which", ["weights", "minima"])
def test_every_place_s_loss_is_a_plain_forward_pass_s(which: str, request: pytest.FixtureRequest) -> None:
    found: Landscape = request.getfixturevalue(which)
    for row, column in ((0, 0), (3, 7), (10, 10)):
        flat = found.origin.astype(np.float64) + found.a[column] * found.along + found.b[row] * found.across
        assert found.loss[row, column] == pytest.approx(plain_loss(SMALL, flat), rel=1e-4)


def test_paths_of_two_weights_lie_on_the_surface(weights: Landscape) -> None:
    assert weights.names == ("W0[0,0]", "b0[1]")
    assert weights.away.max() < 1e-6
    for start, moment in ((0, 0), (1, 30), (3, -1)):
        a, b = weights.paths[start, moment]
        flat = weights.origin.astype(np.float64) + a * weights.along + b * weights.across
        assert weights.path_loss[start, moment] == pytest.approx(plain_loss(SMALL, flat), rel=1e-4)
    still = np.ones(10, bool)
    still[[0, 4]] = False
    assert np.ptp(weights.ends[:, still], axis=0).max() == 0


def test_the_plane_of_two_weights_holds_where_the_descents_begin_and_end() -> None:
    found = answer(AskLandscape(grid=5), BENCH)  # of which some end beyond where any begins
    for places in (found.paths[:, 0], found.paths[:, -1]):
        assert (places[:, 0] > found.a[0]).all()
        assert (places[:, 0] < found.a[-1]).all()
        assert (places[:, 1] > found.b[0]).all()
        assert (places[:, 1] < found.b[-1]).all()
    assert found.a[-1] - found.a[0] == pytest.approx(12.0)  # to which nothing need be added
    assert found.b[-1] - found.b[0] > 12.5


def test_a_path_s_loss_is_the_training_curve_s(minima: Landscape) -> None:
    training = Training(SMALL.architecture, SMALL.recipe, examples_of(SMALL.data), seeds=range(4))
    training.run(SMALL.steps)
    curve = training.curve  # a row is of the weights that its step began with
    np.testing.assert_allclose(minima.path_loss[:, :-1].T, curve.loss, rtol=2e-4)
    assert minima.steps.tolist() == list(range(61))


def test_three_ends_lie_on_their_plane(minima: Landscape) -> None:
    for start in (0, 1, 2):
        assert minima.away[start, -1] == pytest.approx(0, abs=1e-4)
    assert minima.along @ minima.across == pytest.approx(0, abs=1e-5)
    assert np.linalg.norm(minima.along) == pytest.approx(1, rel=1e-5)
    places, away = project(minima.ends, minima.origin, minima.along, minima.across)
    apart = ((minima.ends - minima.origin) ** 2).sum(axis=1)
    np.testing.assert_allclose((places**2).sum(axis=1) + away**2, apart, rtol=1e-4, atol=1e-6)


def test_slope_and_curvature_are_those_of_differences(minima: Landscape) -> None:
    end, step = minima.ends[1].astype(np.float64), 1e-4
    each = np.eye(10) * step
    slope = np.array([plain_loss(SMALL, end + d) - plain_loss(SMALL, end - d) for d in each]) / (2 * step)
    assert minima.slope[1] == pytest.approx(np.linalg.norm(slope), rel=1e-2, abs=1e-5)
    hessian = np.array([
        [
            (plain_loss(SMALL, end + d + e) - plain_loss(SMALL, end + d - e)
             - plain_loss(SMALL, end - d + e) + plain_loss(SMALL, end - d - e)) / (4 * step**2)
            for e in each
        ]
        for d in each
    ])  # fmt: skip
    assert minima.bend[1] == pytest.approx(np.linalg.eigvalsh(hessian)[0], abs=5e-3)


def test_only_what_may_move_is_trained_and_as_torch_does_it() -> None:
    setup = replace(SMALL, optimizer="sgd", rate=0.1)
    moves = np.zeros(10, np.bool_)
    moves[[2, 7]] = True
    training = Training(setup.architecture, setup.recipe, examples_of("step"), moves=moves)
    first = training.weights[0]
    training.run(1)
    flat = torch.tensor(first, dtype=torch.float64, requires_grad=True)
    examples = examples_of("step")
    x, y = torch.tensor(examples.inputs).double(), torch.tensor(np.array(examples.targets)).double()
    said = torch.tanh(x * flat[:3] + flat[3:6]) @ flat[6:9] + flat[9]
    (slope,) = torch.autograd.grad(((said - y[:, 0]) ** 2).mean(), flat)
    expected = first - 0.1 * slope.numpy() * moves
    np.testing.assert_allclose(training.weights[0], expected, atol=1e-6)


def test_a_rate_that_overflows_is_said_and_stopped() -> None:
    fast = replace(SMALL, optimizer="sgd", rate=1e9)
    found = answer(replace(WEIGHTS, setup=fast), BENCH)
    assert found.centre_broke_at >= 0
    assert np.isfinite(found.loss).all()
    with pytest.raises(InputRefused, match="Start 0 broke off at step"):
        answer(replace(MINIMA, setup=fast), BENCH)
    linear = replace(WEIGHTS, setup=replace(fast, activation="linear", rate=1e3), one=6)
    broken = answer(linear, BENCH)  # of a line the two weights themselves run off
    assert (broken.broke_at >= 0).all()
    assert np.isnan(broken.path_loss[:, -1]).all()
    assert np.isnan(broken.paths[:, -1]).all()
    assert np.isfinite(broken.ends).all()


@pytest.mark.parametrize("data", DATA)
def test_every_data_set_is_learned_better_than_by_a_constant(data: str) -> None:
    setup = Setup(data, (6,), steps=150, starts=3, rate=0.05)
    found = answer(AskLandscape(setup, "minima", grid=5), BENCH)
    assert np.nanmin(found.path_loss[:, -1]) < found.constant
    targets = examples_of(data).targets
    values = targets[:, 0] if targets.ndim == 2 else targets
    if targets.ndim == 2:
        assert constant_loss(examples_of(data), setup) == pytest.approx(np.mean((values - values.mean()) ** 2))
    else:
        assert constant_loss(examples_of(data), setup) == pytest.approx(np.log(2), abs=0.02)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (replace(WEIGHTS, other=0), "two different weights"),
        (replace(WEIGHTS, one=99), "number of the weight"),
        (replace(MINIMA, through=(0, 0, 1)), "three different starts"),
        (replace(MINIMA, through=(0, 1, 9)), "number of the start"),
        (replace(WEIGHTS, setup=replace(SMALL, data="moon")), "data"),
        (replace(WEIGHTS, setup=replace(SMALL, data="xor", hidden=(64, 64))), "number of weights"),
    ],
)
def test_what_makes_no_plane_is_refused_in_words(question: AskLandscape, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        answer(question, BENCH)


def test_a_stop_is_heeded() -> None:
    with pytest.raises(Stopped):
        answer(WEIGHTS, Bench(lambda *_: None, lambda: True))


def test_weights_have_names() -> None:
    net = Architecture(2, (3,), 2)
    assert [weight_name(net, at) for at in (0, 1, 5, 6, 8, 9, 14, 15, 16)] == [
        "W0[0,0]", "W0[0,1]", "W0[2,1]", "b0[0]", "b0[2]", "W1[0,0]", "W1[1,2]", "b1[0]", "b1[1]",
    ]  # fmt: skip


@pytest.mark.parametrize("data", DATA)
def test_the_sets_are_the_playground_s(data: str) -> None:
    examples, there = examples_of(data), made(DataSet(data, samples=64, held_out=0.0))
    assert there.is_function == (examples.targets.ndim == 2)
    assert (there.n_inputs, there.n_outputs) == (Setup(data).architecture.inputs, Setup(data).architecture.outputs)
    truth = DataSet(data)
    if there.is_function:
        values = true_values(truth, np.linspace(-1, 1, 64))
        assert values is not None
        np.testing.assert_allclose(np.asarray(examples.targets[:, 0], np.float64), values, atol=1e-6)
    elif (classes := true_classes(truth, examples.inputs)) is not None:
        assert examples.targets.tolist() == classes.tolist()
