"""The panel for films: what a view offers, what is refused, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.panels.film import FIGURE, FilmPanel
from viz.figures.spec import FigureSpec, Panel
from viz.films.spec import FLIGHT, GENERATION, SWEEP, TURNTABLE, FilmSpec
from viz.films.spec_file import text_of
from viz.registry import all_views

Made = tuple[FilmPanel, list[tuple[str, FilmSpec]]]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(
    window: QWidget, kept: dict[str, str], view: str, path: str = "",
    composition: Callable[[], FigureSpec | None] = lambda: None,
) -> Made:  # fmt: skip
    panel = FilmPanel(all_views(), kept, window, composition)
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


COMPOSED = FigureSpec(
    out="a.pdf", size="174x80mm", dpi=300, text_size="8pt", theme="print", transparent=True, columns=1, letters="A",
    title="Two views", shared_scales=True, palette="grey",
    panel=(Panel("token_strip", head="L1.H2"), Panel("meaning_space", camera=(10, 20, 1))),
)  # fmt: skip


def test_the_composed_figure_can_be_filmed_where_there_is_one(window: QWidget, tmp_path: Path) -> None:
    composed: list[FigureSpec] = []
    panel, asked = opened(window, {}, "next_token", str(tmp_path / "a.mp4"), lambda: composed[0] if composed else None)
    assert panel.view.findData(FIGURE) < 0
    composed.append(COMPOSED)
    panel.open_for("")
    assert panel.view.currentData() == FIGURE
    kinds = [panel.motion.itemData(index) for index in range(panel.motion.count())]
    assert kinds == [TURNTABLE, GENERATION, FLIGHT, SWEEP]  # the map in it turns
    choose(panel, motion=TURNTABLE, page="1280x720", theme="dark")
    assert panel.button.isEnabled()
    panel.button.click()
    figure = asked[0][1].figure
    assert figure.panel == COMPOSED.panel
    assert (figure.columns, figure.letters, figure.title) == (1, "A", "Two views")
    assert (figure.shared_scales, figure.palette) == (True, "grey")
    assert (figure.size, figure.theme, figure.text_size, figure.transparent, figure.out) == (
        "1280x720", "dark", "", False, "",
    )  # fmt: skip
    assert "[[film.figure.panel]]" in text_of(asked[0][1])
    composed.clear()
    panel.open_for("next_token")
    assert panel.view.findData(FIGURE) < 0


def test_a_composition_without_a_map_does_not_turn(window: QWidget) -> None:
    figure = FigureSpec(panel=(Panel("token_strip"), Panel("next_token")))
    panel, _ = opened(window, {}, "", composition=lambda: figure)
    assert panel.view.currentData() == FIGURE
    assert panel.motion.findData(TURNTABLE) < 0
    assert panel.motion.findData(GENERATION) >= 0
    assert panel.button.isEnabled()
