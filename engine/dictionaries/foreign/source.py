"""A published dictionary's files: arrays in safetensors or npz, and the JSON beside them. Nothing pickled is opened.

Names and shapes are read first and held against what a format asks for; the numbers are read array by array after that.
What does not fit is a ValueError whose text goes into the brackets of one sentence (`told`).
"""

from __future__ import annotations

import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine import checked_json
from engine.dictionaries.files import MOST_NUMBERS
from engine.errors import InputRefused, JsonProblem, in_short, reason
from engine.sentences import say

Shape = tuple[int, ...]
PICKLED = (".pt", ".pth", ".bin", ".pkl", ".ckpt")
_MOST_ARRAYS = 64
_BROKEN = (OSError, ValueError, KeyError, TypeError, EOFError, SyntaxError, NotImplementedError, RuntimeError,
           OverflowError, zipfile.BadZipFile, zlib.error)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One dictionary's files: what is in them by name, read where it is wanted."""

    path: Path  # of the arrays
    shapes: Mapping[str, Shape]
    facts: Mapping[str, Any] = field(default_factory=dict)  # the JSON beside, empty where there is none
    metadata: Mapping[str, str] = field(default_factory=dict)  # of a safetensors file

    def tensor(self, name: str, *shape: int) -> Tensor:
        """An array as float32, of just this shape. Raises ValueError."""
        if self.shapes.get(name) != shape:
            raise ValueError(f"{name} is {_in_words(self.shapes.get(name))}, not {_in_words(shape)}")
        found = self._read(name)
        if not torch.is_floating_point(found):
            raise ValueError(f"{name} holds no real numbers")
        return found.float().contiguous()

    def number(self, name: str) -> float | None:
        """A single number that stands as an array, None where there is none. Raises ValueError."""
        if name not in self.shapes:
            return None
        if math.prod(self.shapes[name]) != 1:
            raise ValueError(f"{name} is {_in_words(self.shapes[name])}, not one number")
        return float(self._read(name).reshape(()))

    def _read(self, name: str) -> Tensor:
        if self.path.suffix == ".npz":
            with np.load(self.path, allow_pickle=False) as file:
                array = np.ascontiguousarray(file[name])
            if array.dtype.kind not in "fiub":
                raise ValueError(f"{name} holds no numbers")
            return torch.from_numpy(array.astype(np.float32 if array.dtype.kind == "f" else np.int64))
        from safetensors import safe_open

        with safe_open(self.path, framework="pt") as stream:
            found: Tensor = stream.get_tensor(name)
        return found

    def matrix(self, name: str) -> tuple[int, int]:
        """The two sides of a matrix. Raises ValueError."""
        shape = self.shapes.get(name, ())
        if len(shape) != 2 or not 0 < math.prod(shape) <= MOST_NUMBERS:
            raise ValueError(f"{name} is {_in_words(self.shapes.get(name))}, not a matrix that can be read")
        return shape[0], shape[1]


def _in_words(shape: Shape | None) -> str:
    return "missing" if shape is None else "×".join(str(side) for side in shape) or "one number"


@contextmanager
def told(name: str) -> Iterator[None]:
    """Tell what is wrong with a published dictionary in one sentence. Raises InputRefused for what libraries raise."""
    from safetensors import SafetensorError

    try:
        yield
    except InputRefused:
        raise
    except (*_BROKEN, SafetensorError) as error:
        raise InputRefused(
            say(
                "{name} should be a dictionary but cannot be read ({why}). Take another file.",
                name=in_short(name),
                why=in_short(error) if isinstance(error, ValueError) else reason(error),
            )
        ) from error


def opened(path: Path, facts_names: tuple[str, ...]) -> Source:
    """The arrays of a file and the first JSON beside it that is there. Raises what `told` tells."""
    refuse_pickled(path)
    facts: Mapping[str, Any] = {}
    for name in (*facts_names, f"{path.stem}.json"):
        if (path.parent / name).is_file():
            try:
                facts = checked_json.read_object(path.parent / name)
            except JsonProblem as error:
                raise ValueError(f"{name}: {error}") from error
            break
    if path.suffix == ".npz":
        return Source(path, dict(_npz_shapes(path)), facts)
    from safetensors import safe_open

    with safe_open(path, framework="pt") as stream:
        shapes = {key: tuple(stream.get_slice(key).get_shape()) for key in stream.keys()}  # noqa: SIM118 - not a dict
        return Source(path, shapes, facts, dict(stream.metadata() or {}))


def refuse_pickled(path: Path) -> None:
    """Raises InputRefused for files that run as a program when they are opened."""
    if path.suffix.lower() in PICKLED:
        raise InputRefused(
            say(
                "{name} is pickled, which can run any program when it is opened, so Orrery does not. Where you trust "
                "it, convert it in Python: safetensors.torch.save_file(torch.load({name!r}, weights_only=True), "
                "{to!r}), and keep its JSON beside it.",
                name=in_short(path.name),
                to=in_short(f"{path.stem}.safetensors"),
            )
        )


def _npz_shapes(path: Path) -> Iterator[tuple[str, Shape]]:
    """Names and shapes by the arrays' headers, which have to agree with the archive's sizes."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_ARRAYS:
            raise ValueError(f"it holds {len(entries)} arrays")
        for entry in entries:
            with archive.open(entry) as stream:
                version = np.lib.format.read_magic(stream)
                header = np.lib.format.read_array_header_1_0 if version == (1, 0) else _header_2
                shape, _, dtype = header(stream)
                size = math.prod(shape) * dtype.itemsize
                if dtype.hasobject:
                    raise ValueError(f"{entry.filename} is pickled")
                if size != entry.file_size - stream.tell() or math.prod(shape) > MOST_NUMBERS:
                    raise ValueError(f"{entry.filename} has another size than it says")
            yield re.sub(r"\.npy$", "", entry.filename), tuple(int(side) for side in shape)


def _header_2(stream: Any) -> Any:
    return np.lib.format.read_array_header_2_0(stream)
