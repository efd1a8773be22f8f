"""Runs left unsaved: any prompt names a file, and whatever else lies in their folder does no harm."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from app.session import left_runs
from engine.files.run_file import load_run
from tests.helpers import runs
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.values import texts


def test_any_prompt_and_any_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    run, folder = runs.one_token(), tmp_path / left_runs.FOLDER
    (folder / "a folder.orrery").mkdir(parents=True)
    (folder / "leads nowhere.orrery").symlink_to(folder / "gone")

    def used(prompt: str, name: str) -> None:
        run.prompt = prompt
        path = left_runs.leave(run)
        assert path is not None
        assert load_run(path).prompt == prompt.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        with contextlib.suppress(ValueError, OSError):  # no file can be called so
            (folder / f"{name.replace('/', '_')[:80]}.orrery").touch()
        found = left_runs.left()
        assert path in found
        assert len(found) <= left_runs.MOST + 1
        for each in found:
            words, when = left_runs.told(each)
            assert words.isprintable() or when is None
            each.unlink()

    @drawn(20, 0.02, texts, texts)
    def check(prompt: str, name: str) -> None:
        read_or_refused("left run", lambda: used(prompt, name))

    check()
