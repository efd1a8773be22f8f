"""A GGUF file's header, read with limits: what it says of itself, and the names, shapes and places of its tensors.

The gguf package's own reader takes every count in the file at its word: an array said to have 2^60 entries is gone
through entry by entry while memory grows, and nothing can stop it. Here each count is held against the bytes there are
before it is followed, and a person's stop is looked for on the way. Arrays of a vocabulary are passed over (only how
long they are is kept), so this takes a fraction of what the package's reader does.
Source of the layout: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import math
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import ModelUnusable, in_short, shown
from engine.models.words import Stop, check
from engine.sentences import say

_PLAIN = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_TEXT, _ARRAY = 8, 9
_MOST_DIMENSIONS, _MOST_NESTED = 8, 4
_LONGEST_TEXT, _LONGEST_LIST = 2**16, 2**16  # kept; longer ones are passed over
_LOOK_EVERY = 4096  # entries of an array between two looks whether a person asked for the end


@dataclass(frozen=True)
class Array:
    """An array of the header: how long it is, and its numbers where there are few."""

    length: int
    values: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Header:
    """What a GGUF file says of itself. A tensor's shape has the fastest axis first, as GGUF writes it."""

    fields: dict[str, Any]  # numbers, texts, and arrays
    shapes: dict[str, tuple[int, ...]]

    @property
    def architecture(self) -> str:
        """The name of the model's family, "" where there is none."""
        return str(self.fields.get("general.architecture", ""))


class _Damaged(Exception):
    """The file ends before what it announces."""


def read_header(path: Path, stop: Stop) -> Header:
    """Read and check the header.

    Raises:
        ModelUnusable: it is cut off, or its counts go beyond its bytes. Stopped: a person asked for the end.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        try:
            return _Reader(data, stop).header()
        except (_Damaged, struct.error) as error:
            raise ModelUnusable(
                say("{path} is truncated or damaged ({error}). Get it again from its source.", path=path, error=error)
            ) from error


class _Reader:
    """Goes through the bytes once, from the front."""

    def __init__(self, data: mmap.mmap, stop: Stop) -> None:
        self._data = data
        self._size = len(data)
        self._at = 8  # behind the magic and the version, which were looked at before
        self._stop = stop

    def header(self) -> Header:
        n_tensors, n_fields = self._take("QQ")
        self._require(n_tensors, 24, say("tensors"))
        self._require(n_fields, 13, say("fields"))
        fields = {}
        for _ in range(n_fields):
            check(self._stop)
            name = self._text()
            fields[name] = self._value(self._one("I"))
        places = [self._tensor() for _ in range(n_tensors)]
        alignment = fields.get("general.alignment", 32)
        if not isinstance(alignment, int) or not 1 <= alignment <= 2**20:
            raise _Damaged(say("its alignment is {alignment}", alignment=shown(alignment, 40)))
        start = -(-self._at // alignment) * alignment
        for name, _, end in places:
            if start + end > self._size:
                raise _Damaged(
                    say(
                        "the tensor {name} ends beyond the file's {size:,} bytes",
                        name=in_short(name, 60),
                        size=self._size,
                    )
                )
        return Header(fields, {name: shape for name, shape, _ in places})

    def _take(self, kinds: str) -> tuple[Any, ...]:
        size = struct.calcsize("<" + kinds)
        if self._at + size > self._size:
            raise _Damaged(say("its header goes beyond its {size:,} bytes", size=self._size))
        found = struct.unpack_from("<" + kinds, self._data, self._at)
        self._at += size
        return found

    def _one(self, kind: str) -> Any:
        return self._take(kind)[0]

    def _require(self, count: int, least: int, what: str) -> None:
        """So many things of at least so many bytes each must fit into what is left of the file."""
        if count * least > self._size - self._at:
            raise _Damaged(say("it announces {count:,} {what}, for which it is too short", count=count, what=what))

    def _text(self, keep: bool = True) -> str:
        length = self._one("Q")
        self._require(length, 1, say("bytes of text"))
        start, self._at = self._at, self._at + length
        return self._data[start : start + min(length, _LONGEST_TEXT)].decode("utf-8", "replace") if keep else ""

    def _value(self, kind: int, nested: int = 0) -> Any:
        if kind in _PLAIN:
            return self._one(_PLAIN[kind])
        if kind == _TEXT:
            return self._text()
        if kind != _ARRAY or nested > _MOST_NESTED:
            raise _Damaged(say("it has a field of the unknown kind {kind}", kind=kind))
        inner, length = self._take("IQ")
        if inner in _PLAIN:
            return self._numbers(_PLAIN[inner], length)
        self._require(length, 8, say("entries"))
        for index in range(length):
            if index % _LOOK_EVERY == 0:
                check(self._stop)
            self._text(keep=False) if inner == _TEXT else self._value(inner, nested + 1)
        return Array(length)

    def _numbers(self, kind: str, length: int) -> Array:
        size = struct.calcsize("<" + kind)
        self._require(length, size, say("numbers"))
        if length <= _LONGEST_LIST:
            return Array(length, self._take(f"{length}{kind}"))
        self._at += length * size
        return Array(length)

    def _tensor(self) -> tuple[str, tuple[int, ...], int]:
        """Name, shape, and where its data end, counted from where all data begin."""
        from gguf import GGML_QUANT_SIZES

        check(self._stop)
        name = self._text()
        count = self._one("I")
        if count > _MOST_DIMENSIONS:
            raise _Damaged(say("the tensor {name} has {count:,} axes", name=in_short(name, 60), count=count))
        shape = self._take(f"{count}Q")
        kind, offset = self._take("IQ")
        sizes = {int(known): size for known, size in GGML_QUANT_SIZES.items()}
        if kind not in sizes:
            raise _Damaged(say("the tensor {name} is of the unknown kind {kind}", name=in_short(name, 60), kind=kind))
        block, n_bytes = sizes[kind]
        return name, shape, offset + math.prod(shape) // block * n_bytes
