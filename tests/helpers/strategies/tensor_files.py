"""Safetensors files: a valid one with other arrays, another header, another description in its metadata, or damage.

The library refuses a header that does not fit its file, so most damage to it ends there; arrays of another shape, kind
or content, in a file that is whole, are what readers have to find out themselves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from hypothesis import strategies as st
from safetensors.numpy import load, save

from engine.records import AnyArray
from tests.helpers.strategies.json_files import damaged, written
from tests.helpers.strategies.raw_bytes import damaged_bytes, raw
from tests.helpers.strategies.values import texts

_SPECIAL = (0.0, -1.0, 1.0, float("nan"), float("inf"), float("-inf"), 3e38, -3e38, 1e-40, 2.0**31, 0.5)
_KINDS = ("<f4", "<i4", "<f2", "<i8", "|u1", "|b1", "<f8", "<u4", "<i2", "|i1")


@dataclass(frozen=True)
class TensorFile:
    """What a file holds. `facts` is what its metadata say as JSON under `key`; None: they say nothing."""

    arrays: Mapping[str, AnyArray]
    key: str = ""
    facts: Any = None

    @classmethod
    def of(cls, data: bytes, key: str = "") -> TensorFile:
        """The content of a valid file."""
        return cls(load(data), key, json.loads(_header(data)["__metadata__"][key]) if key else None)

    @property
    def data(self) -> bytes:
        """As a file."""
        said = {self.key: written(self.facts).decode("utf-8")} if self.key else None
        arrays = {name: np.asarray(array, order="C") for name, array in self.arrays.items()}
        data: bytes = save(arrays, said)
        return data


def _header(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    return found


@st.composite
def _other_arrays(draw: st.DrawFn, valid: TensorFile) -> TensorFile:
    arrays = dict(valid.arrays)
    for _ in range(draw(st.integers(1, 2))):
        if arrays:
            _change(draw, arrays, draw(st.sampled_from(sorted(arrays))))
    return replace(valid, arrays=arrays)


def _change(draw: st.DrawFn, arrays: dict[str, AnyArray], name: str) -> None:
    array, what = (
        arrays[name],
        draw(st.sampled_from(("value", "value", "value", "all", "kind", "shape", "gone", "named"))),
    )
    if what in ("value", "all"):
        array = np.array(array)
        special = draw(st.sampled_from(_SPECIAL))
        with np.errstate(all="ignore"):
            value = np.array(special).astype(array.dtype)
        if what == "all":
            array[...] = value
        elif array.size:
            array.reshape(-1)[draw(st.integers(0, array.size - 1))] = value
        arrays[name] = array
    elif what == "kind":
        with np.errstate(all="ignore"):
            arrays[name] = array.astype(draw(st.sampled_from(_KINDS)))
    elif what == "shape":
        arrays[name] = draw(_reshaped(array))
    else:
        del arrays[name]
        if what == "named":
            arrays[draw(st.sampled_from((name + "0", name[:-1], *sorted(arrays)[:5])))] = array


def _reshaped(array: AnyArray) -> st.SearchStrategy[AnyArray]:
    shapes = [array.reshape(-1), array.T, array[None], array[..., None], array[:0], array[:1], array[:-1],
              np.concatenate([array, array])] if array.ndim else [array[None]]  # fmt: skip
    if array.size:
        shapes.append(array.reshape(-1)[0].reshape(()))
    return st.sampled_from(shapes)


@st.composite
def _other_header(draw: st.DrawFn, valid: TensorFile) -> bytes:
    data = valid.data
    start = 8 + int.from_bytes(data[:8], "little")
    header = written(draw(damaged(_header(data))))
    length = draw(st.sampled_from((len(header), len(header), len(header), 0, 1, len(header) - 1, 2**31, 2**63)))
    return length.to_bytes(8, "little") + header + data[start:]


@st.composite
def _other_text(draw: st.DrawFn, valid: TensorFile) -> bytes:
    """The metadata hold another text, or under another name."""
    said = {draw(st.sampled_from((valid.key, "format", ""))): draw(texts).encode("utf-8", "replace").decode()}
    return bytes(save(dict(valid.arrays), said))


def tensor_files(valid: TensorFile) -> st.SearchStrategy[bytes]:
    """Files like that of `valid`."""
    arrays = _other_arrays(valid).map(lambda file: file.data)
    choices = [arrays, arrays, arrays, _other_header(valid), damaged_bytes(valid.data), raw]
    if valid.key:
        facts = damaged(valid.facts).map(lambda facts: replace(valid, facts=facts).data)
        choices += [facts, facts, facts, facts, _other_text(valid)]
    return st.one_of(choices)
