"""What a person notes about features: labels, notes, stars and lists, a small JSON file for each dictionary.

It lies beside the settings, is read by the guarded reader and written as a whole or not at all. A file that cannot be
read is put aside under another name when something new is kept, so that nothing a person wrote is lost.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine import checked_json
from engine.dictionaries import noted
from engine.errors import DiskProblem, InputRefused, JsonProblem, in_short
from engine.folders import elsewhere, made
from engine.labkit.workbench import Bench
from engine.labs.features.records import AskNotes, KeepNote, Note, Notes
from engine.sentences import say

LONGEST_LABEL, LONGEST_TEXT, MOST_LISTS = 120, 4000, 20  # characters, characters, lists of a feature
MOST = 100_000  # features with notes


def path_of(sha256: str) -> Path:
    """The file of a dictionary's notes."""
    return noted.path_of(sha256)


def notes(question: AskNotes, _bench: Bench) -> Notes:
    """All that there are. Raises InputRefused where the file is damaged."""
    return read(question.sha256)


def read(sha256: str) -> Notes:
    """What the file holds; nothing where there is none. Raises InputRefused where it is damaged."""
    path = path_of(sha256)
    if not path.exists():
        return Notes(sha256, ())
    try:
        found = checked_json.read_object(path)
        rows = found["features"]
        revision = found["revision"]
        if not isinstance(rows, list) or type(revision) is not int:
            raise TypeError("it holds other things")
        return Notes(sha256, tuple(_note(row) for row in rows[:MOST]), revision)
    except (OSError, JsonProblem, KeyError, TypeError, ValueError) as error:
        raise InputRefused(
            say(
                "Your notes on these features cannot be read ({why}). Mend or remove {path}.",
                why=in_short(error if isinstance(error, JsonProblem) else getattr(error, "strerror", None) or error),
                path=path,
            )
        ) from error


def _note(row: Any) -> Note:
    """Raises KeyError, TypeError or ValueError."""
    feature, lists = row["feature"], row["lists"]
    if type(feature) is not int or feature < 0 or type(row["starred"]) is not bool:
        raise TypeError("a feature is not a number")
    texts = (row["label"], row["text"], *lists)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a note is not a text")
    return tidy(Note(feature, row["label"], row["text"], row["starred"], tuple(lists)))


def tidy(note: Note) -> Note:
    """The same within its bounds, on as many lines as it may have."""
    label = " ".join(note.label.split())[:LONGEST_LABEL]
    lists = dict.fromkeys(" ".join(name.split())[:LONGEST_LABEL] for name in note.lists)
    return Note(
        note.feature, label, note.text.strip()[:LONGEST_TEXT], note.starred,
        tuple(name for name in lists if name)[:MOST_LISTS],
    )  # fmt: skip


def keep(question: KeepNote, _bench: Bench) -> Notes:
    """The notes with this one.

    Raises:
        InputRefused: a feature below 0. DiskProblem: it cannot be written; nothing was changed.
    """
    if question.note.feature < 0:
        raise InputRefused(say("Choose a feature first: a note belongs to one."))
    try:
        before = read(question.sha256)
    except InputRefused:
        before = Notes(question.sha256, ())
        _put_aside(path_of(question.sha256))
    mine = tidy(question.note)
    others = tuple(note for note in before.notes if note.feature != mine.feature)
    empty = mine == Note(mine.feature)
    every = tuple(sorted((*others, *(() if empty else (mine,))), key=lambda note: note.feature))
    after = Notes(question.sha256, every, before.revision + 1)
    _write(path_of(question.sha256), after)
    return after


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError as error:
        raise _problem(path, error) from error


def _write(path: Path, notes_: Notes) -> None:
    made(path.parent)
    told = {"revision": notes_.revision, "features": [asdict(note) for note in notes_.notes]}
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(told, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise _problem(path, error) from error
    finally:
        Path(name).unlink(missing_ok=True) if name else None


def _problem(path: Path, error: OSError) -> DiskProblem:
    return DiskProblem(
        say(
            "Your note could not be kept in {folder} ({why}). {elsewhere}; nothing was changed.",
            folder=path.parent,
            why=error.strerror or error,
            elsewhere=elsewhere(error),
        )
    )
