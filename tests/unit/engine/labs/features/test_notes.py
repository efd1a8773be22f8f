"""A person's notes: kept whole or not at all, read with care, and never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import DiskProblem, InputRefused
from engine.labkit.workbench import Bench
from engine.labs.features import notes
from engine.labs.features.records import AskNotes, KeepNote, Note

BENCH = Bench(lambda *_: None, lambda: False)
SHA = "a1b2"


@pytest.fixture(autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path))


def keep(note: Note) -> tuple[Note, ...]:
    return notes.keep(KeepNote(SHA, note), BENCH).notes


def test_a_note_is_kept_changed_and_forgotten() -> None:
    first = Note(7, "numbers", "fires on digits", True, ("mine", "later"))
    assert keep(first) == (first,)
    assert keep(Note(3, "names")) == (Note(3, "names"), first)
    assert keep(Note(7)) == (Note(3, "names"),)
    assert notes.notes(AskNotes(SHA), BENCH).notes == (Note(3, "names"),)
    assert notes.notes(AskNotes("other"), BENCH).notes == ()


def test_every_one_that_is_kept_has_a_newer_revision() -> None:
    told = [notes.keep(KeepNote(SHA, Note(at, "x")), BENCH).revision for at in (1, 2, 1)]
    assert told == [1, 2, 3]
    assert notes.notes(AskNotes(SHA), BENCH).revision == 3


@given(st.text(), st.text(), st.lists(st.text(), max_size=30))
def test_whatever_is_typed_comes_back_tidy(label: str, text: str, lists: list[str]) -> None:
    mine = notes.tidy(Note(1, label, text, True, tuple(lists)))
    assert notes.tidy(mine) == mine
    assert len(mine.label) <= notes.LONGEST_LABEL
    assert "\n" not in mine.label
    assert len(mine.text) <= notes.LONGEST_TEXT
    assert len(set(mine.lists)) == len(mine.lists) <= notes.MOST_LISTS


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"revision": 1, "features": 5}', '{"revision": 1, "features": [{"feature": -1}]}',
     '{"revision": 1, "features": [{"feature": 1, "label": 5, "text": "", "starred": false, "lists": []}]}',
     '{"revision": NaN, "features": []}'],
)  # fmt: skip
def test_a_damaged_file_is_told_and_put_aside_before_something_new_is_kept(content: str) -> None:
    path = notes.path_of(SHA)
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputRefused, match="cannot be read"):
        notes.notes(AskNotes(SHA), BENCH)
    assert keep(Note(5, "new")) == (Note(5, "new"),)
    assert path.with_suffix(".damaged").read_text(encoding="utf-8") == content
    assert json.loads(path.read_text(encoding="utf-8"))["features"][0]["label"] == "new"


def test_where_nothing_can_be_written_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(Note(5, "first"))

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskProblem, match="No space left"):
        keep(Note(5, "second"))
    assert notes.notes(AskNotes(SHA), BENCH).notes == (Note(5, "first"),)
    assert [it.name for it in notes.path_of(SHA).parent.iterdir()] == [notes.path_of(SHA).name]


def test_a_note_of_no_feature_is_refused() -> None:
    with pytest.raises(InputRefused, match="Choose a feature"):
        keep(Note(-1, "x"))
