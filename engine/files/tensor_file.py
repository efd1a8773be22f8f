"""Safetensors files written array by array and as a whole or not at all.

The library's own `save_file` needs every array and a copy of it in memory; a run's attention alone may be a gigabyte.
The format is a length, a JSON header and the arrays one after the other, so arrays can be made one at a time while the
file grows beside its place. Reading is left to the library, which checks the header.
"""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import DiskProblem, InputRefused
from engine.folders import elsewhere
from engine.records import AnyArray
from engine.sentences import say

# All that numpy and the format have in common: what was read from a foreign file can be written again.
_NAMES = {"<f8": "F64", "<f4": "F32", "<f2": "F16", "<i8": "I64", "<i4": "I32", "<i2": "I16", "|i1": "I8", "<u8": "U64",
          "<u4": "U32", "<u2": "U16", "|u1": "U8", "|b1": "BOOL"}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One array to be written: its dtype and shape beforehand, itself when its turn comes."""

    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    make: Callable[[], AnyArray]

    @property
    def n_bytes(self) -> int:
        """Its size in the file."""
        return int(np.prod(self.shape, dtype=np.int64)) * self.dtype.itemsize


def held(array: AnyArray) -> Entry:
    """The entry of an array that is there already."""
    return Entry(array.dtype, array.shape, lambda: array)


def write(path: Path, entries: Mapping[str, Entry], metadata: Mapping[str, str]) -> None:
    """Write the arrays to `path`, replacing what was there only once all is on disk.

    Raises:
        DiskProblem: the disk is full, or the folder is not there or not writable.
    """
    header = _header(entries, metadata)
    total = 8 + len(header) + sum(entry.n_bytes for entry in entries.values())
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(len(header).to_bytes(8, "little"))
            file.write(header)
            for entry in entries.values():
                file.write(np.ascontiguousarray(entry.make(), entry.dtype).data)
            file.flush()
            os.fsync(file.fileno())
        _give_usual_mode(Path(name))
        Path(name).replace(path)
    except OSError as error:
        raise _problem(path, total, error) from error
    finally:
        Path(name).unlink(missing_ok=True) if name else None


def _header(entries: Mapping[str, Entry], metadata: Mapping[str, str]) -> bytes:
    fields: dict[str, Any] = {"__metadata__": dict(metadata)}
    begin = 0
    for name, entry in entries.items():
        end = begin + entry.n_bytes
        fields[name] = {"dtype": _NAMES[entry.dtype.str], "shape": list(entry.shape), "data_offsets": [begin, end]}
        begin = end
    text = json.dumps(fields, separators=(",", ":")).encode()
    return text + b" " * (-len(text) % 8)


def _give_usual_mode(path: Path) -> None:
    """The permissions a file made by open() would have; mkstemp's are for its owner only."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _problem(path: Path, total: int, error: OSError) -> DiskProblem:
    what = {"name": path.name, "folder": path.parent, "why": error.strerror or error, "elsewhere": elsewhere(error)}
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskProblem(
            say(
                "{name} could not be saved to {folder} ({why}); it takes {size:.1f} MB. {elsewhere}; nothing was "
                "changed.",
                size=max(total, 10**5) / 1e6,
                **what,
            )
        )
    return DiskProblem(say("{name} could not be saved to {folder} ({why}). {elsewhere}; nothing was changed.", **what))


def require_free(path: Path, overwrite: bool) -> None:
    """Find out before the work whether a file that a person named is there already; it is replaced only on demand.

    Raises:
        InputRefused: it is there, and nobody said `overwrite`.
    """
    if path.is_file() and not overwrite:
        raise InputRefused(say("{path} is there already. Name another file, or give --overwrite.", path=path))


def require_writable(path: Path) -> None:
    """Find out before the work whether its result can be put at `path`.

    Raises:
        DiskProblem: the folder is not there or not writable, or `path` is a folder.
    """
    if not path.parent.is_dir():
        raise DiskProblem(
            say("The folder {folder} does not exist. Create it, or choose another one.", folder=path.parent)
        )
    if path.is_dir():
        raise DiskProblem(say("{path} is a folder. Give the name of a file in it.", path=path))
    if not os.access(path.parent, os.W_OK):
        raise DiskProblem(
            say("You cannot write to the folder {folder}. Change that, or choose another one.", folder=path.parent)
        )
