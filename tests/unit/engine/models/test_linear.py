"""The faster product of one row: the same numbers, in one place only, and gone where it must be."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import torch
from torch import nn

from engine.models import linear
from tests.helpers.sessions import begun, tiny_session

Layers = list[nn.Linear]


def choose(monkeypatch: pytest.MonkeyPatch, product: linear.Product, *, alone: bool) -> None:
    """Whatever this machine's speeds and the size of the model."""
    monkeypatch.setattr(linear, "WORTH", 0)
    monkeypatch.setattr(linear, "fastest", lambda layers: linear.Way(product, alone))


@pytest.fixture(params=["of_a_row", "in_parts"])
def layers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Layers]:
    """Three quickened layers, one with a bias, each product in turn; with two threads, so that there are parts."""
    choose(monkeypatch, getattr(linear, request.param), alone=request.param == "of_a_row")
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    torch.manual_seed(0)
    found = [nn.Linear(48, 96), nn.Linear(96, 48, bias=False), nn.Linear(48, 301)]
    assert linear.quicken(nn.ModuleList(found).requires_grad_(False))
    yield found
    torch.set_num_threads(before)


@pytest.mark.parametrize("shape", [(48,), (1, 48), (1, 1, 48), (2, 5, 48), (3, 48)])
def test_it_equals_the_exact_product(layers: Layers, shape: tuple[int, ...]) -> None:
    values = torch.randn(shape)
    layer = layers[0]
    exact = values.double() @ layer.weight.double().T + layer.bias.double()
    found = layer(values)
    assert found.shape == exact.shape
    assert found.dtype == torch.float32
    torch.testing.assert_close(found.double(), exact, rtol=0, atol=1e-5)


def test_one_row_takes_the_faster_way_and_more_rows_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def watched(values: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        seen.append(values.shape)
        return linear.of_a_row(values, weight, bias)

    choose(monkeypatch, watched, alone=True)
    model = nn.Sequential(nn.Linear(48, 96)).requires_grad_(False)
    assert linear.quicken(model)
    seen.clear()  # compared once with the library's
    for rows in (1, 2, 3):
        model(torch.randn(rows, 48))
    assert seen == [(1, 48)]


def test_a_transposed_row_is_read_in_its_own_order(layers: Layers) -> None:
    values = torch.randn(48, 2)[:, :1].T  # [1, 48], not contiguous
    torch.testing.assert_close(layers[0](values), layers[0](values.contiguous()), rtol=0, atol=0)


def test_derivatives_go_the_usual_way(layers: Layers) -> None:
    values = torch.randn(1, 48, requires_grad=True)
    layers[0](values).sum().backward()
    assert values.grad is not None
    assert bool(values.grad.abs().sum() > 0)


def test_hooks_still_see_it(layers: Layers) -> None:
    seen = []
    handle = layers[1].register_forward_hook(lambda module, args, output: seen.append((args[0].shape, output.shape)))
    layers[1](torch.randn(1, 96))
    handle.remove()
    assert seen == [((1, 96), (1, 48))]


def test_a_copied_layer_multiplies_its_own_weights(layers: Layers) -> None:
    twin = copy.deepcopy(layers[0])
    twin.weight.zero_()
    values = torch.randn(1, 48)
    torch.testing.assert_close(twin(values)[0], twin.bias)
    assert bool((layers[0](values)[0] != layers[0].bias).any())


def test_plain_puts_the_librarys_own_back_and_ends_whatever_happens(layers: Layers) -> None:
    model, seen = nn.ModuleList(layers), list[bool]()

    def fail() -> None:
        with linear.plain(model):
            seen.extend(linear.is_quick(layer) for layer in layers)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert seen == [False, False, False]
    assert all(linear.is_quick(layer) for layer in layers)


def test_the_weights_may_be_put_in_place_later(layers: Layers) -> None:
    layers[1].weight.mul_(2.0)
    values = torch.randn(1, 96)
    torch.testing.assert_close(layers[1](values), nn.functional.linear(values, layers[1].weight), rtol=0, atol=1e-5)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float64])
def test_other_precisions_are_left_alone(monkeypatch: pytest.MonkeyPatch, dtype: torch.dtype) -> None:
    choose(monkeypatch, linear.of_a_row, alone=True)
    model = nn.Sequential(nn.Linear(8, 8, dtype=dtype), nn.Linear(8, 8)).requires_grad_(False)
    assert linear.quicken(model)
    assert [linear.is_quick(layer) for layer in model] == [False, True]


def test_it_is_not_taken_where_it_is_slower_or_wrong_or_nothing_is_to_be_won(monkeypatch: pytest.MonkeyPatch) -> None:
    model = nn.Sequential(nn.Linear(64, 64)).requires_grad_(False)
    assert not linear.quicken(model)  # a few kilobytes
    choose(monkeypatch, torch.nn.functional.linear, alone=True)
    assert not linear.quicken(model)
    choose(monkeypatch, lambda *given: linear.of_a_row(*given) * 1.01, alone=True)
    assert not linear.quicken(model)
    assert not linear.is_quick(model[0])


@pytest.mark.parametrize(
    ("took", "product", "alone"),  # took: seconds on one thread, and on several
    [
        ({"linear": (2.0, 2.0), "of_a_row": (1.0, 1.0), "in_parts": (2.0, 0.95)}, "of_a_row", True),
        ({"linear": (2.0, 2.0), "of_a_row": (1.0, 1.0), "in_parts": (2.0, 0.5)}, "in_parts", False),
        ({"linear": (1.0, 1.0), "of_a_row": (0.95, 0.95), "in_parts": (1.0, 0.95)}, "linear", True),
        ({"linear": (2.0, 0.5), "of_a_row": (1.0, 1.0), "in_parts": (2.0, 0.48)}, "linear", False),
    ],
)
def test_the_fastest_is_taken_and_threads_only_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, took: dict[str, tuple[float, float]], product: str, alone: bool
) -> None:
    def seconds(of: linear.Product, sample: object) -> float:
        name = next(name for name in took if getattr(linear, name) is of)
        return took[name][0 if torch.get_num_threads() == 1 else 1]

    monkeypatch.setattr(linear, "_seconds", seconds)
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        found = linear.fastest([nn.Linear(8, 8).requires_grad_(False)])
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)
    assert found == linear.Way(getattr(linear, product), alone)


def test_what_is_measured_is_the_time_of_all_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 1.0

    def slow(values: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        nonlocal clock
        clock += 0.5
        return linear.of_a_row(values, weight, bias)

    monkeypatch.setattr(linear, "time", SimpleNamespace(perf_counter=lambda: clock))
    layers = [nn.Linear(8, 8).requires_grad_(False) for _ in range(20)]
    assert linear._seconds(slow, [(layer, linear._row(layer)) for layer in layers]) == 10.0


@pytest.mark.parametrize("alone", [True, False])
def test_a_step_runs_on_one_thread_where_more_gain_nothing(monkeypatch: pytest.MonkeyPatch, alone: bool) -> None:
    choose(monkeypatch, torch.nn.functional.linear, alone=alone)
    session = tiny_session()
    linear.quicken(session.model)
    seen = []
    session.model.register_forward_pre_hook(lambda *_: seen.append(torch.get_num_threads()))
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        begun(session)
        session.step()
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)
    assert seen == [2, 1 if alone else 2]
