"""A window speaks another language at once, and nothing of what it shows is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import assemble, language, translation
from app.controller import Controller
from app.preferences.dialog import Preferences
from app.session.engine_client import EngineClient
from app.settings import Settings
from app.translation import CHINESE
from app.window.window import MainWindow
from engine import protocol
from engine.files.run_file import load_run, save_run
from engine.labs.attention.records import AskHeadScores
from engine.questions import Refused
from engine.sentences import Sentence, say
from tests.helpers.fake_engine import Wire, begin, tell, wire
from tests.helpers.runs import RUNS
from viz.intents import UndoBoard

NO_LAYER = say("There is no layer {layer}: this model has layers 0 to {last}.", layer=9, last=1)
CHINESE_LAYER = "没有第 9 层：此模型的层编号为 0 到 1。"


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    translation.install(qapp, "en")


@pytest.fixture
def controller(qapp: QApplication) -> Iterator[Controller]:
    window = assemble.make_window(Settings(), views={})
    made = Controller(window, window.first_ui_state(), lambda deliver: cast(EngineClient, Wire(deliver)))
    made.loader.start("tiny", "cpu", "auto", None)
    begin(made, [1, 2, 3])
    yield made
    made.window.close()
    made.window.deleteLater()


def speak(controller: Controller, name: str) -> MainWindow:
    controller.window.settings.language = name
    made = language.change(controller)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return made


def test_the_window_speaks_chinese_and_english_again(controller: Controller) -> None:
    title = controller.window.actions_made.by_id["preferences"].text()
    made = speak(controller, CHINESE)
    assert controller.window is made
    assert made.actions_made.by_id["preferences"].text() != title
    assert speak(controller, "en").actions_made.by_id["preferences"].text() == title


def test_run_choices_and_document_go_on(controller: Controller, tmp_path: Path) -> None:
    session = controller.session
    run, ui = session.run, session.ui
    controller.window.set_prompt("what was typed")
    controller.documents.save(tmp_path / "kept.orrery")
    made = speak(controller, CHINESE)
    assert (session.run, session.ui) == (run, ui)
    assert made.prompt_as_asked()[0] == "what was typed"
    assert made.document.path == tmp_path / "kept.orrery"
    assert not made.isWindowModified()
    assert made.info == session.loaded
    assert made.state == session.state


def test_the_engine_goes_on_with_the_new_window_and_hears_the_old_one_no_more(controller: Controller) -> None:
    old = controller.window
    made = speak(controller, CHINESE)
    before = len(wire(controller).sent)
    made.intent.emit(UndoBoard())
    made.run_prompt()
    assert len(wire(controller).of(protocol.NewRun)) >= 1
    assert len(wire(controller).sent) > before
    with pytest.raises(RuntimeError):
        old.isVisible()  # it is gone


def test_what_the_engine_says_and_said_is_in_the_language(controller: Controller) -> None:
    session, asked = controller.session, AskHeadScores()
    session.run.findings[asked] = Refused(NO_LAYER)
    speak(controller, CHINESE)
    found = session.run.findings[asked]
    assert isinstance(found, Refused)
    assert found.sentence == CHINESE_LAYER
    tell(controller, protocol.Failed(0, "InputRefused", NO_LAYER))
    (card,) = controller.window.notices.cards
    assert card.notice.sentence == CHINESE_LAYER
    tell(controller, protocol.Progress(0, say("Starting the engine"), 0, 0))
    assert [work.doing for work in session.works.all] == ["正在启动计算引擎"]
    speak(controller, "en")
    assert session.run.findings[asked] == Refused(NO_LAYER)
    assert [work.doing for work in session.works.all] == ["Starting the engine"]


def test_a_run_saved_in_a_chinese_window_is_english(controller: Controller, tmp_path: Path) -> None:
    from dataclasses import replace

    session = controller.session
    assert session.run.info is not None
    session.run.info = replace(session.run.info, missing=(("neurons", NO_LAYER),))
    speak(controller, CHINESE)
    assert session.run.info.why_missing("neurons") == CHINESE_LAYER
    save_run(session.run, tmp_path / "kept.orrery")
    info = load_run(tmp_path / "kept.orrery").info
    assert info is not None
    assert info.why_missing("neurons") == NO_LAYER
    assert not isinstance(info.why_missing("neurons"), Sentence)


def test_the_preferences_stay_open_at_their_page(controller: Controller) -> None:
    controller.window.show()
    assemble.show_preferences(controller.window, 1)
    made = speak(controller, CHINESE)
    shown = made.findChild(Preferences)
    assert shown is not None
    assert shown.isVisible()
    assert shown.tabs.currentIndex() == 1
    assert shown.appearance.language.currentData() == CHINESE
    assert shown.focusWidget() is shown.appearance.language


def test_a_choice_in_the_preferences_changes_the_language_after_its_list_has_closed(
    qtbot: QtBot, controller: Controller
) -> None:
    with qtbot.waitSignal(controller.language_chosen):
        controller.window.change_setting("language", CHINESE)
        assert translation.spoken() == "en"


def test_a_damaged_file_is_told_and_the_session_goes_on_in_english(
    controller: Controller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run = controller.session.run
    (tmp_path / "orrery_zh_CN.ts").write_text("<TS>", "utf-8")
    install = translation.install
    monkeypatch.setattr(translation, "install", lambda app, name: install(app, name, tmp_path))
    made = speak(controller, CHINESE)
    (card,) = made.notices.cards
    assert "damaged" in card.notice.sentence
    assert controller.session.run is run


def test_views_are_painted_and_looked_at_from_the_same_side(qtbot: QtBot) -> None:
    window = assemble.make_window(Settings())
    made = Controller(window, window.first_ui_state(), lambda deliver: cast(EngineClient, Wire(deliver)))
    window.show()
    made.session.show_run(RUNS["fifty_steps"]())
    host = window.docks.hosts["meaning_space"]
    qtbot.waitUntil(lambda: host.view is not None and not host.is_outdated)
    view = host.view
    assert view is not None
    view.set_camera(40.0, 10.0, 0.5)  # type: ignore[attr-defined]
    pose = window.docks.camera_of("meaning_space")
    new = speak(made, CHINESE)
    again = new.docks.hosts["meaning_space"]
    qtbot.waitUntil(lambda: again.view is not None and not again.is_outdated)
    now = new.docks.camera_of("meaning_space")
    new.close()
    new.deleteLater()
    assert now is not None
    assert pose is not None
    assert now[:2] == pose[:2]
    assert now[2] == pytest.approx(pose[2], rel=0.02)  # a share of what frames all, in a dock of another width


@pytest.mark.parametrize("name", ["en", CHINESE])
def test_a_presented_lesson_goes_on_in_another_language(controller: Controller, name: str) -> None:
    controller.window.presenter.begin()
    controller.parts.lessons.open("one_word_at_a_time", 2)
    presented = controller.window.presenter.presentation
    assert presented is not None
    heading = presented.audience.caption.heading.text()
    assert heading in presented.panel.heading.text()
    presented.panel.clock.began -= 600  # ten minutes ago
    made = speak(controller, name)
    presented = made.presenter.presentation
    assert presented is not None
    shown = controller.parts.lessons.shown
    assert shown is not None
    assert presented.audience.caption.heading.text() == shown.heading != ""
    assert (shown.heading == heading) == (name == "en")
    assert shown.heading in presented.panel.heading.text()
    assert presented.panel.clock.since.text().startswith("10:0")
    made.presenter.end()
