"""transformers' inside: which attention code a module runs, its masks, the layers of a cache, how GGUF files are read.

- A module reads the name of its attention code from `config._attn_implementation` at every call, and finds the code
  that forms weights as `eager_attention_forward` in its own source file.
- A layer of a DynamicCache grows by concatenation: an update binds new tensors and leaves the old ones as they were.
  So copying the layer objects, not their tensors, gives two caches that go on independently. Layers of other mechanisms
  (convolutions, recurrences) keep dictionaries of states that are overwritten in place: those are copied.
"""

from __future__ import annotations

import copy
import importlib
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface, AutoModelForCausalLM, Cache
from transformers.cache_utils import CacheLayerMixin, DynamicLayer, DynamicSlidingWindowLayer
from transformers.masking_utils import causal_mask_function, eager_mask, sdpa_mask

from engine.libraries.changed import relied_on

__all__ = ["eager_mask", "sdpa_mask"]

Attend = Callable[..., tuple[Tensor, Tensor]]

# -- attention -------------------------------------------------------------------------------------------------------


def reads_attention_name(config: Any) -> bool:
    """Whether a configuration names the attention code of its modules."""
    return hasattr(config, "_attn_implementation")


def attention_name(config: Any) -> str | None:
    """The name of the attention code that modules with this configuration run, None where none is named."""
    name: str | None = getattr(config, "_attn_implementation", None)
    return name


def set_attention_name(config: Any, name: str | None) -> None:
    """Have modules with this configuration run other attention code from their next call on.

    (The library's `set_attn_implementation` walks all modules, costs 0.7 ms for 30 blocks, and refuses families that
    read the attribute by themselves, Falcon among them.)
    """
    config._attn_implementation = name


@relied_on("transformers")
def has_sdpa(config: Any) -> bool:
    """Whether the language models with such a configuration have the attention code "sdpa"."""
    family: Any = AutoModelForCausalLM._model_mapping[type(config)]
    return bool(family._supports_sdpa)


def eager_attention(module: nn.Module) -> Attend:
    """The code of an attention module's own family that forms the weights. Raises KeyError where it has none."""
    found: Attend = vars(sys.modules[type(module).__module__])["eager_attention_forward"]
    return found


def register_attention(name: str, attend: Attend, mask: Callable[..., Any]) -> None:
    """Let `set_attention_name` choose attention code of our own, with the masks it is to be given."""
    AttentionInterface.register(name, attend)
    AttentionMaskInterface.register(name, mask)


def masks_only_the_future(asked: Mapping[str, Any]) -> bool:
    """Whether a mask that the library asks for, by these keyword arguments, hides nothing but what comes later."""
    return asked.get("mask_function") is causal_mask_function and asked.get("attention_mask") is None


# -- caches ----------------------------------------------------------------------------------------------------------


def holds_only_keys(cache: Cache) -> bool:
    """Whether every layer keeps keys and values and nothing besides, such as a convolution's states."""
    return all(_is_plain(layer) for layer in cache.layers)


def keeps_state_in_modules(model: nn.Module) -> bool:
    """Whether the model says that its modules remember the text by themselves, besides any cache."""
    return bool(getattr(model, "_is_stateful", False))


@relied_on("transformers")
def fork(cache: Cache) -> Cache:
    """A cache that holds the same and grows by itself."""
    twin = copy.copy(cache)
    twin.layers = [copy.copy(layer) for layer in cache.layers]
    for layer in twin.layers:
        vars(layer).update(_held_apart(layer))
    return twin


@relied_on("transformers")
def repeated(cache: Cache, times: int) -> Cache:
    """A fork with each row held `times` times along the batch axis, for `times` alternatives at one place."""
    twin = fork(cache)
    for layer in twin.layers:
        if not _is_plain(layer):
            layer.reorder_cache(torch.LongTensor([0] * times))
        elif isinstance(layer, DynamicLayer) and layer.keys is not None and layer.keys.numel():
            layer.keys = layer.keys.expand(times, *layer.keys.shape[1:])
            layer.values = None if layer.values is None else layer.values.expand(times, *layer.values.shape[1:])
    return twin


@relied_on("transformers")
def cut(cache: Cache, length: int) -> Cache | None:
    """A cache of the first `length` positions of `cache`, which stays as it is; None where they are not all there."""
    twin = fork(cache)
    return twin if all(_cut_layer(layer, length) for layer in twin.layers) else None


def take_layers_below(cache: Cache, other: Cache, layer: int) -> None:
    """Have `cache` hold what `other` holds of the blocks below `layer`; the two grow by themselves."""
    cache.layers[:layer] = fork(other).layers[:layer]


@relied_on("transformers")
def contents(cache: Cache) -> list[dict[str, Any]]:
    """What each layer holds, to be put back by `put_back` however the cache has grown meanwhile."""
    return [_held_apart(layer) for layer in cache.layers]


@relied_on("transformers")
def put_back(cache: Cache, held: list[dict[str, Any]]) -> None:
    """Make the cache hold what it held when `contents` was asked for."""
    for layer, content in zip(cache.layers, held, strict=True):
        vars(layer).clear()
        vars(layer).update(content)


@dataclass(frozen=True, eq=False)
class Store:
    """What the tensors of a part lie in, which parts of it share."""

    n_bytes: int


@dataclass(frozen=True, eq=False)
class Part:
    """Keys and values of some consecutive positions, by layer, each [1, heads, length, width]."""

    layers: tuple[tuple[Tensor, Tensor], ...]
    length: int
    store: Store


@relied_on("transformers")
def part_of(cache: Cache, start: int) -> Part | None:
    """A copy of what a cache holds from position `start` on; None where that is nothing, or layers cannot be parted."""
    found: list[tuple[Tensor, Tensor]] = []
    for layer in cache.layers:
        if type(layer) is not DynamicLayer or layer.keys is None or layer.values is None:
            return None
        found.append((layer.keys, layer.values))
    length = cache.get_seq_length() - start
    if not found or length <= 0:
        return None
    if start == 0:
        return Part(tuple(found), length, _store(found))
    copied = [(keys[..., start:, :].clone(), values[..., start:, :].clone()) for keys, values in found]
    return Part(tuple(copied), length, _store(copied))


def part_within(part: Part, low: int, high: int, own: bool = False) -> Part:
    """Positions `low` to `high` of a part: a view of it, or `own`: a copy, where it is not all of it."""
    if (low, high) == (0, part.length):
        return part
    viewed = [(keys[..., low:high, :], values[..., low:high, :]) for keys, values in part.layers]
    if not own:
        return Part(tuple(viewed), high - low, part.store)
    copied = [(keys.clone(), values.clone()) for keys, values in viewed]
    return Part(tuple(copied), high - low, _store(copied))


def joined_to(cache: Cache, parts: Sequence[Part]) -> Cache:
    """The cache, grown by parts."""
    for at, layer in enumerate(cache.layers):
        if isinstance(layer, DynamicLayer) and layer.keys is not None and layer.values is not None:
            layer.keys = torch.cat([layer.keys, *(part.layers[at][0] for part in parts)], dim=-2)
            layer.values = torch.cat([layer.values, *(part.layers[at][1] for part in parts)], dim=-2)
    return cache


def n_bytes(cache: Cache) -> int:
    """Bytes of all that the layers of a cache hold."""
    return sum(_size(value) for layer in cache.layers for value in vars(layer).values())


def _store(layers: Iterable[tuple[Tensor, Tensor]]) -> Store:
    return Store(sum(_size(tensor) for pair in layers for tensor in pair))


def _size(value: Any) -> int:
    if isinstance(value, Mapping):
        return sum(_size(part) for part in value.values())
    return value.numel() * value.element_size() if isinstance(value, Tensor) else 0


def _is_plain(layer: Any) -> bool:
    return type(layer) in (DynamicLayer, DynamicSlidingWindowLayer)


def _held_apart(layer: Any) -> dict[str, Any]:
    """What a layer holds, with copies of what it overwrites in place."""

    def kept(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {name: state.clone() if isinstance(state, Tensor) else state for name, state in value.items()}

    return {name: kept(value) for name, value in vars(layer).items()}


def _cut_layer(layer: Any, length: int) -> bool:
    """Cut a layer of a fork to `length` positions; whether it holds them."""
    if not isinstance(layer, CacheLayerMixin):
        return False
    held = layer.get_seq_length()
    if held == length:
        return True
    if type(layer) is DynamicSlidingWindowLayer and held < layer.sliding_window:
        layer.cumulative_length = length
    elif type(layer) is not DynamicLayer:
        return False
    if layer.keys is None or layer.values is None:
        return False
    layer.keys, layer.values = layer.keys[..., :length, :], layer.values[..., :length, :]
    return True


# -- what it can read ------------------------------------------------------------------------------------------------


@relied_on("transformers")
def decoder_kinds() -> Collection[str]:
    """The values of `model_type` that are language models to this version."""
    from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES

    return MODEL_FOR_CAUSAL_LM_MAPPING_NAMES


@relied_on("transformers")
def gguf_tensor_names(model: nn.Module, architecture: Any) -> set[str]:
    """The names under which a GGUF file of this architecture has the model's tensors."""
    from transformers import modeling_gguf_pytorch_utils

    reading: Any = modeling_gguf_pytorch_utils
    config: Any = model.config
    kind = reading.TENSOR_PROCESSORS.get(architecture, reading.TensorProcessor)
    return set(reading.get_gguf_hf_weights_map(model, kind(config=config.to_dict())))


@contextmanager
def gguf_tensors_counted(counted: Callable[..., Iterator[Any]]) -> Iterator[None]:
    """While open, the reader goes through a file's tensors by `counted` in the place of its progress bar."""
    with _bar_replaced("transformers.modeling_gguf_pytorch_utils", counted):
        yield


@contextmanager
def shards_counted(counted: Callable[..., Iterator[Any]]) -> Iterator[None]:
    """While open, `save_pretrained` goes through the files it writes by `counted` in the place of its progress bar.

    Each is (name of the file, names of its tensors). It has nothing else to go through by a bar.
    """
    with _bar_replaced("transformers.utils.logging", counted):
        yield


@contextmanager
def weights_counted(counted: Callable[..., Iterator[Any]]) -> Iterator[None]:
    """While open, `from_pretrained` goes through a model's tensors by `counted` in the place of its progress bar."""
    with _bar_replaced("transformers.core_model_loading", counted):
        yield


@contextmanager
def _bar_replaced(name: str, counted: Callable[..., Iterator[Any]]) -> Iterator[None]:
    """Where the module has no such bar nothing is counted: what it does is worth more than how far it is."""
    try:
        module: Any = importlib.import_module(name)
        bar, module.tqdm = module.tqdm, counted
    except (AttributeError, ImportError):
        yield
        return
    try:
        yield
    finally:
        module.tqdm = bar
