"""Whether the figures of a GGUF's header can be those of its tensors, asked before anything is built by them.

transformers builds the model that the header describes and only then looks for its tensors: two million blocks of a
file that holds two grow by 35 MB a second, deaf to any stop. What a figure sizes has an axis in some tensor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.errors import ModelUnusable, shown
from engine.models.gguf_header import Array, Header
from engine.sentences import say

_BLOCK = re.compile(r"blk\.(\d{1,9})\.")
_SIZED = {  # what may be 0 may not be where there are such tensors: families divide by it
    "attention.head_count": re.compile(r"blk\.\d{1,9}\.attn_(q|qkv)\.weight"),
    "attention.head_count_kv": re.compile(r"blk\.\d{1,9}\.attn_k\.weight"),
    "feed_forward_length": re.compile(r"blk\.\d{1,9}\.ffn_(up|down)\.weight"),
}
_EMBEDDING = "token_embd.weight"
# Fields below the architecture's name that size the model.
_SIZES = ("embedding_length", "feed_forward_length", "vocab_size", "attention.head_count", "attention.head_count_kv",
          "attention.key_length", "attention.value_length", "rope.dimension_count", "expert_count", "expert_used_count",
          "expert_feed_forward_length")  # fmt: skip
_MAY_BE_ZERO = ("attention.head_count_kv", "feed_forward_length", "expert_count", "expert_used_count",
                "expert_feed_forward_length", "attention.head_count", "vocab_size", "rope.dimension_count")  # fmt: skip
_LONGEST_CONTEXT = 2**31 - 1
_IDS = ("bos", "eos", "unknown", "padding", "separator")


def require_possible(path: Path, header: Header) -> None:
    """Refuse figures that the file's tensors cannot have. Raises ModelUnusable, which names the first of them.

    One part of a model that was split holds only some of its tensors; it is refused as such (`gguf_check`).
    """
    if header.fields.get("split.count", 1) not in (0, 1):
        return
    for problem in _problems(header):
        raise ModelUnusable(
            say(
                "{path} does not hold together: {problem}. Get it again, or from another source.",
                path=path,
                problem=problem,
            )
        )


def _problems(header: Header) -> Iterator[str]:
    if not header.shapes:
        yield "it holds no tensors"
        return
    yield from _blocks(header)
    most = max((axis for shape in header.shapes.values() for axis in shape), default=0)
    for name in _SIZES:
        lowest = 0 if name in _MAY_BE_ZERO else 1
        for value in _numbers(header, name):
            if not _is_whole(value, lowest, most):
                yield f"it says {name} {shown(value, 40)}, and its largest tensor has an axis of {most:,}"
    for name, of_it in _SIZED.items():
        there = next((tensor for tensor in header.shapes if of_it.fullmatch(tensor)), None)
        if there and (numbers := _numbers(header, name)) and not any(numbers):
            yield f"it says {name} 0, and holds {there}"
    width, shape = _field(header, "embedding_length"), header.shapes.get(_EMBEDDING)
    if shape and len(shape) == 2 and _is_whole(width, 1) and width != shape[0]:
        yield f"it says embedding_length {width:,}, and its embedding has {shape[0]:,} columns"
    context = _field(header, "context_length")
    if context is not None and not _is_whole(context, 1, _LONGEST_CONTEXT):
        yield f"it says context_length {shown(context, 40)}"
    yield from _vocabulary(header, shape)


def _blocks(header: Header) -> Iterator[str]:
    there = {int(found[1]) for name in header.shapes if (found := _BLOCK.match(name))}
    said = _field(header, "block_count")
    if said is not None and not _is_whole(said, 1, max(len(there), 1)):
        yield f"it says block_count {shown(said, 40)}, and holds tensors of {len(there):,} blocks"


def _vocabulary(header: Header, embedding: tuple[int, ...] | None) -> Iterator[str]:
    tokens = header.fields.get("tokenizer.ggml.tokens")
    if not isinstance(tokens, Array):
        return
    if embedding and len(embedding) == 2 and tokens.length > embedding[1]:
        yield f"it has {tokens.length:,} tokens, and its embedding has {embedding[1]:,} rows"
    for name in ("scores", "token_type"):
        beside = header.fields.get(f"tokenizer.ggml.{name}")
        if isinstance(beside, Array) and beside.length != tokens.length:
            yield f"it has {tokens.length:,} tokens and {beside.length:,} {name}"
    for name in _IDS:
        token = header.fields.get(f"tokenizer.ggml.{name}_token_id")
        if token is not None and token != 2**32 - 1 and not _is_whole(token, 0, tokens.length - 1):
            yield f"its {name} token is {shown(token, 40)}, and it has {tokens.length:,} tokens"


def _field(header: Header, name: str) -> Any:
    return header.fields.get(f"{header.architecture}.{name}")


def _numbers(header: Header, name: str) -> tuple[Any, ...]:
    """A field's value, or those of each block."""
    value = _field(header, name)
    if isinstance(value, Array):
        return value.values
    return () if value is None else (value,)


def _is_whole(value: Any, low: int, high: int = 2**63) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
