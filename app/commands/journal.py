"""What of a long command is done, in a file that survives its interruption: a JSON object on each line.

A line that was cut off, or damaged, counts as not written: what it told of is made again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from engine import checked_json
from engine.errors import DiskProblem, JsonProblem, reason


class Journal:
    """Entries by their `key`; the newest of one key counts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, dict[str, Any]] = {}
        self._is_torn = False
        if path.is_file():
            self._read()

    def _read(self) -> None:
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise DiskProblem(f"{self.path} cannot be read ({reason(error)}).") from error
        self._is_torn = bool(data) and not data.endswith(b"\n")
        for line in data.split(b"\n"):
            try:
                found = checked_json.parsed(line)
            except JsonProblem:
                continue
            if isinstance(found, dict) and isinstance(found.get("key"), str):
                self._keep(found)

    def add(self, key: str, **facts: Any) -> None:
        """Write one down, on the disk when this returns. Raises DiskProblem."""
        entry = {"key": key, **facts}
        line = "\n" * self._is_torn + json.dumps(entry, ensure_ascii=False, allow_nan=False) + "\n"
        try:
            with self.path.open("ab") as file:
                file.write(line.encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DiskProblem(
                f"{self.path} cannot be written ({reason(error)}). Make room, and start the command again."
            ) from error
        self._is_torn = False
        self._keep(entry)

    def _keep(self, entry: dict[str, Any]) -> None:
        self.entries.pop(entry["key"], None)  # the newest stands last
        self.entries[entry["key"]] = entry
