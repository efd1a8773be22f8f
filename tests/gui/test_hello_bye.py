"""The Hello/Bye workspace in the program's window: choosing it is all it takes, and its buttons do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.controller import Controller
from app.session.engine_client import EngineClient
from app.settings import Settings
from engine import protocol
from engine.labs.attention.records import AskHeadScores
from engine.labs.hello_bye import answers as hello_bye
from engine.labs.hello_bye.records import AskHelloBye, HelloByeFound
from engine.questions import Question
from tests.helpers.fake_engine import Wire, load, tell, wire
from tests.helpers.families import FAMILIES
from tests.helpers.hello_bye import QUESTION
from tests.helpers.letter_models import bench, found_by_model, recorded_by_model
from tests.helpers.letters import WholeWords
from tests.helpers.toy_views import ToyView
from viz.labs.hello_bye.frame import found_in, shown
from viz.labs.hello_bye.hello_bye_goes_on_view import HelloByeGoesOnView
from viz.labs.hello_bye.hello_bye_heads_view import HelloByeHeadsView
from viz.labs.hello_bye.hello_bye_states_view import HelloByeStatesView
from viz.labs.hello_bye.hello_bye_view import HelloByeView
from viz.tokens.next_token_view import NextTokenView
from viz.ui_state import UiState
from viz.view import View

TOKENIZER = WholeWords(("hello", "goodbye"))
VIEWS = (ToyView, NextTokenView, HelloByeView, HelloByeHeadsView, HelloByeStatesView, HelloByeGoesOnView)


def name_of(view: type[View]) -> str:
    """A toy in the map's place, which needs no OpenGL."""
    return "meaning_space" if view is ToyView else view.name


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[Controller]:
    window = make_window(Settings(), views={name_of(view): view for view in VIEWS})
    qtbot.addWidget(window)
    window.resize(1500, 900)
    made = Controller(window, window.first_ui_state(), lambda deliver: cast(EngineClient, Wire(deliver)))
    made.loader.start("tiny", "cpu", "auto", None)
    window.show()
    qtbot.waitExposed(window)
    info = bench(FAMILIES["llama"](), TOKENIZER).info
    load(made, info, TOKENIZER.vocabulary())
    yield made
    made.close()


def asked(controller: Controller) -> list[Question]:
    return [request.question for request in wire(controller).of(protocol.AskLab)]


def view(controller: Controller) -> HelloByeView:
    found = controller.window.docks.hosts["hello_bye"].view
    assert isinstance(found, HelloByeView)
    return found


def answer(controller: Controller, question: AskHelloBye) -> HelloByeFound:
    found = hello_bye.answer(question, bench(FAMILIES["llama"](), TOKENIZER))
    request = next(it for it in wire(controller).of(protocol.AskLab) if it.question == question)
    tell(controller, protocol.LabAnswered(request.id, 0, question, found))
    return found


def test_choosing_the_workspace_runs_the_words(controller: Controller, qtbot: QtBot) -> None:
    assert asked(controller) == []
    controller.window.show_workspace("hello_bye")
    qtbot.waitUntil(lambda: asked(controller) == [AskHelloBye()])
    hosts = controller.window.docks.hosts
    assert all(hosts[name].is_seen for name in ("hello_bye", "hello_bye_heads", "hello_bye_states"))
    assert hosts["hello_bye_goes_on"].is_seen
    found = answer(controller, AskHelloBye())
    assert found.offer == ("hello", "goodbye")
    qtbot.waitUntil(lambda: asked(controller)[1:] == [AskHeadScores()])
    assert not wire(controller).of(protocol.NewRun)  # the run on screen is left alone


def test_the_buttons_change_the_words_and_begin_the_run(controller: Controller, qtbot: QtBot) -> None:
    controller.window.show_workspace("hello_bye")
    qtbot.waitUntil(lambda: asked(controller) == [AskHelloBye()])
    answer(controller, AskHelloBye())
    qtbot.waitUntil(view(controller).take_offer.isVisible)
    QTest.mouseClick(view(controller).take_offer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked(controller)[-1] == AskHelloBye(second="goodbye"))
    bar = controller.window.docks.hosts["hello_bye"].bar
    assert bar is not None
    lines = [line.text() for line in bar.findChildren(QLineEdit) if line.placeholderText()]
    assert lines == ["hello", "goodbye"]
    answer(controller, AskHelloBye(second="goodbye"))
    qtbot.waitUntil(view(controller).make_run.isVisible)
    assert not view(controller).take_offer.isVisible()
    QTest.mouseClick(view(controller).make_run, Qt.MouseButton.LeftButton)
    started = wire(controller).of(protocol.NewRun)
    assert [request.prompt for request in started] == [AskHelloBye(second="goodbye").text]


def test_typing_another_word_asks_anew(controller: Controller, qtbot: QtBot) -> None:
    controller.window.show_workspace("hello_bye")
    qtbot.waitUntil(lambda: asked(controller) == [AskHelloBye()])
    bar = controller.window.docks.hosts["hello_bye"].bar
    assert bar is not None
    first = next(line for line in bar.findChildren(QLineEdit) if line.text() == "hello")
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, "hi")
    qtbot.waitUntil(lambda: asked(controller)[-1] == AskHelloBye("hi", "bye"))
    first.clear()
    qtbot.waitUntil(lambda: "1 to 40 characters" in view(controller).accessibleDescription())
    assert asked(controller)[-1] == AskHelloBye("hi", "bye")


@pytest.mark.parametrize("family", ["llama", "gpt2"])
def test_a_run_of_the_words_shows_what_the_lab_would(family: str) -> None:
    run, lab = recorded_by_model(family), found_by_model(family)
    own = found_in(run)
    assert own is not None
    assert own.question == QUESTION
    assert own.raws == lab.raws
    assert own.embedding is None
    assert own.resid is not None
    assert own.attn is not None
    assert lab.resid is not None
    assert lab.attn is not None
    np.testing.assert_array_equal(own.words, lab.words)
    np.testing.assert_array_equal(own.repeat_ids, lab.repeat_ids)
    np.testing.assert_array_equal(own.start_ids, lab.start_ids)
    np.testing.assert_allclose(own.resid, lab.resid, atol=1e-5)
    np.testing.assert_allclose(own.attn, lab.attn, atol=1e-5)
    np.testing.assert_allclose(own.next_probs, lab.next_probs, atol=1e-5)
    np.testing.assert_allclose(own.actual, lab.actual, atol=1e-4)
    np.testing.assert_allclose(own.entropy, lab.entropy, atol=1e-3)
    kept = np.isfinite(own.repeat)
    np.testing.assert_allclose(own.repeat[kept], lab.repeat[kept], atol=1e-5)
    what = shown(run, UiState())  # whatever words are typed: the file is what is looked at
    assert what.from_run
    assert what.nodes == tuple(run.path)
