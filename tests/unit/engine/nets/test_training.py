"""Training small nets: torch.optim's own steps, exact going on, and what is no longer finite."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import InputRefused
from engine.nets.adam import adam, advance, falling
from engine.nets.history import History
from engine.nets.records import (
    ACTIVATIONS,
    Architecture,
    Examples,
    Recipe,
    first_weights,
    forward,
    loss_of,
)
from engine.nets.training import POINTS, Training, outputs_of
from engine.records import F32

RNG = np.random.default_rng(5)
INPUTS = RNG.uniform(-1, 1, (30, 2)).astype(np.float32)
CLASSES = Examples(INPUTS, (INPUTS[:, 0] * INPUTS[:, 1] > 0).astype(np.int64))
VALUES = Examples(INPUTS, np.asarray(INPUTS[:, :1] * INPUTS[:, 1:], np.float32))


def _torch_net(architecture: Architecture, flat: np.ndarray) -> torch.nn.Sequential:
    """The same net of torch's own layers."""
    kinds = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU, "sigmoid": torch.nn.Sigmoid, "linear": torch.nn.Identity}
    parts: list[torch.nn.Module] = []
    for matrix, bias in architecture.split(flat):
        layer = torch.nn.Linear(matrix.shape[1], matrix.shape[0])
        layer.weight.data, layer.bias.data = torch.tensor(matrix), torch.tensor(bias)
        parts += [layer, kinds[architecture.activation]()]
    return torch.nn.Sequential(*parts[:-1])


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_numpy_answers_as_torch(activation: str) -> None:
    architecture = Architecture(2, (5, 3), 4, activation)
    flat = np.stack([first_weights(architecture, seed) for seed in (1, 2)])
    found = forward(architecture, flat.astype(np.float64), INPUTS.astype(np.float64))[-1]
    stacked = outputs_of(architecture, torch.tensor(flat), torch.tensor(INPUTS)[None]).numpy()
    assert np.abs(found - stacked).max() < 1e-6
    for net in (0, 1):
        alone = _torch_net(architecture, flat[net])(torch.tensor(INPUTS)).detach().numpy()
        assert np.abs(found[net] - alone).max() < 1e-6


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize(("loss", "examples"), [("cross_entropy", CLASSES), ("squared_error", VALUES)])
def test_steps_are_those_of_torchs_optimizers(optimizer: str, loss: str, examples: Examples) -> None:
    architecture = Architecture(2, (4,), 2 if loss == "cross_entropy" else 1, "tanh")
    training = Training(architecture, Recipe(loss, optimizer, 0.05, l2=0.01), examples)
    net = _torch_net(architecture, training.weights[0])
    decayed = [it for name, it in net.named_parameters() if name.endswith("weight")]
    biases = [it for name, it in net.named_parameters() if name.endswith("bias")]
    groups: list[dict[str, Any]] = [{"params": decayed, "weight_decay": 0.01}, {"params": biases}]
    optim: torch.optim.Optimizer = (
        torch.optim.Adam(groups, 0.05)
        if optimizer == "adam"
        else torch.optim.SGD(groups, 0.05, momentum=0.9 if optimizer == "momentum" else 0.0)
    )
    measure = torch.nn.CrossEntropyLoss() if loss == "cross_entropy" else torch.nn.MSELoss()
    losses = []
    for _ in range(25):
        optim.zero_grad()
        value = measure(net(torch.tensor(examples.inputs)), torch.tensor(np.array(examples.targets)))
        value.backward()
        losses.append(value.item())
        optim.step()
    training.run(25)
    assert training.curve.loss[:, 0] == pytest.approx(losses, abs=1e-5)
    wanted = np.concatenate([np.concatenate([it.weight.detach().numpy().ravel(), it.bias.detach().numpy()])
                             for it in net if isinstance(it, torch.nn.Linear)])  # fmt: skip
    assert training.weights[0] == pytest.approx(wanted, abs=2e-5)


def test_nets_trained_together_are_those_trained_alone() -> None:
    architecture, recipe = Architecture(2, (4,), 2), Recipe(batch=7, rate=0.05)
    together = Training(architecture, recipe, CLASSES, seeds=(3, 8))
    together.run(20)
    for row, seed in enumerate((3, 8)):
        alone = Training(architecture, recipe, CLASSES, seeds=(seed,))
        alone.run(20)
        assert alone.weights[0] == pytest.approx(together.weights[row], abs=1e-5)


def test_a_training_goes_on_exactly_from_its_bytes_and_starts_anew_the_same() -> None:
    architecture, recipe = Architecture(2, (4,), 2), Recipe(batch=7)
    whole = Training(architecture, recipe, CLASSES, CLASSES)
    whole.run(30)
    first = Training(architecture, recipe, CLASSES, CLASSES)
    first.run(11)
    rest = Training(architecture, recipe, CLASSES, CLASSES)
    rest.go_on_from(first.state())
    rest.run(19)
    assert (rest.weights == whole.weights).all()
    assert (rest.curve.loss == whole.curve.loss).all()
    assert (rest.curve.held_out == whole.curve.held_out).all()
    assert (first_weights(architecture, 0) == Training(architecture, recipe, CLASSES).weights[0]).all()
    with pytest.raises(InputRefused, match="another net"):
        Training(Architecture(2, (5,), 2), recipe, CLASSES).go_on_from(first.state())


def test_the_loss_in_numpy_is_that_of_training() -> None:
    for loss, examples, outputs in (("cross_entropy", CLASSES, 2), ("squared_error", VALUES, 1)):
        training = Training(Architecture(2, (4,), outputs), Recipe(loss), examples, seeds=(0, 1))
        answers = forward(training.architecture, training.weights.astype(np.float64), INPUTS.astype(np.float64))[-1]
        assert loss_of(answers, examples, loss) == pytest.approx(training.losses(examples), abs=1e-6)


def test_a_net_that_leaves_the_finite_numbers_stays_at_its_last_ones_and_training_ends() -> None:
    values = Examples(INPUTS, np.asarray(1e3 * INPUTS[:, :1], np.float32))
    training = Training(Architecture(2, (4,), 1, "relu"), Recipe("squared_error", "sgd", rate=1e9), values)
    assert not training.run(50)
    assert training.broken
    assert training.step <= 10
    assert np.isfinite(training.weights).all()
    assert training.broke_at[0] == training.step - 1
    step = training.step
    training.run(5)
    assert training.step == step


def test_one_broken_net_does_not_touch_the_others() -> None:
    architecture = Architecture(2, (4,), 2)
    start = np.stack([first_weights(architecture, 1), np.full(architecture.n_weights, np.nan, np.float32)])
    both = Training(architecture, Recipe(), CLASSES, seeds=(1, 2), start=start)
    alone = Training(architecture, Recipe(), CLASSES, seeds=(1,))
    both.run(10)
    alone.run(10)
    assert list(both.broke_at) == [-1, 0]
    assert both.weights[0] == pytest.approx(alone.weights[0], abs=1e-6)


def test_a_stop_ends_between_two_steps_and_the_curve_stays_short() -> None:
    training = Training(Architecture(2, (2,), 2), Recipe(), CLASSES)
    asked = iter([True, True, False])
    assert not training.run(50, lambda: next(asked))
    assert training.step == 2
    training.run(POINTS + 50)
    curve = training.curve
    assert len(curve) <= POINTS
    assert curve.step[0] == 1
    assert len(set(np.diff(curve.step))) == 1


@pytest.mark.parametrize(
    "made",
    [
        lambda: Architecture(2, (65,), 1),
        lambda: Architecture(2, (4,) * 9, 1),
        lambda: Architecture(activation="step"),
        lambda: Recipe(rate=-1.0),
        lambda: Recipe(optimizer="sgdd"),
        lambda: Training(Architecture(3, (2,), 2), Recipe(), CLASSES),
        lambda: Training(Architecture(2, (2,), 1), Recipe(), CLASSES),
        lambda: Training(Architecture(2, (2,), 2), Recipe(), Examples(INPUTS[:0], CLASSES.targets[:0])),
        lambda: Training(Architecture(2, (2,), 1), Recipe("squared_error"), Examples(INPUTS * np.nan, VALUES.targets)),
    ],
)
def test_what_makes_no_training_is_refused_in_a_sentence(made: Callable[[], object]) -> None:
    with pytest.raises(InputRefused, match=r"\."):
        made()


# -- past moments -------------------------------------------------------------------------------------------------


def _trained(steps: int) -> F32:
    """Weights after so many steps, of a training that keeps nothing."""
    training = Training(Architecture(2, (3,), 2), Recipe(rate=0.05, batch=7), CLASSES)
    training.run(steps)
    return np.asarray(training.weights[0], np.float32)


def test_past_moments_are_the_training_s_own_bit_by_bit_however_it_is_sliced() -> None:
    whole = Training(Architecture(2, (3,), 2), Recipe(rate=0.05, batch=7), CLASSES, history=True)
    whole.run(230)
    sliced = Training(Architecture(2, (3,), 2), Recipe(rate=0.05, batch=7), CLASSES, history=True)
    for part in (1, 16, 83, 130):
        sliced.run(part)
        kept = sliced.state()
        sliced = Training(Architecture(2, (3,), 2), Recipe(rate=0.05, batch=7), CLASSES, history=True)
        sliced.go_on_from(kept)
    assert whole.history is not None
    assert sliced.history is not None
    assert whole.history.steps.tolist() == sliced.history.steps.tolist()
    assert (whole.history.weights == sliced.history.weights).all()
    assert whole.history.steps[0] == 0
    assert (whole.weights == _trained(230)).all()  # keeping changes nothing
    for at in (0, 1, 20, -1):
        assert (whole.history.weights[at] == _trained(int(whole.history.steps[at]))).all()


@pytest.mark.parametrize(("n_weights", "most"), [(10, 100), (1_000, 65), (1_000_000, 4)])
def test_past_moments_are_bounded_and_spread_evenly(n_weights: int, most: int) -> None:
    history = History(n_weights)
    for step in range(5_000):
        if history.is_due(step):
            history.add(step, np.zeros(min(n_weights, 10), np.float32))
    steps = history.steps
    assert most // 2 <= len(steps) <= most
    assert set(np.diff(steps).tolist()) == {history.every}
    assert steps[-1] > 5_000 - 2 * history.every


def test_one_adam_serves_tensors_and_arrays_and_is_torch_s() -> None:
    rng = np.random.default_rng(1)
    start = rng.standard_normal(7).astype(np.float32)
    parameter = torch.nn.Parameter(torch.tensor(start.copy()))
    optimizer = torch.optim.Adam([parameter], lr=0.05)
    values, means, squares = [start.copy()], [np.zeros(7, np.float32)], [np.zeros(7, np.float32)]
    tensor, first, second = torch.tensor(start.copy()), torch.zeros(7), torch.zeros(7)
    for step in range(40):
        gradient = rng.standard_normal(7).astype(np.float32)
        parameter.grad = torch.tensor(gradient)
        optimizer.step()
        advance(values, [gradient], means, squares, step, 0.05)
        first, second, move = adam(torch.tensor(gradient), first, second, step, 0.05)
        tensor = tensor - move
    wanted = parameter.detach().numpy()
    assert values[0].dtype == np.float32
    np.testing.assert_allclose(values[0], wanted, rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(tensor.numpy(), wanted, rtol=1e-5, atol=1e-7)
    assert falling(0.1, 0, 10) == 0.1
    assert falling(0.1, 5, 10) == pytest.approx(0.05)
    assert falling(0.1, 10, 10) == pytest.approx(0.0)
