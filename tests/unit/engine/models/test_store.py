"""Notes of cached models, and what was verified: a damaged one costs itself, never the listing of the others."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from engine.files import storage
from engine.models import list_models, store, verified

GOOD = store.Note("good", "hub:org/good", "somewhere", "main", "0" * 64, "2026-01-01T00:00:00+00:00")


def _note(cache: Path, name: str, text: str) -> Path:
    folder = cache / "models" / name
    folder.mkdir(parents=True)
    (folder / store.NOTE).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 200_000 + "]" * 200_000,
        '{"a":' * 200_000 + "1" + "}" * 200_000,
        '{"name": Infinity}',
        '{"name": "x", "when": 1' + "0" * 5000 + "}",
        json.dumps({**asdict(GOOD), "name": 5}),
        json.dumps({**asdict(GOOD), "name": "x" * 20_000}),
        json.dumps({**asdict(GOOD), "more": 1}),
        "[1]",
        "null",
    ],
)
def test_a_damaged_note_does_not_stop_the_listing(cache: Path, text: str) -> None:
    good = _note(cache, "good-000000000000", json.dumps(asdict(GOOD)))
    bad = _note(cache, "bad-000000000000", text)
    assert store.notes() == {good: GOOD}
    rows = {row.name: row for row in list_models()}
    assert "good" in rows
    assert str(bad) not in {row.folder for row in rows.values()}
    assert good in {part.folder for part in storage.parts()}
    assert store.by_key("hub:org/none") is None


def test_a_note_that_is_a_folder_or_a_pipe_is_no_note(cache: Path) -> None:
    import os

    good = _note(cache, "good-000000000000", json.dumps(asdict(GOOD)))
    (cache / "models" / "odd" / store.NOTE).mkdir(parents=True)
    (cache / "models" / "pipe").mkdir()
    os.mkfifo(cache / "models" / "pipe" / store.NOTE)
    assert store.notes() == {good: GOOD}
    assert {part.folder for part in storage.parts()} == {good}


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "[" * 200_000 + "]" * 200_000,
        '{"a": NaN}',
        '{"a": 1' + "0" * 400 + "}",
        '{"\\u0000": {}, "' + "x" * 9000 + '": {}}',
    ],
)
def test_a_damaged_memory_of_what_was_verified_is_begun_anew(cache: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "weights"
    path.write_bytes(b"1234")
    (cache / "models").mkdir(parents=True)
    (cache / "models" / "verified.json").write_text(text, "utf-8")
    assert verified.recall(path, "finite") is None
    verified.remember(path, finite=True)
    assert verified.recall(path, "finite") is True
