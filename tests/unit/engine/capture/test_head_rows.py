"""Single heads' rows against each family's own eager attention, and how memory grows with the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from engine.capture.head_rows import Kept, OneByOne, Way, agrees, head_rows, quickest
from engine.capture.recognise import describe
from engine.capture.recorder import Want, forward
from engine.errors import InputRefused
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS, sample_ids
from tests.helpers.sessions import hooks_on

QUICK = ("llama", "llama-biases-tied", "mistral", "qwen2", "qwen2-sliding", "qwen3", "gemma", "gemma3", "gpt2", "olmo2")
SINGLY = ("llama", "llama-biases-tied", "mistral", "qwen2", "qwen2-sliding", "qwen3", "gemma", "gemma3")
T = 40  # longer than every sliding window


@pytest.mark.parametrize("family", sorted({**FAMILIES, **MIXTURES}))
def test_rows_are_the_eager_rows(family: str) -> None:
    model = {**FAMILIES, **MIXTURES}[family]()
    anatomy, ids = describe(model), sample_ids(T)
    whole = forward(model, anatomy, ids, want=Want(attn=True))
    assert whole.attn is not None
    assert whole.resid is not None
    for layer in range(anatomy.n_layers):
        rows = head_rows(model, anatomy, layer, whole.resid[:, layer], ids)
        assert rows.length == T
        for head in range(anatomy.n_heads):
            np.testing.assert_allclose(rows.weights(head, 0, T), whole.attn[layer, head], atol=1e-5)
            np.testing.assert_allclose(rows.weights(head, 17, 23), whole.attn[layer, head, 17:23, :23], atol=1e-5)
    if family in QUICK:
        assert isinstance(rows, Kept), "the block's MLP and values need not be computed"
    assert hooks_on(model) == 0
    assert not any("orrery_keep" in module.__dict__ for module in model.modules())


@pytest.mark.parametrize("family", SINGLY)
def test_a_head_made_by_itself_is_the_eager_head(family: str) -> None:
    model = FAMILIES[family]()
    anatomy, ids = describe(model), sample_ids(T)
    whole = forward(model, anatomy, ids, want=Want(attn=True))
    assert whole.attn is not None
    assert whole.resid is not None
    own = {id(module): vars(module).get("forward") for module in model.modules()}
    for layer in range(anatomy.n_layers):
        assert quickest(model, anatomy, layer, whole.resid[:, layer], ids) is Way.ONE_BY_ONE
        rows = head_rows(model, anatomy, layer, whole.resid[:, layer], ids, way=Way.ONE_BY_ONE)
        assert isinstance(rows, OneByOne)
        for head in reversed(range(anatomy.n_heads)):
            np.testing.assert_allclose(rows.weights(head, 0, T), whole.attn[layer, head], atol=1e-5)
            np.testing.assert_allclose(rows.weights(head, 17, 23), whole.attn[layer, head, 17:23, :23], atol=1e-5)
    assert {id(module): vars(module).get("forward") for module in model.modules()} == own


@pytest.mark.parametrize("family", ["olmo2", "gpt2"])
def test_heads_that_cannot_be_had_alone_are_not(family: str) -> None:
    """OLMo 2 norms over all heads; GPT-2's projections are one."""
    model = FAMILIES[family]()
    anatomy, ids = describe(model), sample_ids(T)
    states = forward(model, anatomy, ids, want=Want()).resid
    assert states is not None
    assert not agrees(model, anatomy, 0, states[:, 0], ids, Way.ONE_BY_ONE)
    assert quickest(model, anatomy, 0, states[:, 0], ids) is Way.KEPT


def test_a_projections_own_product_stands_again_afterwards() -> None:
    model = FAMILIES["llama"]()
    anatomy, ids = describe(model), sample_ids(T)
    states = forward(model, anatomy, ids, want=Want()).resid
    assert states is not None
    layer: Any = anatomy.blocks[1].attention
    plain = torch.nn.Linear.forward
    layer.q_proj.forward = own = lambda values: plain(layer.q_proj, values)
    head_rows(model, anatomy, 1, states[:, 1], ids, way=Way.ONE_BY_ONE).weights(0, 0, T)
    assert layer.q_proj.forward is own


def test_a_family_with_attention_of_its_own_is_replayed() -> None:
    for family in ("bloom", "falcon-alibi"):
        model = FAMILIES[family]()
        anatomy, ids = describe(model), sample_ids(T)
        states = forward(model, anatomy, ids, want=Want()).resid
        assert states is not None
        assert not agrees(model, anatomy, 0, states[:, 0], ids)


class Largest(TorchDispatchMode):
    """Remembers the largest tensor that any operation made."""

    numel = 0

    def __torch_dispatch__(
        self, func: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        result = func(*args, **(kwargs or {}))
        for made in result if isinstance(result, tuple) else (result,):
            if isinstance(made, torch.Tensor):
                self.numel = max(self.numel, made.numel())
        return result


@pytest.mark.parametrize("family", ["llama", "qwen2-sliding", "gpt2"])
def test_memory_grows_with_the_text_and_not_with_its_square(family: str) -> None:
    model = FAMILIES[family]()
    anatomy, chunk, largest = describe(model), 32, {}
    for n in (512, 1024):
        states = torch.randn(n, anatomy.d_model, generator=torch.Generator().manual_seed(0))
        if anatomy.position_table is not None:
            model = FAMILIES[family]()
            anatomy = describe(_longer(model, n))
        with Largest() as seen:  # type: ignore[no-untyped-call]
            rows = head_rows(model, anatomy, 1, states)
            for low in range(0, n, chunk):
                rows.weights(0, low, low + chunk)
        largest[n] = seen.numel
        assert seen.numel <= max(2 * chunk * n, n * (anatomy.d_model * 4), 97 * anatomy.d_model), "the stated bound"
    assert largest[1024] <= 2.2 * largest[512]


def _longer(model: Any, n: int) -> Any:
    """The same model with room for n positions."""
    model.transformer.wpe = torch.nn.Embedding(n, model.config.n_embd)
    return model


def test_what_is_not_there_is_refused() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    with pytest.raises(InputRefused):
        head_rows(model, anatomy, 99, torch.zeros(3, anatomy.d_model))
    mamba = OTHERS["mamba"]()
    with pytest.raises(InputRefused):
        head_rows(mamba, describe(mamba), 0, torch.zeros(3, 32))
