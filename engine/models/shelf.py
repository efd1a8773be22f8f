"""The models as a person lists, fetches and clears them."""

from __future__ import annotations

from dataclasses import dataclass

from engine import folders
from engine.errors import ModelNotFound, shown
from engine.models import catalogue, disk, store
from engine.models.resolve import Where, on_disk, resolve
from engine.models.words import Progress, Stop, never, silent
from engine.sentences import Sentence, say


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    name: str
    what: str
    parameters: int  # 0 = not known before it is loaded
    licence: str
    where: str  # in words
    note: str
    on_disk: bool
    n_bytes: int  # on disk, 0 where it is not
    folder: str  # "" where it is not on disk


def list_models() -> list[Row]:
    """The catalogue, then what else is in the cache."""
    rows = []
    for entry in catalogue.read():
        where = on_disk(entry.name)
        words = where.source if where else " or ".join(place.words for place in entry.places)
        what, hint = Sentence(entry.what, {}), Sentence(entry.note, {})
        rows.append(Row(entry.name, what, entry.parameters, entry.licence, words, hint, *_taken(where)))
    known = {row.folder for row in rows}
    for folder, note in store.notes().items():
        if str(folder) not in known:
            where = Where(note.name, folder, note.revision, note.source, None)
            rows.append(Row(note.name, say("in the cache"), 0, "", note.source, "", *_taken(where)))
    return rows


def _taken(where: Where | None) -> tuple[bool, int, str]:
    return (True, disk.size_of(where.folder), str(where.folder)) if where else (False, 0, "")


def get(spec: str, progress: Progress = silent, stop: Stop = never) -> Where:
    """Fetch (and expand) a model without loading it. Raises as `resolve` does."""
    return resolve(spec, progress, stop)


def clear(spec: str | None = None) -> int:
    """Remove a model from Orrery's cache, or all of them; returns the bytes freed.

    Raises:
        ModelNotFound: nothing of that name is in the cache.
    """
    entry = catalogue.find(spec) if spec else None
    freed = store.clear(entry.name if entry else spec)
    if spec and not freed:
        raise ModelNotFound(
            say(
                "{spec} is not in Orrery's cache ({models_folder}), so there is nothing to clear.",
                spec=shown(spec),
                models_folder=folders.models_folder(),
            )
        )
    return freed
