"""Specs of films: read as they are written, and every fault named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import InputRefused
from viz.figures.spec import FigureSpec, Panel
from viz.films.spec import FLIGHT, GENERATION, SWEEP, TURNTABLE, FilmSpec, Motion
from viz.films.spec_file import check_file, motions_of, read_spec, text_of

GOOD = """format = 1

[[film]]
out = "a.mp4"
fps = 25

[[film.motion]]
kind = "turntable"
seconds = 10

[film.figure]
size = "1280x720"
theme = "dark"

[[film.figure.panel]]
view = "meaning_space"

[[film.figure.panel]]
view = "next_token"
"""


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "film.toml"
    path.write_text(text, encoding="utf-8")
    return [f"{problem.line}: {problem.sentence}" for problem in check_file(path)[1]]


def test_a_film_is_read_as_it_is_written(tmp_path: Path) -> None:
    whole = FilmSpec(
        "films/a.webp", 12.5, 1.0, "back", 60,
        (
            Motion(TURNTABLE, 0, 1.0, 3.0, "smooth", -90.0), Motion(GENERATION, 1, 0.0, 5.0, first=3, last=9),
            Motion(SWEEP, 2, of="layer", first=0, last=5), Motion(FLIGHT, 0, near=0.5),
        ),
        FigureSpec(size="640x360", panel=(Panel("meaning_space"), Panel("next_token"), Panel("layers"))),
    )  # fmt: skip
    path = tmp_path / "film.toml"
    path.write_text(text_of(whole), encoding="utf-8")
    assert read_spec(path).film == (whole,)


def test_nothing_is_wrong_with_a_good_one(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []
    film = read_spec(tmp_path / "film.toml").film[0]
    assert [len(motions_of(film, index)) for index in range(2)] == [1, 0]  # only the map turns


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seconds = 10", "secnds = 10", "9: “secnds” is not a key of motion 1; did you mean “seconds”?"),
        ('"turntable"', '"turntabel"', "8: “turntabel” is not a kind of motion; did you mean “turntable”?"),
        ('"next_token"', '"next_tokn"', "19: “next_tokn” is not a view; did you mean “next_token”?"),
        ("a.mp4", "a.avi", "4: A film's name ends in .mp4, .webm, .gif, .webp"),
        ("a.mp4", "../a.mp4", "4: The film '../a.mp4' lies outside the spec's folder"),
        ("1280x720", "1281x720", "4: H.264 needs an even width and height, but 1281x720 was asked for. Ask"),
        ("1280x720", "0x720", "12: A figure can be 16 to 32768 pixels a side"),
        ("1280x720", "-5x720", "12: A size is WIDTHxHEIGHT"),
        ("1280x720", "100000x100", "12: A figure can be 16 to 32768 pixels a side"),
        ("1280x720", "9000x720", "4: A film can have 7680 pixels a side"),
        ("fps = 25", "fps = 0", "5: A film can have 1 to 120 pictures a second, not 0"),
        ("seconds = 10", "seconds = 0", "9: “seconds” is how long it takes, more than 0."),
        ("seconds = 10", "seconds = 5000", "A film can have 600 seconds"),
        ("seconds = 10", "start = -1", "9: “start” is a second of the film, 0 or more."),
        ("fps = 25", "hold = -1", "5: “hold” is a time in seconds"),
        ("fps = 25", 'loop = "agian"', "5: “agian” is not a kind of loop; did you mean “again”?"),
        ("seconds = 10", "panel = 1", "9: The view 'next_token' has no camera: a turntable needs the map."),
        ("seconds = 10", "panel = 7", "9: “panel” is 7, but the figure has panels 0 to 1."),
        ('"turntable"', '"sweep"', "A sweep needs “of”"),
        ('"turntable"', '"sweep"\nof = "colur"', "has no option 'colur'"),
        ('"turntable"', '"sweep"\nof = "colour"\nvalues = ["kind", "blue"]', "is one of"),
        ("a.mp4", "a.gif", ""),
        ("fps = 25", "fps = 60", ""),
        ('theme = "dark"', "transparent = true", "4: MP4 holds nothing transparent"),
        ('theme = "dark"', 'out = "b.png"', "13: “out” is the film's"),
        ('[[film.motion]]\nkind = "turntable"\nseconds = 10\n', "", "Nothing moves"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = faults(tmp_path, GOOD.replace(old, new))
    assert any(said in sentence for sentence in found) if said else not found, found


def test_a_gif_faster_than_it_counts_is_refused(tmp_path: Path) -> None:
    found = faults(tmp_path, GOOD.replace("a.mp4", "a.gif").replace("fps = 25", "fps = 60"))
    assert "50 pictures a second" in found[0]


def test_two_motions_in_steps_of_one_panel_are_refused(tmp_path: Path) -> None:
    two = '[[film.motion]]\nkind = "generation"\n\n[[film.motion]]\nkind = "sweep"\nof = "layer"\npanel = 1\n\n[film.f'
    found = faults(tmp_path, GOOD.replace("[film.f", two, 1))
    assert any("Panel 1 has two motions in steps" in sentence for sentence in found)
    path = tmp_path / "film.toml"
    with pytest.raises(InputRefused, match="1 more: --check names them all"):
        read_spec(path)
