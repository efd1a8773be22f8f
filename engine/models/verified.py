"""Remembers which files were hashed and checked, by path, size and time of change."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from engine import checked_json
from engine.errors import DiskProblem, JsonProblem
from engine.folders import cache_folder, models_folder
from engine.models import disk


def _stamp(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _memory() -> dict[str, Any]:
    try:
        return checked_json.read_object(cache_folder() / "models" / "verified.json")
    except (OSError, JsonProblem):
        return {}


def recall(path: Path, fact: str) -> Any:
    """What was noted as `fact` about the file as it now is, or None."""
    known = _memory().get(str(path.resolve()))
    return known.get(fact) if isinstance(known, dict) and known.get("stamp") == _stamp(path) else None


def remember(path: Path, **facts: Any) -> None:
    """Note facts about the file as it now is. A cache that cannot be written to forgets; that is no failure."""
    memory = {name: value for name, value in _memory().items() if os.path.exists(name)}  # noqa: PTH110 - Path.exists raises for some names
    known = memory.get(str(path.resolve()))
    kept = known if isinstance(known, dict) and known.get("stamp") == _stamp(path) else {}
    memory[str(path.resolve())] = {**kept, **facts, "stamp": _stamp(path)}
    with contextlib.suppress(DiskProblem):
        disk.write_whole(models_folder() / "verified.json", json.dumps(memory, indent=1))
