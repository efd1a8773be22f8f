"""What Orrery relies on inside transformers: each test names what an update of the library has changed."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
import transformers
from torch import Tensor, nn
from transformers import Cache, DynamicCache, LlamaConfig, LlamaForCausalLM

from engine.libraries import transformers_inside as inside

WHERE = f"transformers {transformers.__version__}: "


@pytest.fixture(scope="module")
def model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=50, hidden_size=16, intermediate_size=24, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2,
    )  # fmt: skip
    made: LlamaForCausalLM = LlamaForCausalLM(config).eval()
    return made


def _attention(model: LlamaForCausalLM) -> nn.Module:
    return model.get_submodule("model.layers.0.self_attn")


def _keys(cache: Cache, layer: int) -> Tensor:
    held: Any = cache.layers[layer]
    keys: Tensor = held.keys
    return keys


def _run(model: LlamaForCausalLM, cache: Cache, *ids: int) -> Tensor:
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([ids]), past_key_values=cache, use_cache=True).logits
    assert isinstance(logits, Tensor)
    return logits


def test_a_configuration_names_the_attention_code(model: LlamaForCausalLM) -> None:
    config = _attention(model).config
    assert inside.reads_attention_name(config), WHERE + "a configuration has no `_attn_implementation`"
    assert inside.attention_name(config) == "sdpa", WHERE + "small models are loaded with other attention than sdpa"
    assert not inside.reads_attention_name(object())
    assert inside.attention_name(object()) is None


def test_modules_have_eager_code_that_takes_what_we_give(model: LlamaForCausalLM) -> None:
    eager = inside.eager_attention(_attention(model))
    names = list(inspect.signature(eager).parameters)
    expected = ["module", "query", "key", "value", "attention_mask", "scaling", "dropout"]
    assert names[: len(expected)] == expected, WHERE + f"`eager_attention_forward` takes {names}"
    with pytest.raises(KeyError):
        inside.eager_attention(nn.Linear(2, 2))


def test_attention_code_of_our_own_is_called_by_name_and_given_masks(model: LlamaForCausalLM) -> None:
    asked: list[dict[str, Any]] = []
    seen: list[Any] = []

    def mask(*args: Any, **kwargs: Any) -> Tensor | None:
        asked.append(kwargs)
        made: Tensor | None = inside.eager_mask(*args, **kwargs)
        return made

    def attend(module: nn.Module, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        seen.append(args[3] if len(args) > 3 else kwargs["attention_mask"])
        return inside.eager_attention(module)(module, *args, **kwargs)

    inside.register_attention("orrery_test", attend, mask)
    config, usual = _attention(model).config, _run(model, DynamicCache(config=model.config), 1, 2, 3)
    inside.set_attention_name(config, "orrery_test")
    try:
        ours = _run(model, DynamicCache(config=model.config), 1, 2, 3)
    finally:
        inside.set_attention_name(config, "sdpa")
    assert len(seen) == 2, WHERE + "an attention implementation is not called once for each block"
    assert asked, WHERE + "a registered mask function is not asked"
    assert {"q_length", "mask_function"} <= asked[0].keys(), WHERE + f"masks are asked for by {sorted(asked[0])}"
    assert inside.masks_only_the_future(asked[0]), WHERE + "a causal mask is asked for by another function"
    assert not inside.masks_only_the_future({**asked[0], "attention_mask": torch.ones(1, 3)})
    torch.testing.assert_close(ours, usual, atol=1e-5, rtol=1e-5)


def test_masks_can_be_made_for_any_rows(model: LlamaForCausalLM) -> None:
    names = inspect.signature(inside.sdpa_mask).parameters
    assert {"q_length", "q_offset", "mask_function"} <= names.keys(), WHERE + f"`sdpa_mask` takes {list(names)}"


def test_forks_share_what_they_hold_and_grow_apart(model: LlamaForCausalLM) -> None:
    cache = DynamicCache(config=model.config)
    _run(model, cache, 1, 2, 3)
    assert inside.holds_only_keys(cache), WHERE + "the layers of a plain cache are of another class"
    twin = inside.fork(cache)
    assert _keys(twin, 0) is _keys(cache, 0)
    _run(model, twin, 4)
    assert (cache.get_seq_length(), twin.get_seq_length()) == (3, 4), WHERE + "a layer grows in place: forks are one"


def test_a_cache_that_is_cut_goes_on_as_if_it_had_never_been_longer(model: LlamaForCausalLM) -> None:
    cache, short = DynamicCache(config=model.config), DynamicCache(config=model.config)
    _run(model, cache, 1, 2, 3, 4)
    _run(model, short, 1, 2)
    twin = inside.cut(cache, 2)
    assert twin is not None, WHERE + "a layer of keys and values cannot be cut"
    torch.testing.assert_close(_run(model, twin, 9), _run(model, short, 9))
    assert cache.get_seq_length() == 4


def test_what_was_held_is_put_back(model: LlamaForCausalLM) -> None:
    cache = DynamicCache(config=model.config)
    _run(model, cache, 1, 2, 3)
    held = inside.contents(cache)
    _run(model, cache, 4, 5)
    inside.put_back(cache, held)
    assert cache.get_seq_length() == 3, WHERE + "a layer keeps what it holds elsewhere than in its attributes"


def test_a_cache_is_repeated_along_the_batch(model: LlamaForCausalLM) -> None:
    cache = DynamicCache(config=model.config)
    _run(model, cache, 1, 2, 3)
    rows = inside.repeated(cache, 3)
    with torch.no_grad():
        found = model(input_ids=torch.tensor([[7], [8], [9]]), past_key_values=rows, use_cache=True).logits
    assert isinstance(found, Tensor)
    torch.testing.assert_close(found[1:2], _run(model, cache, 8))


def test_layers_below_are_taken_from_another_cache(model: LlamaForCausalLM) -> None:
    one, other = DynamicCache(config=model.config), DynamicCache(config=model.config)
    _run(model, one, 1, 2)
    _run(model, other, 3, 4)
    inside.take_layers_below(one, other, 1)
    assert torch.equal(_keys(one, 0), _keys(other, 0))
    assert not torch.equal(_keys(one, 1), _keys(other, 1))
    assert not inside.keeps_state_in_modules(model)


def test_language_models_are_known_by_kind() -> None:
    kinds = inside.decoder_kinds()
    assert {"llama", "gpt2"} <= set(kinds), WHERE + "the table of language models holds other names"
    assert "t5" not in kinds


def test_the_reader_of_gguf_names_tensors_and_shows_a_bar(model: LlamaForCausalLM) -> None:
    names = inside.gguf_tensor_names(model, "llama")
    assert "blk.0.attn_q.weight" in names, WHERE + f"GGUF tensors are named {sorted(names)[:3]}"

    def counted(tensors: Any, **_: object) -> Iterator[Any]:
        yield from tensors

    reader: Any = importlib.import_module("transformers.modeling_gguf_pytorch_utils")
    before = reader.tqdm
    with inside.gguf_tensors_counted(counted):
        assert reader.tqdm is counted, WHERE + "the reader has no bar of this name"
    assert reader.tqdm is before


def test_the_writer_goes_through_its_files_with_a_bar(model: LlamaForCausalLM, tmp_path: Path) -> None:
    seen: dict[str, Any] = {}

    def counted(files: Any, **_: object) -> Iterator[Any]:
        for name, tensors in files:
            seen[name] = tensors
            yield name, tensors

    with inside.shards_counted(counted):
        model.save_pretrained(tmp_path, max_shard_size=2**13)
    assert set(seen) == {path.name for path in tmp_path.glob("*.safetensors")}, WHERE + "the writer has no such bar"
    assert {name for tensors in seen.values() for name in tensors} <= set(model.state_dict())
    assert len(seen) > 1


def test_the_loader_goes_through_tensors_with_a_bar(model: LlamaForCausalLM, tmp_path: Path) -> None:
    seen: list[int] = []

    def counted(tensors: Any, **_: object) -> Iterator[Any]:
        for tensor in tensors:
            seen.append(len(tensors))
            yield tensor

    model.save_pretrained(tmp_path)
    with inside.weights_counted(counted):
        LlamaForCausalLM.from_pretrained(tmp_path)
    assert len(seen) == seen[0] > 10, WHERE + "the loader has no bar over all tensors"
    seen.clear()
    LlamaForCausalLM.from_pretrained(tmp_path)
    assert seen == []
