"""Whether a folder can be loaded at all, said before the load in a sentence rather than during it in a trace.

Only safetensors weights are taken: unpickling a `.bin` file would run whatever its maker wrote into it. The header
of a safetensors file says how long the file must be, so a truncated one is known at once; that every number is
finite, and the hash, are found in one pass and remembered (`verified.remember`), so second starts skip both.
"""

from __future__ import annotations

import hashlib
import math
import os
import struct
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from engine import checked_json
from engine.errors import JsonProblem, ModelUnusable, in_short, reason
from engine.models import verified
from engine.models.words import Progress, Stop, check, sha256_of, silent
from engine.sentences import say

_INDEX = "model.safetensors.index.json"
_SINGLE = "model.safetensors"
_LONGEST_HEADER = 100 * 10**6  # bytes; the format's own limit
_BITS = {
    "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "U16": 16, "I16": 16, "F16": 16, "BF16": 16, "U32": 32, "I32": 32, "F32": 32,
    "U64": 64, "I64": 64, "F64": 64, "C64": 64,
}  # fmt: skip


@dataclass(frozen=True)
class Weights:
    """The weight files of a folder, headers read and lengths checked."""

    files: tuple[Path, ...]
    n_parameters: int
    n_bytes: int
    n_tensors: int


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file of a model. Raises ModelUnusable."""
    try:
        return checked_json.read_object(path, _LONGEST_HEADER)
    except (OSError, JsonProblem) as error:
        raise ModelUnusable(
            say("{path} cannot be read as JSON ({error}). Get the model again from its source.", path=path, error=error)
        ) from error


def examine(folder: Path) -> Weights:
    """Find the folder's weight files and check that each is whole.

    Raises:
        ModelUnusable: there are none, one is missing, truncated or foreign, or there are only pickled ones.
    """
    files = _files(folder)
    shapes: dict[str, list[int]] = {}
    for path in files:
        header = header_of(path)
        for name in sorted(header.keys() & shapes.keys()):
            raise ModelUnusable(
                say(
                    "{name} stands in two weight files of {folder} (one is {file}). Get it again from its source.",
                    name=in_short(name),
                    folder=folder,
                    file=path.name,
                )
            )
        shapes |= {name: entry["shape"] for name, entry in header.items()}
    n_bytes = sum(path.stat().st_size for path in files)
    return Weights(tuple(files), sum(math.prod(shape) for shape in shapes.values()), n_bytes, len(shapes))


def _files(folder: Path) -> list[Path]:
    if (folder / _INDEX).is_file():
        names = _named(folder / _INDEX)
        missing = [name for name in names if not os.path.isfile(folder / name)]  # noqa: PTH113 - is_file raises for some
        if missing:
            some = ", ".join(in_short(name, 60) for name in missing[:3])
            raise ModelUnusable(
                say(
                    "{folder} lacks {n} of its {all} weight files ({some}). Get it again from its source.",
                    folder=folder,
                    n=len(missing),
                    all=len(names),
                    some=some,
                )
            )
        return [folder / name for name in names]
    if (folder / _SINGLE).is_file():
        return [folder / _SINGLE]
    pickled = [path.name for pattern in ("*.bin", "*.pt", "*.pth", "*.ckpt") for path in sorted(folder.glob(pattern))]
    if pickled:
        raise ModelUnusable(
            say(
                "{folder} has its weights only as {pickled}, a pickle, which can run any program when it is "
                "opened. Orrery reads safetensors only: fetch that format, or convert the file on a machine you "
                "trust.",
                folder=folder,
                pickled=pickled[0],
            )
        )
    raise ModelUnusable(
        say("{folder} holds no weights: {single} or {index} was expected.", folder=folder, single=_SINGLE, index=_INDEX)
    )


def _named(index: Path) -> list[str]:
    """The weight files that an index names, all of them in its own folder.

    Raises:
        ModelUnusable: it names none, or one elsewhere: a model reads no other files of this computer.
    """
    where = read_json(index).get("weight_map")
    names = sorted(set(map(str, where.values()))) if isinstance(where, dict) else []
    if not names:
        raise ModelUnusable(say("{index} names no weight files. Get the model again from its source.", index=index))
    for name in names:
        if any(PureWindowsPath(name).anchor or ".." in kind(name).parts for kind in (PurePosixPath, PureWindowsPath)):
            raise ModelUnusable(
                say(
                    "{index} names a weight file outside of the model's folder ({name}), which is not read. Get the "
                    "model again from its source, or put its weights beside the index.",
                    index=index,
                    name=in_short(name),
                )
            )
    return names


def header_of(path: Path) -> dict[str, Any]:
    """The tensors of a safetensors file whose length is as its header says. Raises ModelUnusable."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        n_header = struct.unpack("<Q", start)[0] if len(start) == 8 else _LONGEST_HEADER + 1
        if n_header > min(_LONGEST_HEADER, size):
            raise ModelUnusable(
                say(
                    "{path} is not a safetensors file, or is cut off in its header. Get it again from its source.",
                    path=path,
                )
            )
        try:
            header = checked_json.parsed_object(file.read(n_header), _LONGEST_HEADER)
            header.pop("__metadata__", None)
            expected = 8 + n_header + max((_end_of(entry) for entry in header.values()), default=0)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise ModelUnusable(
                say("{path} has a damaged safetensors header. Get it again from its source.", path=path)
            ) from error
    if size != expected:
        raise ModelUnusable(
            say(
                "{path} is truncated: {expected:,} bytes expected, {size:,} met. Get it again from its source.",
                path=path,
                expected=expected,
                size=size,
            )
        )
    return dict(header)


def _end_of(entry: dict[str, Any]) -> int:
    """Where a tensor's bytes end, of which there are as many as its shape says. Raises what damage leads to."""
    begin, end = entry["data_offsets"]
    if any(type(number) is not int or number < 0 for number in (begin, end, *entry["shape"])):
        raise ValueError
    bits = _BITS.get(entry["dtype"])  # of a kind that is not known the library says so
    if bits is not None and math.prod(entry["shape"]) * bits != (end - begin) * 8:
        raise ValueError
    return int(end)


def require_finite(weights: Weights, progress: Progress = silent, stop: Stop = lambda: False) -> None:
    """Check, once per file, that every weight is a finite number.

    Raises:
        ModelUnusable: one is NaN or infinite; the sentence names its tensor.
    """
    from safetensors import SafetensorError, safe_open

    for path in weights.files:
        if verified.recall(path, "finite"):
            continue
        try:
            with safe_open(str(path), framework="pt") as file:
                names = list(file.keys())
                for done, name in enumerate(names):
                    check(stop)
                    progress(say("Checking the numbers of {name}", name=path.name), done, len(names))
                    require_finite_tensor(file.get_tensor(name), name, path)
        except SafetensorError as error:
            raise ModelUnusable(
                say(
                    "{path} has a damaged safetensors header ({why}). Get it again from its source.",
                    path=path,
                    why=reason(error),
                )
            ) from error
        verified.remember(path, finite=True)


def require_finite_tensor(tensor: Any, name: str, path: Path) -> None:
    """In parts of 16 million numbers, so that a large table is not copied whole. One number alone may be infinite.

    That is a bound (Gemma 4 keeps those of its sound tower beside the weights), and says that there is none.
    """
    if not tensor.is_floating_point() or (tensor.numel() == 1 and not bool(tensor.isnan().any())):
        return
    for part in tensor.reshape(-1).split(2**24):
        if not bool((part.float() if part.itemsize == 1 else part).isfinite().all()):
            raise ModelUnusable(
                say(
                    "{name} in {path} holds numbers that are not finite (NaN or infinity). Get it again from its "
                    "source.",
                    name=in_short(name),
                    path=path,
                )
            )


def sha256(weights: Weights, progress: Progress = silent, stop: Stop = lambda: False) -> str:
    """The hash of the weights: that of the one file, or that of the files' hashes in order. Remembered per file."""
    hashes = []
    for path in weights.files:
        known = verified.recall(path, "sha256")
        if not isinstance(known, str):
            known = sha256_of(path, say("Hashing {name}", name=path.name), progress, stop)
            verified.remember(path, sha256=known)
        hashes.append(known)
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
