"""Files that are whole or not there: written beside their place, flushed, then moved over it in one step."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import checked_json
from engine.errors import DiskProblem, JsonProblem, ModelUnusable, reason, shown
from engine.folders import elsewhere
from engine.sentences import say

if TYPE_CHECKING:
    import torch


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a full disk or a crash leaves the old file as it was.

    Raises:
        DiskProblem: it could not be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise DiskProblem(
            say(
                "The model could not be saved to {path} ({why}). What was saved before is untouched and the training "
                "is still in memory. {elsewhere}, then save again.",
                path=path,
                why=error.strerror or error,
                elsewhere=elsewhere(error),
            )
        ) from error


def write_json(path: Path, values: Mapping[str, Any]) -> None:
    """Write plain values as json. Raises DiskProblem."""
    write_whole(path, (json.dumps(values, indent=1, ensure_ascii=False) + "\n").encode())


def read_json(path: Path) -> dict[str, Any]:
    """Read what `write_json` wrote.

    Raises:
        ModelUnusable: it is missing, damaged, or not an object.
    """
    try:
        return checked_json.read_object(path)
    except (OSError, JsonProblem) as error:
        raise ModelUnusable(
            say(
                "{path} should describe a model but cannot be read ({error}). Train it again, or use another folder.",
                path=path,
                error=error,
            )
        ) from error


def curve_of(rows: Any) -> list[dict[str, float]]:
    """A learning curve that was read: rows of the same numbers. Raises ValueError."""
    names = rows[0].keys() if isinstance(rows, list) and rows and isinstance(rows[0], dict) else None
    if rows != [] and names is None:
        raise ValueError(f"its curve is {shown(rows, 40)}")
    for row in rows:
        numbers = isinstance(row, dict) and row.keys() == names and all(type(it) in (int, float) for it in row.values())
        if not numbers:
            raise ValueError(f"a row of its curve is {shown(row, 40)}")
    return list(rows)


def packed(tensors: dict[str, torch.Tensor], about: Mapping[str, str]) -> bytes:
    """Tensors and what is said about them, as a safetensors file holds them."""
    from safetensors.torch import save

    data: bytes = save(tensors, metadata=dict(about))
    return data


def read_tensors(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, str]]:
    """Every tensor of a safetensors file, and its metadata.

    Raises:
        ModelUnusable: it is missing, truncated or not a safetensors file.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt") as stream:
            return {name: stream.get_tensor(name) for name in stream.keys()}, dict(stream.metadata() or {})  # noqa: SIM118 - not a dict
    except (OSError, SafetensorError, ValueError) as error:
        raise ModelUnusable(
            say(
                "{path} should be the weights of a model but cannot be read ({why}). Take another checkpoint, or train "
                "the model again.",
                path=path,
                why=reason(error),
            )
        ) from error
