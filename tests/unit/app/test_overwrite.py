"""A file that is there already is replaced by a command only where that was said."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from engine.files.run_file import save_run
from tests.helpers.runs import RUNS

FIGURE = 'format = 1\n\n[[figure]]\nout = "named.png"\n\n[[figure.panel]]\nview = "next_token"\n'
FILM = """format = 1

[[film]]
out = "named.gif"
fps = 2

[[film.motion]]
kind = "generation"
seconds = 1
first = 1
last = 2

[film.figure]
size = "160x120"

[[film.figure.panel]]
view = "next_token"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A run, and specs."""
    save_run(RUNS["fifty_steps"](), tmp_path / "run.orrery")
    (tmp_path / "figure.toml").write_text(FIGURE, encoding="utf-8")
    (tmp_path / "film.toml").write_text(FILM, encoding="utf-8")
    return tmp_path


COMMANDS = {
    "trace": ("a.orrery", ["trace", "--model", "no-such-model", "--prompt", "The", "--out"]),
    "data": ("a.csv", ["data", "next_token", "--run", "run.orrery", "--out"]),
    "figure": ("a.svg", ["figure", "next_token", "--run", "run.orrery", "--out"]),
    "a spec of a figure": ("a.svg", ["figure", "figure.toml", "--run", "run.orrery", "--out"]),
    "a spec of a film": ("a.gif", ["film", "film.toml", "--run", "run.orrery", "--out"]),
    "heads": ("a.csv", ["heads", "--model", "no-such-model", "--out"]),
    "language-neuron": ("a.svg", ["language-neuron", "--model", "no-such-model", "--out"]),
    "its numbers": ("a.json", ["language-neuron", "--model", "no-such-model", "--json"]),
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    out, arguments = COMMANDS[name]
    (folder / out).write_text("what a person made", encoding="utf-8")
    assert main.main([*arguments, out]) == 1
    assert capsys.readouterr().err == f"{out} is there already. Name another file, or give --overwrite.\n"
    assert (folder / out).read_text("utf-8") == "what a person made"
    main.main([*arguments, out, "--overwrite"])
    assert "is there already" not in capsys.readouterr().err
    written = (folder / out).read_bytes() != b"what a person made"
    assert written == ("no-such-model" not in arguments)


@pytest.mark.usefixtures("qapp")
def test_what_a_spec_names_is_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for _ in range(2):
        assert main.main(["figure", "figure.toml", "--run", "run.orrery"]) == 0
    assert (folder / "named.png").stat().st_size > 1000
