"""What Orrery keeps on the disk, part by part, as a person reads it and may remove it.

Only the cache is listed: what it holds can be fetched or made again, but for runs left unsaved. Settings and run files
are not touched. The window asks this itself, so nothing here may lead to the model's libraries: models are read from
the notes that `engine.models.store` leaves in their folders.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from engine import checked_json, folders
from engine.errors import JsonProblem, in_short
from engine.models import disk
from engine.sentences import say

Kind = Literal["model", "gguf", "unfinished", "maps", "compiled", "trainings", "dictionaries", "spread", "left"]
# Folders of the cache that are one part each.
WHOLE: Final[tuple[tuple[Kind, str], ...]] = (
    ("maps", "maps"),
    ("compiled", "numba"),
    ("trainings", "brackets"),
    ("dictionaries", "dictionaries"),
    ("spread", "spread"),
    ("left", "left"),
)


@dataclass(frozen=True)
class Part:
    """One thing in the cache. `name` is the model's, "" for the others."""

    kind: Kind
    name: str
    n_bytes: int
    folder: Path


def parts() -> tuple[Part, ...]:
    """All that lies in the cache, models first; what is not there is not named."""
    models = folders.cache_folder() / "models"
    found = [part for note in sorted(models.glob("[!.]*/orrery.json")) if (part := _model(note)) is not None]
    found += [Part("unfinished", "", disk.size_of(path), path) for path in sorted(models.glob(".part-*"))]
    for kind, name in WHOLE:
        folder = folders.cache_folder() / name
        if folder.is_dir() and (n_bytes := disk.size_of(folder)):
            found.append(Part(kind, "", n_bytes, folder))
    return tuple(found)


def _model(note: Path) -> Part | None:
    """The model whose note this is; None where it cannot be read: such a folder is not Orrery's."""
    try:
        raw = checked_json.read_object(note, checked_json.MOST_OF_A_NOTE)
        name, key = in_short(raw["name"], 200), str(raw["key"])
    except (OSError, JsonProblem, KeyError):
        return None
    return Part("gguf" if key.startswith("gguf:") else "model", name, disk.size_of(note.parent), note.parent)


def remove(part: Part) -> None:
    """Take a part away.

    Raises:
        DiskProblem: it may not be removed, or is in use.
    """
    with disk.telling(part.folder.parent, say("Removing it")):
        if part.folder.is_symlink() or part.folder.is_file():
            part.folder.unlink()
        elif part.folder.exists():
            shutil.rmtree(part.folder)


def free_bytes() -> int:
    """Bytes that are free on the cache's disk."""
    folder = folders.cache_folder()
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
