"""What lies in the cache is listed with its size, and goes when it is removed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.errors import DiskProblem
from engine.files import storage
from engine.models import store


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def a_model(name: str, key: str, n_bytes: int) -> Path:
    part = store.new_folder(name)
    (part / "model.safetensors").write_bytes(bytes(n_bytes))
    return store.put(part, store.Note(name, key, "somewhere", "main", "0" * 64, store.now()))


def test_models_expanded_files_and_the_rest_are_told_apart(cache: Path) -> None:
    folder = a_model("org/one", "hub:org/one", 1000)
    a_model("two", "gguf:abc", 2000)
    (cache / "models" / "foreign").mkdir()
    (cache / "models" / "foreign" / "orrery.json").write_text("[]", "utf-8")
    (cache / "models" / ".part-three").write_bytes(bytes(30))
    (cache / "maps").mkdir()
    (cache / "maps" / "one").write_bytes(bytes(7))
    (cache / "numba").mkdir()
    found = {(part.kind, part.name): part for part in storage.parts()}
    assert set(found) == {("model", "org/one"), ("gguf", "two"), ("unfinished", ""), ("maps", "")}
    one = found["model", "org/one"]
    assert one.folder == folder
    assert one.n_bytes >= 1000
    for part in found.values():
        storage.remove(part)
    assert storage.parts() == ()
    assert (cache / "models" / "foreign").exists(), "what is not Orrery's stays"
    assert store.notes() == {}


def test_a_part_that_is_gone_already_is_no_trouble_and_a_locked_one_a_sentence(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_model("org/one", "hub:org/one", 10)
    (part,) = storage.parts()

    def locked(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", locked)
        with pytest.raises(DiskProblem, match="not allowed"):
            storage.remove(part)
    storage.remove(part)
    storage.remove(part)


def test_free_room_is_known_before_there_is_a_cache(cache: Path) -> None:
    assert not cache.exists()
    assert storage.free_bytes() > 0
    assert storage.parts() == ()
