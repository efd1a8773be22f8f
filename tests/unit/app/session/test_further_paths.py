"""Further paths on the map: they stay when another run begins, come from files, and are told of where they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.window import run_paths
from engine import protocol
from engine.files.run_file import save_run
from engine.records import Change, Plan, Sampling, Site, Space
from tests.helpers.fake_engine import begin, newest, started, tell, tokens
from tests.helpers.runs import fifty_steps
from viz import ask_path
from viz.intents import OpenSpace, RemovePath, ShowPath, ShowPathOfFile, SingleOut
from viz.shown_paths import MOST, ShownPath, Single


def test_they_are_added_singled_out_and_removed_and_outlive_the_run(controller: Controller) -> None:
    begin(controller, [3, 4])
    handle, session = controller.intents.handle, controller.session
    handle(ShowPath(ShownPath("prompt", "a", prompt="a")))
    handle(ShowPath(ShownPath("run", "b", token_ids=(3, 4))))
    handle(SingleOut(Single(2)))
    assert session.ui.single == Single(2)
    controller.player.new_run("y", Sampling(), False, 0)
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [5]))
    assert [path.number for path in session.ui.paths if isinstance(path, ShownPath)] == [1, 2]
    handle(RemovePath(1))
    assert [path.label for path in session.ui.paths] == ["b"]
    assert getattr(session.ui, "single", "") is None
    handle(RemovePath())
    assert session.ui.paths == ()


def test_one_that_is_there_and_one_too_many_are_said_so(controller: Controller, qtbot: QtBot) -> None:
    session, handle = controller.session, controller.intents.handle
    said = list[str]()
    session.noticed.connect(lambda notice: said.append(notice.sentence))
    for at in (*range(MOST), 2, MOST):
        handle(ShowPath(ShownPath("prompt", f"{at}", prompt=f"{at}")))
    assert len(session.ui.paths) == MOST
    assert said == [
        "This path is on the map already.",
        f"There are {MOST} further paths on the map already: remove one first.",
    ]


def test_the_path_of_a_file_is_its_text_and_its_interventions(controller: Controller, tmp_path: Path) -> None:
    run = fifty_steps()
    run.prompt, run.plan = "Once upon\na time", Plan((Change(Site("mlp", 1), 0.0),))
    save_run(run, tmp_path / "a.orrery")
    session, said = controller.session, list[str]()
    controller.documents.show_path(tmp_path / "a.orrery")
    model = run.info.sha256 if run.info else ""
    (path,) = session.ui.paths
    assert path == ShownPath(
        "run", "Once upon a time", model, token_ids=tuple(run.token_ids.tolist()), plan=run.plan, number=1
    )
    session.noticed.connect(lambda notice: said.append(notice.sentence))
    (tmp_path / "b.orrery").write_bytes(b"no run")
    for name in ("b.orrery", "there is none.orrery"):
        controller.documents.show_path(tmp_path / name)
    assert len(said) == 2
    assert "not a run file" in said[0]
    assert "no file" in said[1]
    assert len(session.ui.paths) == 1


def test_a_layer_is_made_ready_without_being_shown(controller: Controller) -> None:
    begin(controller, [3, 4])
    before, space = controller.session.ui.space, Space("resid", 2)
    controller.intents.handle(OpenSpace(space))
    assert newest(controller, protocol.OpenSpace).space == space
    asked = newest(controller, protocol.OpenSpace).id
    controller.intents.handle(OpenSpace(space))
    assert newest(controller, protocol.OpenSpace).id == asked
    assert controller.session.ui.space == before
    controller.maps.on_refused(space)


def test_recent_runs_are_offered_and_any_other_file(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent, chosen = QWidget(), list[str]()
    qtbot.addWidget(parent)
    monkeypatch.setattr(ask_path, "open_file", lambda *_: "/x/other.orrery")
    menu = run_paths.menu(parent, [("a & <b>", "/x/a.orrery")], chosen.append)
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        action.trigger()
    run_paths.offer(parent, [], chosen.append)
    assert chosen == ["/x/a.orrery", "/x/other.orrery", "/x/other.orrery"]


def test_the_menu_is_asked_for_by_an_intent(controller: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[object]()
    monkeypatch.setattr(run_paths, "offer", lambda parent, recent, then: asked.append((parent, recent)))
    controller.intents.handle(ShowPathOfFile())
    assert len(asked) == 1
