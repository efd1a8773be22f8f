"""A film made from the window: by a process of its own, to be cancelled, and with a sentence where it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session.films import Films
from app.state import FILM
from engine.files.run_file import save_run
from tests.helpers.runs import RUNS, with_map
from tests.helpers.small_session import RealSession
from viz.figures.spec import FigureSpec, Panel, Source
from viz.films.spec import SWEEP, FilmSpec, Motion

PATIENCE = 60_000  # milliseconds
FILM_OF_BARS = FilmSpec(
    fps=6.0,
    motion=(Motion(SWEEP, seconds=1.0, of="position"),),
    figure=FigureSpec(size="64x48", panel=(Panel("next_token"),)),
)


@pytest.fixture
def it(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealSession]:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    made = RealSession()
    made.session.show_run(with_map(RUNS["fifty_steps"]()))
    yield made
    made.close()


def test_a_film_is_made_meanwhile_and_said_when_it_is_there(it: RealSession, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "a.gif"
    it.parts.films.film(str(out), FILM_OF_BARS)
    assert FILM in it.session.works
    assert not out.exists()  # nobody has waited for it
    qtbot.waitUntil(lambda: FILM not in it.session.works, timeout=PATIENCE)
    assert out.read_bytes()[:10] == b"GIF89a\x40\x00\x30\x00", it.notices
    assert str(out) in it.notices[-1]


def test_cancelled_it_leaves_no_file(it: RealSession, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    long = FilmSpec(fps=60.0, motion=(Motion(SWEEP, seconds=300.0, of="position"),), figure=FILM_OF_BARS.figure)
    it.parts.films.film(str(folder / "a.mp4"), long)
    qtbot.waitUntil(lambda: any(work.done for work in it.session.works.all), timeout=PATIENCE)
    assert list(folder.iterdir())  # half of it, under another name
    it.parts.stopping.stop(FILM)
    assert FILM not in it.session.works
    qtbot.waitUntil(lambda: not list(folder.iterdir()), timeout=PATIENCE)
    assert not it.notices


def test_what_cannot_be_is_said(it: RealSession, tmp_path: Path, qtbot: QtBot) -> None:
    it.parts.films.film(str(tmp_path / "missing" / "a.gif"), FILM_OF_BARS)
    qtbot.waitUntil(lambda: FILM not in it.session.works, timeout=PATIENCE)
    assert "The film was not written. The folder" in it.notices[-1]
    nowhere = Films(it.session, it.parts.films._chosen, program=lambda: "/no/such/python")
    nowhere.film(str(tmp_path / "a.gif"), FILM_OF_BARS)
    qtbot.waitUntil(lambda: FILM not in it.session.works, timeout=PATIENCE)
    assert "The film was not written" in it.notices[-1]
    it.session.show_run(RUNS["empty"]())
    it.parts.films.film(str(tmp_path / "a.gif"), FILM_OF_BARS)
    assert "no run to film" in it.notices[-1]


def test_a_composition_is_filmed_as_it_is_composed(it: RealSession, tmp_path: Path, qtbot: QtBot) -> None:
    """A panel with settings of its own keeps them, and one of another run file shows that."""
    other = tmp_path / "other" / "prompted.orrery"
    other.parent.mkdir()
    save_run(RUNS["prompted"]().snapshot(), other)
    bars, strip = (
        Panel("next_token", position=2, options={"count": 12}),
        Panel("token_strip", run=Source(file=str(other))),
    )
    film = FilmSpec(
        fps=4.0,
        motion=(Motion(SWEEP, seconds=1.0, of="position", panel=1),),
        figure=FigureSpec(size="320x240", panel=(bars, strip)),
    )
    spec = it.parts.films._as_seen(film)
    assert spec.figure.panel == (bars, strip)
    seen = it.parts.films._as_seen(replace(film, figure=replace(film.figure, panel=(Panel("next_token"), strip))))
    assert seen.figure.panel[0].head == "L0.H0"  # the control: one that says nothing is as the window shows it
    out = tmp_path / "a.gif"
    it.parts.films.film(str(out), film)
    qtbot.waitUntil(lambda: FILM not in it.session.works, timeout=PATIENCE)
    assert out.exists(), it.notices
    assert out.read_bytes()[:6] == b"GIF89a"


@pytest.mark.parametrize(("of", "last", "still"), [("degree", 1.0, False), ("fold", 0.0, True)])
def test_a_small_laboratory_is_filmed_without_a_run_and_it_is_said_where_nothing_moves(
    of: str, last: float, still: bool, it: RealSession, tmp_path: Path, qtbot: QtBot
) -> None:
    it.session.show_run(RUNS["no_model"]())
    motion = Motion(SWEEP, seconds=1.0, of=of, first=0.0, last=last)
    out = tmp_path / "a.gif"
    it.parts.films.film(
        str(out), FilmSpec(fps=3.0, motion=(motion,), figure=FigureSpec(size="480x360", panel=(Panel("fitting"),)))
    )
    qtbot.waitUntil(lambda: FILM not in it.session.works, timeout=PATIENCE)
    assert out.exists(), it.notices
    assert any(str(out) in said for said in it.notices)
    assert any("Nothing moves in this film" in said for said in it.notices) == still
