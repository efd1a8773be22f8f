"""What lies in the cache: one folder per model with a note `orrery.json`, and a memory of what was verified.

A model's folder is `<cache>/models/<name>-<first 12 of its source's hash>/` in Hugging Face format. The note says
where it came from, so that a second start finds it without network. Hashing and checking half a gigabyte takes
longer than loading it, so both are remembered by (path, size, time of change) in `verified.json`.

A folder that was expanded from a GGUF file has a stamp beside the note: the version of the expansion. One with another
stamp, or none, was made by an Orrery that read such files otherwise, and counts as not there: it is made again.
"""

from __future__ import annotations

import datetime as dt
import glob
import json
import re
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from engine import checked_json
from engine.errors import JsonProblem, ModelUnusable
from engine.folders import cache_folder, models_folder
from engine.models import disk
from engine.sentences import say

NOTE = "orrery.json"
_LONGEST = 4096  # characters of one entry of a note
_STAMP = "expansion.txt"
_EXPANSION = "2"  # 1 cut text by GPT-2's rule where the file named another, and lost tokens of spaces
_EXPANDED = ("gguf:", "catalogue:")  # how the keys of expanded models begin


@dataclass(frozen=True)
class Note:
    """Where a cached model came from."""

    name: str
    key: str  # what it is found again by: "hub:org/name", "gguf:<sha256>", "catalogue:<name>"
    source: str  # in words
    revision: str
    sha256: str  # of the weights as they were published
    when: str  # ISO date and time, UTC


def folder_for(name: str, source_hash: str) -> Path:
    """Where a model of this name and source goes (not created)."""
    return cache_folder() / "models" / f"{slug(name)}-{source_hash[:12]}"


def slug(name: str) -> str:
    """A model's name as it stands in the names of files, at most 100 characters."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:100] or "model"


def now() -> str:
    """The time for a note: UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def notes() -> dict[Path, Note]:
    """Every model in the cache. Folders without a readable note, and those still being made, are not models."""
    found: dict[Path, Note] = {}
    for path in sorted((cache_folder() / "models").glob(f"[!.]*/{NOTE}")):
        if (note := _read_note(path)) is not None:  # a foreign or damaged folder is neither used nor touched
            found[path.parent] = note
    return found


def without_note() -> list[Path]:
    """Folders of the cache that hold a model, but no note that can be read: nobody knows which model it is."""
    folders = (path.parent for path in sorted((cache_folder() / "models").glob("[!.]*/config.json")))
    return [folder for folder in folders if _read_note(folder / NOTE) is None]


def _read_note(path: Path) -> Note | None:
    try:
        note = Note(**checked_json.read_object(path, checked_json.MOST_OF_A_NOTE))
    except (OSError, JsonProblem, TypeError):
        return None
    sane = all(isinstance(value, str) and len(value) <= _LONGEST for value in asdict(note).values())
    return note if sane else None


def by_key(key: str) -> tuple[Path, Note] | None:
    """The newest cached model with this key.

    One of which a part is missing or cut off, or that an earlier version expanded otherwise, counts as not there.
    """
    matching = [(folder, note) for folder, note in notes().items() if note.key == key]
    usable = [(folder, note) for folder, note in matching if not _is_outdated(folder, note) and _is_whole(folder)]
    return max(usable, key=lambda pair: pair[1].when, default=None)


def outdated(name: str) -> Note | None:
    """The note of a cached model of this name that has to be expanded again, None where there is none."""
    found = (note for folder, note in notes().items() if note.name == name and _is_outdated(folder, note))
    return next(found, None)


def stamp(part: Path) -> None:
    """Mark a folder as expanded by this version."""
    (part / _STAMP).write_text(_EXPANSION, "utf-8")


def _is_outdated(folder: Path, note: Note) -> bool:
    if not note.key.startswith(_EXPANDED):
        return False
    try:
        return (folder / _STAMP).read_text("utf-8").strip() != _EXPANSION
    except (OSError, ValueError):
        return True


def _is_whole(folder: Path) -> bool:
    from engine.models import weights  # which notes here what it has verified

    try:
        weights.examine(folder)
    except (ModelUnusable, OSError):
        return False
    return (folder / "config.json").is_file()


def new_folder(name: str) -> Path:
    """A fresh temporary folder beside the models, for `put`. What a program that was killed left of it is removed.

    Only while `alone` with the model, so that nobody else is at work in it.
    """
    prefix = f".part-{slug(name)}-"
    for left in models_folder().glob(f"{glob.escape(prefix)}*"):
        if re.fullmatch(r"[a-z0-9_]{8}", left.name.removeprefix(prefix)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=prefix, dir=models_folder()))


def put(part: Path, note: Note) -> Path:
    """Make the whole content of `part` the cached model of `note`, in one rename. Raises DiskProblem."""
    target = folder_for(note.name, note.sha256 or note.revision)
    disk.write_whole(part / NOTE, json.dumps(asdict(note), indent=1))
    with disk.telling(target.parent, say("Keeping {name}", name=note.name)):
        if target.exists():
            shutil.rmtree(target)
        part.replace(target)
        target.chmod(0o755)
    return target


def clear(name: str | None = None) -> int:
    """Remove one model (or all) and what was left half-fetched. Returns the bytes freed."""
    freed = 0
    root = cache_folder() / "models"
    doomed = [folder for folder, note in notes().items() if name is None or note.name.casefold() == name.casefold()]
    doomed += [path for path in root.glob(".part-*") if name is None or f"-{slug(name)}-" in path.name]
    for path in doomed:
        freed += disk.size_of(path)
        with disk.telling(root, say("Removing a model")):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return freed


# -- what was verified ---------------------------------------------------------------------------------------------
