"""A pretended card refuses what a card refuses, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.helpers.pretended import pretended

_REFUSED: dict[str, Callable[[Tensor, Tensor], object]] = {  # of one on the card and one beside it, both [3, 4]
    "a sum": lambda card, host: card + host,
    "a number of the card's": lambda card, host: host + card.sum(),
    "a product": lambda card, host: card @ host.T,
    "a mask": lambda card, host: card.masked_fill(host > 0, 1.0),
    "a choice": lambda card, host: torch.where(host > 0, card, card),
    "gathering": lambda card, host: card.gather(1, host.long()),
    "joining": lambda card, host: torch.cat([card, host]),
    "comparing": torch.equal,
    "the card's index": lambda card, host: host[torch.tensor([0]).to(card.device)],
    "NumPy": lambda card, host: card.numpy(),
    "an array": lambda card, host: np.asarray(card),
    "another's generator": lambda card, host: torch.randn(3, device=card.device, generator=torch.Generator()),
}


@pytest.mark.parametrize("kind", ["cuda", "mps"])
@pytest.mark.parametrize("name", _REFUSED)
def test_what_a_card_refuses(kind: str, name: str) -> None:
    with pretended(kind), pytest.raises((RuntimeError, TypeError)):
        _REFUSED[name](torch.ones(3, 4).to(kind), torch.ones(3, 4))


def test_double_precision_is_refused_by_mps_alone() -> None:
    with pretended("cuda"):
        assert torch.ones(3, device="cuda").double().dtype == torch.float64
    with pretended("mps"), pytest.raises(TypeError, match="float64"):
        torch.ones(3, device="mps").double()


@pytest.mark.parametrize("kind", ["cuda", "mps"])
def test_all_else_is_computed(kind: str) -> None:
    host = torch.arange(12.0).view(3, 4)
    with pretended(kind):
        card = host.to(kind)
        assert card.device == torch.device(kind, 0)
        assert card.to(kind) is card
        assert torch.equal((card @ card.T + torch.tensor(1.0)).cpu(), host @ host.T + 1)
        assert torch.equal(card[:, [0, 2]].cpu(), host[:, [0, 2]])
        assert torch.equal(card[torch.tensor([1])].cpu(), host[[1]])
        changed = card.clone()
        changed[..., [0, 1]] = 0.0
        assert float(changed.sum()) == float(host[:, 2:].sum())
        assert torch.arange(3, device=kind).device.type == kind
        assert card.view(-1)[2:].data_ptr() == card.data_ptr() + 2 * card.element_size()
        before = card._version
        card.add_(1)
        assert card._version == before + 1
    assert not torch.cuda.is_available() or kind != "mps"


def test_gradients_flow() -> None:
    with pretended("cuda", count=2):
        first = torch.ones(2, 2, device="cuda:0").requires_grad_(True)
        value = (first.to("cuda:1") * 3.0).sum()
        assert torch.equal(torch.autograd.grad(value, first)[0].cpu(), torch.full((2, 2), 3.0))
