"""The `models` command: what it prints where, and its exit status."""

from __future__ import annotations

import argparse
import io
import re
from pathlib import Path

import pytest

from engine.commands import models
from tests.helpers import tiny_models


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    models.add_arguments(parser)
    return models.run(parser.parse_args(words))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))


def test_the_list_names_every_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run() == 0
    said = capsys.readouterr().out
    assert "SmolLM2-135M-Instruct" in said
    assert "gated" in said


def test_get_and_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tiny_models.write_gguf(tmp_path / "tiny.gguf")
    assert _run("get", str(path)) == 0
    said = capsys.readouterr()
    assert re.match(r"tiny is in .*/models/tiny-\w+ \(\d+\.\d kB\), from the file (.*/)?tiny\.gguf\.", said.out)
    assert "Expanding tiny.gguf" in said.err
    assert _run("list") == 0
    assert "on disk" in capsys.readouterr().out
    assert _run("clear", "tiny") == 0
    assert capsys.readouterr().out.startswith("Freed ")


def test_failures_are_one_sentence_and_a_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("get", "no-such-model") == 1
    assert _run("clear", "gpt2") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 2
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "note", ["{", "[1]", "{}", '{"name": 1, "key": 2, "source": 3, "revision": 4, "sha256": 5, "when": 6}']
)
def test_a_foreign_folder_in_the_cache_is_neither_shown_nor_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], note: str
) -> None:
    folder = tmp_path / "cache" / "models" / "foreign"
    folder.mkdir(parents=True)
    (folder / "orrery.json").write_text(note)
    (folder.parent / "verified.json").write_text("[1]")
    assert _run() == 0
    assert "foreign" not in capsys.readouterr().out
    assert _run("clear", "foreign") == 1
    assert _run("clear") == 0
    assert folder.is_dir()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_one_line_that_grows() -> None:
    stream = _Terminal()
    line = models.ProgressLine(stream)
    for done in range(1001):
        line("Fetching x", done * 10**5, 10**8)
    line.end()
    said = stream.getvalue()
    assert said.count("\n") == 1
    assert "100 %  100.0 MB of 100.0 MB" in said.split("\r")[-1]
    assert len(said.split("\r")) <= 103


def test_a_file_gets_a_line_every_ten_percent() -> None:
    stream = io.StringIO()
    line = models.ProgressLine(stream)
    for done in range(1001):
        line("Fetching x", done * 10**5, 10**8)
    line.end()
    assert stream.getvalue().count("\n") == 12


def test_a_model_whose_note_is_damaged_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tiny_models.write_gguf(tmp_path / "tiny.gguf")
    assert _run("get", str(path)) == 0
    assert _run("list") == 0
    assert "left out" not in capsys.readouterr().out
    (note,) = (tmp_path / "cache").glob("models/*/orrery.json")
    for damaged in ('{"name": 3', '{"name": "tiny"}', "[]"):
        note.write_text(damaged)
        assert _run("list") == 0
        said = capsys.readouterr().out
        assert f"{note.parent} (" in said, damaged
        assert "its note orrery.json is damaged or missing, so it is left out" in said
    assert _run("get", str(path)) == 0
    capsys.readouterr()
    assert _run("list") == 0
    assert "left out" not in capsys.readouterr().out
