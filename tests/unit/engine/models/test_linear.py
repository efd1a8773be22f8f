"""The faster product of one row: the same numbers, in one place only, and gone where it must be."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from engine.models import linear

Layers = list[nn.Linear]


@pytest.fixture
def layers(monkeypatch: pytest.MonkeyPatch) -> Layers:
    """Three quickened layers, one with a bias, whatever this machine's speeds."""
    monkeypatch.setattr(linear, "WORTH", 0)
    monkeypatch.setattr(linear, "is_faster", lambda layers: True)
    torch.manual_seed(0)
    found = [nn.Linear(48, 96), nn.Linear(96, 48, bias=False), nn.Linear(48, 301)]
    assert linear.quicken(nn.ModuleList(found).requires_grad_(False))
    return found


@pytest.mark.parametrize("shape", [(48,), (1, 48), (1, 1, 48), (2, 5, 48), (3, 48)])
def test_it_equals_the_exact_product(layers: Layers, shape: tuple[int, ...]) -> None:
    values = torch.randn(shape)
    layer = layers[0]
    exact = values.double() @ layer.weight.double().T + layer.bias.double()
    found = layer(values)
    assert found.shape == exact.shape
    assert found.dtype == torch.float32
    torch.testing.assert_close(found.double(), exact, rtol=0, atol=1e-5)


def test_one_row_takes_the_faster_way_and_more_rows_the_usual_one(
    layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def watched(values: torch.Tensor, *rest: torch.Tensor | None) -> torch.Tensor:
        seen.append(values.shape)
        return values

    monkeypatch.setattr(linear, "of_a_row", watched)
    for rows in (1, 2, 3):
        layers[0](torch.randn(rows, 48))
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
    monkeypatch.setattr(linear, "WORTH", 0)
    monkeypatch.setattr(linear, "is_faster", bool)
    model = nn.Sequential(nn.Linear(8, 8, dtype=dtype)).requires_grad_(False)
    linear.quicken(model)
    assert not linear.is_quick(model[0])


def test_it_is_not_taken_where_it_is_slower_or_wrong_or_nothing_is_to_be_won(monkeypatch: pytest.MonkeyPatch) -> None:
    model = nn.Sequential(nn.Linear(64, 64)).requires_grad_(False)
    assert not linear.quicken(model)  # a few kilobytes
    monkeypatch.setattr(linear, "WORTH", 0)
    monkeypatch.setattr(linear, "is_faster", lambda layers: False)
    assert not linear.quicken(model)
    monkeypatch.setattr(linear, "is_faster", lambda layers: True)
    right = linear.of_a_row
    monkeypatch.setattr(linear, "of_a_row", lambda *given: right(*given) * 1.01)
    assert not linear.quicken(model)
    assert not linear.is_quick(model[0])


def test_the_measurement_tells_slow_from_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    layers = [nn.Linear(64, 64).requires_grad_(False) for _ in range(20)]
    right = linear.of_a_row

    def slow(*given: torch.Tensor) -> torch.Tensor:
        for _ in range(200):
            right(*given)
        return right(*given)

    monkeypatch.setattr(linear, "of_a_row", slow)
    assert not linear.is_faster(layers)
    monkeypatch.setattr(linear, "of_a_row", lambda values, weight, bias: values)
    assert linear.is_faster(layers)
