"""The command for films: whole, the same every time, or a sentence and no file."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import main
from app.commands.film import Told, in_words, time_left
from engine.files.run_file import save_run
from tests.helpers.runs import RUNS, with_map

pytestmark = pytest.mark.usefixtures("qapp")
SPEC = """format = 1

[[film]]
out = "a.gif"
fps = 6

[[film.motion]]
kind = "turntable"
seconds = 1

[[film.motion]]
kind = "generation"
seconds = 1
first = 20
last = 22

[film.figure]
size = "64x48"
theme = "dark"

[film.figure.run]
file = "a.orrery"

[[film.figure.panel]]
view = "meaning_space"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_run(with_map(RUNS["fifty_steps"]()), tmp_path / "a.orrery")
    (tmp_path / "s.toml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def test_the_same_spec_gives_the_same_pictures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "other"):
        assert main.main(["film", str(folder / "s.toml"), "--out", str(folder / name)]) == 0
        assert capsys.readouterr().out == f"{folder / name}\n"
    one, other = (sorted((folder / name).iterdir()) for name in ("one", "other"))
    assert [path.name for path in one] == [f"{index:05d}.png" for index in range(1, 7)]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    assert len({path.read_bytes() for path in one}) == 6
    assert main.main(["film", str(folder / "s.toml"), "--out", str(folder / "one")]) == 1  # nothing is written over
    assert "not empty" in capsys.readouterr().err


def test_a_film_goes_where_its_spec_says(folder: Path) -> None:
    assert main.main(["film", str(folder / "s.toml"), "--fps", "3", "--size", "32x32"]) == 0
    assert (folder / "a.gif").read_bytes()[:10] == b"GIF89a\x20\x00\x20\x00"


def test_check_names_what_is_wrong_and_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = folder / "s.toml"
    assert main.main(["film", str(spec), "--check"]) == 0
    assert capsys.readouterr().out == f"{spec}: nothing is wrong (1 films).\n"
    spec.write_text(SPEC.replace("fps", "fsp"), encoding="utf-8")
    for arguments in (["--check"], []):
        assert main.main(["film", str(spec), *arguments]) == 1
        assert f"{spec}:5: “fsp” is not a key of film 1; did you mean “fps”?" in "".join(capsys.readouterr())
    assert not (folder / "a.gif").exists()


@pytest.mark.parametrize(
    ("old", "new", "arguments", "said"),
    [
        ("a.orrery", "missing.orrery", (), "missing.orrery"),
        ("a.orrery", "../a.orrery", (), "outside the spec's folder"),
        ("a.gif", "a.gif", ("--size", "100000x10"), "16 to 32768 pixels"),
        ("a.gif", "a.gif", ("--out", "/nowhere/at/all/a.gif"), "does not exist"),
        ("a.gif", "a.gif", ("--out", "a.mov"), "ends in .mp4"),
        ("a.gif", "a.gif", ("--fps", "0"), "1 to 120 pictures a second"),
        ("last = 22", "last = 2200", (), "the run has positions 0 to"),
        ('file = "a.orrery"', 'file = "a.orrery"\nsha256 = "00ff"', (), "Name the run of that model"),
        ('view = "meaning_space"', 'view = "meaning_space"\ncamera = [1, 2, 0]', (), "The camera's distance"),
        ('theme = "dark"', 'font = "No Such Letters"', (), "No Such Letters"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_leaves_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "s.toml").write_text(SPEC.replace(old, new), encoding="utf-8")
    assert main.main(["film", str(folder / "s.toml"), *arguments]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert sorted(path.name for path in folder.iterdir()) == ["a.orrery", "s.toml"]


def test_whoever_follows_hears_how_far_it_is_and_can_end_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Told, "_wait", lambda self: None)
    assert main.main(["film", str(folder / "s.toml"), "--follow"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["0", "6", "-1.0"]
    assert lines[-1].split() == ["6", "6", "0.0"]
    (folder / "a.gif").unlink()
    monkeypatch.setattr(Told, "_wait", lambda self: self._ended.set())  # what its input says as it ends
    with pytest.raises(KeyboardInterrupt):
        main.main(["film", str(folder / "s.toml"), "--follow"])
    assert sorted(path.name for path in folder.iterdir()) == ["a.orrery", "s.toml"]


def test_the_end_of_the_input_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    told = Told(True)
    told._wait()
    with pytest.raises(KeyboardInterrupt):
        told.tell(1, 2)


def test_the_time_left_is_that_of_the_pictures_left() -> None:
    assert time_left(30.0, 60, 300) == 120.0
    assert time_left(1.0, 0, 300) == -1.0
    assert [in_words(seconds) for seconds in (12.4, 59.6, 185.0)] == ["12 s", "1 min 00 s", "3 min 05 s"]


STILL_SPEC = """format = 1

[[film]]
out = "still"
fps = 3

[[film.motion]]
kind = "sweep"
of = "{of}"
seconds = 1
{more}

[film.figure]
size = "480x360"
theme = "dark"

[[film.figure.panel]]
view = "fitting"
"""


@pytest.mark.parametrize(
    ("of", "more", "still"), [("fold", "first = 0\nlast = 0", True), ("degree", "last = 2", False)]
)
def test_it_is_said_where_nothing_moves(
    of: str, more: str, still: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "s.toml").write_text(STILL_SPEC.format(of=of, more=more), encoding="utf-8")
    assert main.main(["film", str(tmp_path / "s.toml")]) == 0
    said = capsys.readouterr()
    assert ("every picture of this film is the same" in said.err) == still
    assert said.out == f"{tmp_path / 'still'}\n"
