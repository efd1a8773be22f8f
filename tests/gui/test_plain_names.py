"""Names of files, folders, models and tokens that look like markup, through the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.assemble import make_window, show_preferences
from app.controller import Controller
from app.session.engine_client import EngineClient
from app.settings import Settings
from engine import protocol
from engine.files.run_file import save_run
from engine.models import store
from engine.records import ModelEntry
from tests.helpers.fake_engine import Wire, newest, tell
from tests.helpers.hostile import NAMES, hostile_board, hostile_run, leaks
from viz.registry import all_views

FILE = "<h1>Big<b>&amp;[*].orrery"


@pytest.fixture
def controller(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controller]:
    """A whole window in which everything has such a name; its engine only listens."""
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "<b>cache&amp;"))
    settings = Settings(recent=[f"/runs/{name.replace('/', '')}.orrery" for name in NAMES], prompt=" ".join(NAMES))
    window = make_window(settings, all_views())
    window.resize(1600, 1000)
    window.show()
    made = Controller(window, window.first_ui_state(), lambda deliver: cast(EngineClient, Wire(deliver)))
    run = hostile_run()
    assert run.info is not None
    assert run.vocabulary is not None
    made.loader.load(NAMES[0], "cpu", "float32")
    tell(made, protocol.Progress(newest(made, protocol.LoadModel).id, f"Loading {NAMES[0]}", 1, 2, "bytes"))
    assert leaks(window) == []
    tell(
        made,
        protocol.Loaded(newest(made, protocol.LoadModel).id, run.info, run.vocabulary, 0.1),
        protocol.ModelsListed(1, tuple(ModelEntry(name, f"what {name}", 5, True, f"note {name}") for name in NAMES)),
    )
    save_run(run, tmp_path / FILE)
    assert made.documents.show(tmp_path / FILE)
    made.session.set_ui(board=hostile_board())
    QApplication.processEvents()
    yield made
    window.close()
    made.close()
    window.deleteLater()


def test_the_window_shows_names_as_they_are(controller: Controller) -> None:
    window = controller.window
    assert leaks(window) == []
    assert window.status.model.text() == NAMES[0]
    assert NAMES[0] in {label.text() for label in window.controls.findChildren(QLabel)}
    assert window.windowTitle() == "<h1>Big<b>&amp;[*][*].orrery[*] — Orrery"


def test_every_workspace_does(controller: Controller) -> None:
    names = list(controller.window.header.workspace_actions)
    assert len(names) > 5
    for name in names:
        controller.window.docks.show_workspace(name)
        for _ in range(20):
            QApplication.processEvents()
        assert leaks(controller.window) == [], name


def test_menus_palette_and_pickers_do(controller: Controller) -> None:
    window = controller.window
    recent = next(menu for menu in window.findChildren(QMenu) if any("orrery" in a.text() for a in menu.actions()))
    assert {action.text().replace("&&", "&") for action in recent.actions()} >= {FILE}
    window.open_models()
    window.actions_made.by_id["palette"].trigger()
    window.show_export()
    QApplication.processEvents()
    assert leaks(window) == []
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            assert leaks(top) == []


def test_notices_and_refusals_do(controller: Controller) -> None:
    for name in NAMES:
        controller.session.notice("error", f"It says {name}.", f"details {name}")
        assert leaks(controller.window) == []
    said = [label.text() for label in controller.window.notices.findChildren(QLabel)]
    assert f"It says {NAMES[-1]}." in said
    controller.loader.load("x")
    tell(controller, protocol.Failed(newest(controller, protocol.LoadModel).id, "ModelUnusable", f"{NAMES[0]} is bad."))
    assert leaks(controller.window) == []


def test_the_preferences_do(controller: Controller, qtbot: QtBot) -> None:
    for name in NAMES[:3]:
        part = store.new_folder(name)
        (part / "model.safetensors").write_bytes(bytes(9))
        store.put(part, store.Note(name, f"hub:{name}", name, "main", "0" * 64, store.now()))
    show_preferences(controller.window)
    for _ in range(20):
        QApplication.processEvents()
    assert leaks(controller.window) == []
