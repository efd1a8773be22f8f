"""The panel for films: what a view offers, what is refused, and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.panels.film import FilmPanel
from viz.films.spec import SWEEP, TURNTABLE, FilmSpec
from viz.registry import all_views

Made = tuple[FilmPanel, list[tuple[str, FilmSpec]]]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(window: QWidget, kept: dict[str, str], view: str, path: str = "") -> Made:
    panel = FilmPanel(all_views(), kept, window)
    panel.ask_path = lambda suggested: path
    asked: list[tuple[str, FilmSpec]] = []
    panel.asked.connect(lambda where, film: asked.append((where, film)))
    panel.open_for(view)
    return panel, asked


def choose(panel: FilmPanel, **values: str) -> None:
    for name, value in values.items():
        box = getattr(panel, name)
        box.setCurrentIndex(box.findData(value))


def test_only_what_has_a_camera_turns(window: QWidget) -> None:
    panel, _ = opened(window, {}, "meaning_space")
    assert panel.motion.findData(TURNTABLE) >= 0
    choose(panel, view="next_token")
    assert panel.motion.findData(TURNTABLE) < 0
    assert panel.button.isEnabled()


def test_a_film_is_asked_for_as_it_was_chosen_and_its_choices_are_kept(window: QWidget, tmp_path: Path) -> None:
    kept: dict[str, str] = {}
    out = str(tmp_path / "a.webm")
    panel, asked = opened(window, kept, "meaning_space", out)
    choose(panel, motion=SWEEP, of="colour", page="1920x1080", loop="back", theme="light")
    panel.seconds.setValue(4.0)
    panel.fps.setValue(25)
    panel.button.click()
    ((path, film),) = asked
    assert path == out
    assert (film.fps, film.loop, film.figure.size, film.figure.theme) == (25.0, "back", "1920x1080", "light")
    assert [(motion.kind, motion.of, motion.seconds) for motion in film.motion] == [(SWEEP, "colour", 4.0)]
    again, _ = opened(window, kept, "meaning_space")
    assert (again.seconds.value(), again.fps.value(), again.page.currentData()) == (4.0, 25, "1920x1080")


def test_what_cannot_be_is_said_and_not_asked_for(window: QWidget, tmp_path: Path) -> None:
    panel, asked = opened(window, {}, "meaning_space", str(tmp_path / "a.avi"))
    panel.button.click()
    assert "A film's name ends in .mp4" in panel.hint.text()
    panel.seconds.setValue(600)
    panel.fps.setValue(120)
    assert not panel.button.isEnabled()
    assert "20,000 pictures" in panel.hint.text()
    assert asked == []


def test_damaged_choices_are_passed_over(window: QWidget) -> None:
    panel, _ = opened(window, {"film_seconds": "many", "film_fps": "1e400", "film_size": "huge"}, "meaning_space")
    assert (panel.seconds.value(), panel.fps.value(), panel.page.currentData()) == (10.0, 30, "1280x720")
