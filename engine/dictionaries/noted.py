"""What a person calls the features of a dictionary, read from the notes that the laboratory of features keeps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine import checked_json
from engine.errors import JsonProblem
from engine.folders import config_folder


@dataclass(frozen=True)
class Noted:
    """Of one feature."""

    label: str
    lists: tuple[str, ...]


def path_of(sha256: str) -> Path:
    """The file of a dictionary's notes."""
    stem = "".join(it for it in sha256 if it.isalnum())[:40] or "unnamed"
    return config_folder() / "features" / f"{stem}.json"


def noted(sha256: str) -> dict[int, Noted]:
    """By feature; nothing where there is no file, or it is damaged, which those who keep notes tell."""
    try:
        rows = checked_json.read_object(path_of(sha256))["features"]
        found = {row["feature"]: Noted(str(row["label"]), tuple(map(str, row["lists"]))) for row in rows}
    except (OSError, JsonProblem, KeyError, TypeError, ValueError):
        return {}
    return {feature: it for feature, it in found.items() if type(feature) is int}
