"""Windows and maps for the tests of the screen, closed at the end of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.controller import Controller
from app.settings import Settings
from app.window.window import MainWindow
from tests.helpers.map_stage import Stage
from tests.helpers.program import at_rest, opened
from tests.helpers.runs import branched
from tests.helpers.tiny_models import write_folder
from tests.helpers.toy_views import TOYS, BrokenView
from tests.helpers.windows import Make


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    """Makes shown windows of toy views; they are closed at the end."""
    made: list[MainWindow] = []

    def one(settings: Settings | None = None, size: tuple[int, int] = (1280, 720)) -> MainWindow:
        for view in TOYS.values():
            view.made = 0  # type: ignore[attr-defined]
        window = make_window(settings or Settings(path=tmp_path / "settings.json"), TOYS)
        made.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.setFocus()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=5000)
        return window

    yield one
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture(autouse=True)
def _quick_engines(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("spawned") is None:
        request.getfixturevalue("forked_engines")


@pytest.fixture(autouse=True)
def _whole_views(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BrokenView, "fails", "")


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot, branched())
    yield made
    made.view.close()


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controller]:
    """The program after its first run, at rest."""
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    folder = write_folder(tmp_path / "model", max_position_embeddings=128)
    with opened(qtbot, folder, "the cat sat") as made:
        at_rest(qtbot, made)
        yield made
