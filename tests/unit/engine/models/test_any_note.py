"""Notes of models, the memory of what was verified, and catalogues, of any content: one of them costs no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import strategies as st

from engine.errors import ModelUnusable
from engine.files import storage
from engine.models import catalogue, store, verified
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.json_files import json_files

NOTE = {"name": "a model", "key": "hub:some/model", "source": "the hub", "revision": "main", "sha256": "ab" * 32,
        "when": "2026-01-02T03:04:05+00:00"}  # fmt: skip


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With one model whose note is whole, and a folder for another."""
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    for name in ("whole", "odd"):
        (tmp_path / "models" / name).mkdir(parents=True)
        (tmp_path / "models" / name / store.NOTE).write_text(json.dumps(NOTE), "utf-8")
    return tmp_path


def test_any_note(cache: Path) -> None:
    path = cache / "models" / "odd" / store.NOTE

    def used() -> None:
        found = store.notes()
        assert cache / "models" / "whole" in found
        for note in found.values():
            json.dumps(note.__dict__, ensure_ascii=False).encode("utf-8")
            store.outdated(note.name)
            store.folder_for(note.name, note.sha256)
            store.by_key(note.key)
        assert "a model" in [part.name for part in storage.parts()]

    @drawn(30, 0.06, json_files(NOTE))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("note of a model", used)

    check()


def test_any_memory_of_what_was_verified(cache: Path) -> None:
    file, memory = cache / "weights", cache / "models" / "verified.json"
    file.write_bytes(b"weights")
    verified.remember(file, sha256="ab", finite=True)
    whole = json.loads(memory.read_text("utf-8"))

    def used() -> None:
        verified.recall(file, "sha256")
        verified.remember(file, finite=True)
        assert verified.recall(file, "finite") is True, "what is noted now is known from now on"

    @drawn(30, 0.06, json_files(whole))
    def check(data: bytes) -> None:
        memory.write_bytes(data)
        read_or_refused("verified.json", used)

    check()


def test_any_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    whole = json.loads((Path(catalogue.__file__).parents[2] / "resources" / "catalogue.json").read_text("utf-8"))
    short = {**whole, "models": whole["models"][:3]}

    def used() -> None:
        for entry in catalogue.read(path):
            assert entry.name.casefold()
            assert entry.hub.casefold()
            assert entry.parameters * 2 > 0
            assert all(place.words and place.subject for place in entry.places)
            str(entry)

    @drawn(20, 0.04, st.one_of(json_files(short), json_files(short, most=1)))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("catalogue", used, ModelUnusable)

    path.write_text(json.dumps(short), "utf-8")
    used()
    check()
