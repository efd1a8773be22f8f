"""What Orrery relies on inside torch: the test names what an update of the library has changed."""

from __future__ import annotations

import pytest
import torch

from engine.libraries import torch_inside
from engine.libraries.torch_inside import integer_products, integer_products_are_exact

WHERE = f"torch {torch.__version__}: "


def test_products_of_8_bit_integers_have_32_bit_sums() -> None:
    assert hasattr(torch, "_int_mm"), WHERE + "there is no `_int_mm`"
    a, b = torch.randint(-127, 128, (1, 96), dtype=torch.int8), torch.randint(-127, 128, (96, 300), dtype=torch.int8)
    if not integer_products_are_exact(96):
        pytest.skip("this processor adds pairs of products in 16 bits, or has no code for them")
    found = integer_products(a, b)
    assert found.dtype == torch.int32, WHERE + "`_int_mm` gives another kind of number"
    assert torch.equal(found.long(), a.long() @ b.long())
    assert torch.equal(integer_products(a, b.T.contiguous().T), found), WHERE + "`_int_mm` takes no transposed matrix"


def _missing(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    raise NotImplementedError


def _offset(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """As processors do that multiply unsigned by signed integers and add pairs of products in 16 bits."""
    pairs = ((a.long() + 128)[:, :, None] * b.long()[None]).unflatten(1, (-1, 2)).sum(dim=2)
    sums: torch.Tensor = pairs.clamp(-(2**15), 2**15 - 1).sum(dim=1) - 128 * b.long().sum(dim=0)
    return sums.int()


@pytest.mark.parametrize("products", [_offset, _missing])
def test_a_processor_that_does_not_sum_exactly_is_known(products: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_inside, "integer_products", products)
    assert not integer_products_are_exact(64)
