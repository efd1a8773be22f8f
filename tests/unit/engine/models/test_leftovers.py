"""What a killed program left half-made goes at the next start; what somebody is at work on, or can continue, stays."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from engine.errors import DiskProblem
from engine.folders import models_folder
from engine.maps.store import write_atomically
from engine.models import disk, store
from engine.models.leftovers import clear_leftovers


def _gone() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_what_a_killed_expansion_left_goes_and_what_is_at_work_stays(cache: Path) -> None:
    left = store.new_folder("org/dead one")
    (left / "model.safetensors").write_bytes(bytes(10))
    busy = store.new_folder("busy")
    member = models_folder() / ".part-tiny-0123456789ab.gguf.part"
    member.write_bytes(b"1")
    lock = FileLock(models_folder() / ".busy.lock")
    with lock:
        clear_leftovers()
    assert not left.exists()
    assert not member.exists()
    assert busy.exists()
    clear_leftovers()
    assert not busy.exists()


def test_what_can_be_continued_or_is_whole_stays(cache: Path) -> None:
    stays = [models_folder() / name for name in (
        ".part-hub-org-one-0123456789ab", ".part-tiny-0123456789ab.gguf", "tiny-0123456789ab", "verified.json",
        f".part-wheel-{os.getpid()}-abcdefgh", f"verified.json.{os.getpid()}.part", "mine.part", ".part-")]  # fmt: skip
    for path in stays:
        path.write_text("")
    clear_leftovers()
    assert [path for path in stays if not path.exists()] == []


def test_what_is_named_after_a_process_goes_with_it(cache: Path) -> None:
    gone = _gone()
    (cache / "spread" / f"{gone}-abcdefgh").mkdir(parents=True)
    (cache / "spread" / f"{os.getpid()}-abcdefgh").mkdir()
    (models_folder() / f".part-wheel-{gone}-abcdefgh").mkdir()
    (models_folder() / f"verified.json.{gone}.part").write_text("")
    clear_leftovers()
    assert list(models_folder().glob("*part*")) == list(models_folder().glob(".part*")) == []
    assert [path.name for path in (cache / "spread").iterdir()] == [f"{os.getpid()}-abcdefgh"]


def test_a_map_half_written_goes_with_its_process(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mapper that was killed leaves its file to the next start, however soon that comes."""
    path = cache / "maps" / "0123456789abcdef" / "embedding-key.safetensors"

    def killed(name: int) -> None:
        raise KeyboardInterrupt  # no OSError: nothing is tidied up

    monkeypatch.setattr(os, "fsync", killed)
    for process in (_gone(), os.getpid()):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(path, b"1")
    assert len(list(path.parent.iterdir())) == 2
    clear_leftovers()
    left = [part.name for part in path.parent.iterdir()]
    assert [name.split("-")[1] for name in left] == [str(os.getpid())]


def test_a_map_half_written_long_ago_goes(cache: Path) -> None:
    folder = cache / "maps" / "0123456789abcdef"
    folder.mkdir(parents=True)
    for name in (".part-old", ".part-new", "embedding-key.safetensors"):
        (folder / name).write_text("")
    os.utime(folder / ".part-old", (time.time() - 7200,) * 2)
    clear_leftovers()
    assert {path.name for path in folder.iterdir()} == {".part-new", "embedding-key.safetensors"}


def test_without_a_cache_there_is_nothing_to_do(cache: Path) -> None:
    clear_leftovers()
    assert not cache.exists()


@pytest.mark.parametrize("text", ["{}", "x" * 1000])
def test_a_full_disk_leaves_no_part_of_a_note(cache: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    def full(path: Path, _text: str, *_: object) -> int:
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    target = models_folder() / "verified.json"
    target.write_bytes(b"before")
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(DiskProblem, match="full"):
        disk.write_whole(target, text)
    assert [path.name for path in models_folder().iterdir()] == ["verified.json"]
    assert target.read_bytes() == b"before"
