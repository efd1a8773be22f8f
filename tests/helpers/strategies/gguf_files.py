"""GGUF files: a tiny llama with a vocabulary of valid merges, whose figures, fields and tensors are then damaged.

Layout: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.helpers.strategies.raw_bytes import damaged_bytes, raw
from tests.helpers.strategies.values import TEXTS

_PLAIN = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_U32, _F32, _TEXT, _ARRAY = 4, 6, 8, 9
_ALIGNMENT = 32
WIDTH, MLP, HEADS = 16, 24, 2
_FIGURES = (0, 1, 2, 3, 4, 7, 16, 255, 2**16, 2**24, 2**31 - 1, 2**31, 2**32 - 1)
_KINDS = (0, 1, 2, 3, 8, 10, 12, 14, 24, 30, 35, 99, 2**32 - 1)  # of tensors: floats, quantised ones, unknown ones


@dataclass(frozen=True)
class Field:
    """One entry of the header. Of an array `inner` is the kind of its entries."""

    name: str
    kind: int
    value: Any
    inner: int = _TEXT


@dataclass(frozen=True)
class Tensor:
    """One tensor; `shape` has the fastest axis first. `data` None: as many bytes of ones as it takes in float32."""

    name: str
    shape: tuple[int, ...]
    kind: int = 0
    offset: int | None = None  # None: behind the one before


@dataclass(frozen=True)
class GgufFile:
    """What a file says; the numbers of its tensors follow from their shapes."""

    fields: tuple[Field, ...]
    tensors: tuple[Tensor, ...]
    counts: tuple[int, int] | None = None  # of tensors and fields, where the file is not to say the true ones
    version: int = 3

    @property
    def data(self) -> bytes:
        """As a file."""
        n_tensors, n_fields = self.counts or (len(self.tensors), len(self.fields))
        head = b"GGUF" + struct.pack("<IQQ", self.version, n_tensors, n_fields)
        head += b"".join(_written(field) for field in self.fields)
        body = b""
        for tensor in self.tensors:
            at = len(body) if tensor.offset is None else tensor.offset
            head += _text(tensor.name) + struct.pack(f"<I{len(tensor.shape)}Q", len(tensor.shape), *tensor.shape)
            head += struct.pack("<IQ", tensor.kind, at)
            body += _numbers(tensor)
            body += bytes(-len(body) % _ALIGNMENT)
        return head + bytes(-len(head) % _ALIGNMENT) + body


def _text(text: str) -> bytes:
    raw_text = text.encode("utf-8", "surrogatepass")
    return struct.pack("<Q", len(raw_text)) + raw_text


def _written(field: Field) -> bytes:
    begin = _text(field.name) + struct.pack("<I", field.kind)
    if field.kind == _ARRAY:
        return (
            begin
            + struct.pack("<IQ", field.inner, len(field.value))
            + b"".join(_value(field.inner, it) for it in field.value)
        )
    return begin + _value(field.kind, field.value)


def _value(kind: int, value: Any) -> bytes:
    if kind == _TEXT:
        return _text(str(value))
    if kind not in _PLAIN:
        return b"\x01" * 8
    if kind in (6, 12):
        return struct.pack("<" + _PLAIN[kind], float(value))
    size = struct.calcsize("<" + _PLAIN[kind])
    whole: int = int(value) % 256**size
    return whole.to_bytes(size, "little")


def _numbers(tensor: Tensor) -> bytes:
    """Small numbers that depend on the name, in float32; as many as there should be, up to a limit."""
    count = min(int(np.prod(tensor.shape, dtype=object)) if tensor.shape else 1, 2**16)
    spread = 1.0 if "norm" in tensor.name else 0.05 * np.cos(np.arange(count) * (1 + len(tensor.name)))
    return bytes(np.broadcast_to(np.asarray(spread, np.float32), (count,)).tobytes())


def _alphabet() -> list[str]:
    from engine.models.vocabulary import byte_alphabet

    return [chr(code) for code in byte_alphabet()]


@st.composite
def valid_files(draw: st.DrawFn) -> GgufFile:
    """A llama of one or two blocks, with the bytes and up to ten merges of them as tokens."""
    tokens, merges = ["<|end|>", *_alphabet()], []
    for _ in range(draw(st.integers(0, 10))):
        one, other = (draw(st.sampled_from(tokens[60:])) for _ in range(2))
        if one + other not in tokens:
            tokens.append(one + other)
            merges.append(f"{one} {other}")
    blocks = draw(st.integers(1, 2))
    numbers = {"context_length": 64, "embedding_length": WIDTH, "block_count": blocks, "feed_forward_length": MLP,
               "attention.head_count": HEADS, "attention.head_count_kv": HEADS, "rope.dimension_count": WIDTH // HEADS,
               "vocab_size": len(tokens)}  # fmt: skip
    fields = [
        Field("general.architecture", _TEXT, "llama"),
        Field("general.name", _TEXT, "a name"),
        *(Field(f"llama.{name}", _U32, value) for name, value in numbers.items()),
        Field("llama.attention.layer_norm_rms_epsilon", _F32, 1e-5),
        Field("tokenizer.ggml.model", _TEXT, "gpt2"),
        Field("tokenizer.ggml.pre", _TEXT, draw(st.sampled_from(("gpt-2", "smollm", "llama-bpe", "qwen2")))),
        Field("tokenizer.ggml.tokens", _ARRAY, tokens),
        Field("tokenizer.ggml.token_type", _ARRAY, [3] + [1] * (len(tokens) - 1), 5),
        Field("tokenizer.ggml.merges", _ARRAY, merges),
        Field("tokenizer.ggml.bos_token_id", _U32, 0),
        Field("tokenizer.ggml.eos_token_id", _U32, 0),
        Field("tokenizer.chat_template", _TEXT, "{{ messages[0]['content'] }}"),
    ]
    return GgufFile(tuple(fields), tuple(_tensors(blocks, len(tokens))))


def _tensors(blocks: int, n_tokens: int) -> list[Tensor]:
    square, norm = (WIDTH, WIDTH), (WIDTH,)
    of_block = {"attn_q": square, "attn_k": square, "attn_v": square, "attn_output": square,
                "attn_norm": norm, "ffn_norm": norm, "ffn_gate": (WIDTH, MLP), "ffn_up": (WIDTH, MLP),
                "ffn_down": (MLP, WIDTH)}  # fmt: skip
    found = [Tensor("token_embd.weight", (WIDTH, n_tokens)), Tensor("output_norm.weight", norm),
             Tensor("output.weight", (WIDTH, n_tokens))]  # fmt: skip
    found += [Tensor(f"blk.{n}.{name}.weight", shape) for n in range(blocks) for name, shape in of_block.items()]
    return found


@st.composite
def _other(draw: st.DrawFn) -> GgufFile:
    """A valid file in which one or two things are not as they should be."""
    file = draw(valid_files())
    for _ in range(draw(st.integers(1, 2))):
        what = draw(st.sampled_from(("figure", "figure", "field", "list", "tensor", "counts")))
        if what == "counts":
            big = st.sampled_from((0, 1, 2**16, 2**32, 2**60, 2**64 - 1))
            file = replace(file, counts=(draw(big), draw(big)), version=draw(st.sampled_from((2, 3))))
        elif what == "tensor":
            file = replace(file, tensors=_exchanged(draw, file.tensors, _other_tensor))
        else:
            kinds = {"figure": (_U32, _F32), "field": (_U32, _F32, _TEXT, _ARRAY), "list": (_ARRAY,)}[what]
            change = {"figure": _other_figure, "field": _other_field, "list": _other_list}[what]
            there = [field for field in file.fields if field.kind in kinds]
            if there:
                old = draw(st.sampled_from(there))
                new = change(draw, old)
                file = replace(
                    file, fields=tuple(it for field in file.fields for it in (new if field is old else (field,)))
                )
    return file


def _exchanged(draw: st.DrawFn, there: tuple[Any, ...], change: Any) -> tuple[Any, ...]:
    if not there:
        return there
    at = draw(st.integers(0, len(there) - 1))
    return (*there[:at], *change(draw, there[at]), *there[at + 1 :])


def _other_figure(draw: st.DrawFn, field: Field) -> tuple[Field, ...]:
    return (
        (replace(field, value=draw(st.sampled_from((*_FIGURES, float("inf"), float("nan"), -1.0)))),)
        if (field.kind == _F32)
        else (replace(field, value=draw(st.sampled_from(_FIGURES))),)
    )


def _other_field(draw: st.DrawFn, field: Field) -> tuple[Field, ...]:
    """Of another kind, gone, named otherwise, or there twice."""
    what = draw(st.sampled_from(("kind", "gone", "name", "twice", "text")))
    if what == "kind" and field.kind in _PLAIN:
        return (replace(field, kind=draw(st.sampled_from((*_PLAIN, _TEXT, 13, 2**31)))),)
    if what == "name":
        return (
            replace(
                field, name=draw(st.sampled_from((field.name + "x", "", "llama.", "gpt2.block_count", "split.count")))
            ),
        )
    if what == "twice":
        return (field, field)
    if what == "text" and field.kind == _TEXT:
        names = ("gpt2", "llama", "qwen2", "gemma3", "moon", "bert", "default", "{{ 1 / 0 }}")
        return (replace(field, value=draw(st.sampled_from((*names, *TEXTS)))),)
    return ()


def _other_list(draw: st.DrawFn, field: Field) -> tuple[Field, ...]:
    """Shorter, longer, of odd entries, or of another kind."""
    value = list(field.value)
    what = draw(st.sampled_from(("short", "long", "entry", "kind", "empty", "same")))
    if what == "short":
        value = value[: draw(st.integers(0, max(len(value) - 1, 0)))]
    elif what == "long":
        value += value[-draw(st.integers(1, 3)) :]
    elif what == "empty":
        value = []
    elif what == "same":
        value = value[:1] * len(value)
    elif what == "entry" and value:
        odd = TEXTS if field.inner == _TEXT else (-1, 0, 2, 6, 7, 2**31 - 1)
        value[draw(st.integers(0, len(value) - 1))] = draw(st.sampled_from(odd))
    elif what == "kind" and field.inner != _TEXT:
        return (replace(field, inner=draw(st.sampled_from(tuple(_PLAIN)))),)
    return (replace(field, value=value),)


def _other_tensor(draw: st.DrawFn, tensor: Tensor) -> tuple[Tensor, ...]:
    what = draw(st.sampled_from(("gone", "name", "shape", "kind", "offset", "twice")))
    if what == "name":
        names = ("", "x", "blk.99.attn_q.weight", "blk.0.attn_q.bias", "rope_freqs.weight", tensor.name + "x" * 80)
        return (replace(tensor, name=draw(st.sampled_from(names))),)
    if what == "shape":
        first, *others = tensor.shape
        shapes = (tensor.shape[::-1], (*tensor.shape, 1), tensor.shape[:1], (), (0,), (2**40, 2**40), (2**63, 2),
                  (1,) * 5, (first * 2, *others), (max(first // 2, 1), *others))  # fmt: skip
        return (replace(tensor, shape=draw(st.sampled_from(shapes))),)
    if what == "kind":
        return (replace(tensor, kind=draw(st.sampled_from(_KINDS))),)
    if what == "offset":
        return (replace(tensor, offset=draw(st.sampled_from((0, 1, 31, 32, 2**20, 2**40, 2**63, 2**64 - 1)))),)
    return (tensor, tensor) if what == "twice" else ()


_others = _other().map(lambda file: file.data)
gguf_files = st.one_of(_others, _others, _others, valid_files().map(lambda file: file.data).flatmap(damaged_bytes), raw)
