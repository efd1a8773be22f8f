"""The Hello/Bye views: what is asked and when, a run's own records and the lab's, every family and size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.hello_bye.records import AskHelloBye
from engine.questions import Refused
from tests.helpers.hello_bye import QUESTION, answered, chosen, model_run, recorded
from tests.helpers.hosted import show
from tests.helpers.runs import empty, no_model, prompted
from viz.intents import AskLab
from viz.labs.hello_bye.frame import (
    asked,
    found_in,
    question_of,
    shown,
)
from viz.labs.hello_bye.hello_bye_goes_on_view import HelloByeGoesOnView
from viz.labs.hello_bye.hello_bye_heads_view import HelloByeHeadsView
from viz.labs.hello_bye.hello_bye_states_view import HelloByeStatesView
from viz.labs.hello_bye.hello_bye_view import HelloByeView
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View

VIEWS: tuple[type[View], ...] = (HelloByeView, HelloByeHeadsView, HelloByeStatesView, HelloByeGoesOnView)


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[View]:
    made: View = request.param()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    yield made
    made.close()


# -- asking ------------------------------------------------------------------------------------------------------


def test_the_words_typed_make_the_question() -> None:
    assert asked(UiState()) == AskHelloBye("hello", "bye", 10, 10, " ")
    ui = chosen().with_option("hello_bye", "separator", ",·").with_option("hello_bye", "first", " hey ")
    assert asked(ui) == AskHelloBye("hey", "no", 3, 4, ", ")
    assert asked(ui.with_option("hello_bye", "separator", "↵")).text.count("\n") == 6


def test_every_view_asks_by_itself_and_says_why_it_waits(view: View) -> None:
    sent: list[object] = []
    view.intent.connect(sent.append)
    show(view, type(view).frame(model_run(), chosen()), theme("dark"))
    assert sent == [AskLab(QUESTION)]
    assert "being run" in view.accessibleDescription()
    sent.clear()
    for run, ui in (
        (no_model(), chosen()),
        (model_run(), chosen(playing=True)),
        (model_run(), chosen(AskHelloBye("hi", "hi"))),
        (model_run(), chosen(AskHelloBye("", "no"))),
    ):
        frame = type(view).frame(run, ui)
        show(view, frame, theme("dark"))
        assert view.accessibleDescription().endswith((".", "…"))
        view.grab()
    refused = model_run()
    refused.findings[QUESTION] = Refused("No, for a reason.")
    show(view, type(view).frame(refused, chosen()), theme("dark"))
    assert view.accessibleDescription() == "No, for a reason."
    assert sent == []


class Loud(QTranslator):
    """A language in which everything of the laboratory is said in capitals."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper() if context == "HelloBye" else ""


def test_why_there_is_nothing_is_said_in_the_readers_language(view: View, qapp: QApplication) -> None:
    frame = type(view).frame(model_run(), chosen())
    language = Loud()
    qapp.installTranslator(language)
    try:
        view.paint(frame, theme("dark"))
        assert view.accessibleDescription() == "THE WORDS ARE BEING RUN THROUGH THE MODEL."
    finally:
        qapp.removeTranslator(language)
    view.paint(frame, theme("dark"))
    assert view.accessibleDescription() == "The words are being run through the model."


def test_an_answer_of_another_model_is_not_shown() -> None:
    run = answered()
    assert run.info is not None
    assert shown(run, chosen()).found is not None
    run.info = replace(run.info, sha256="1" * 64)
    assert shown(run, chosen()).found is None


@pytest.mark.parametrize("family", ["llama", "gpt2", "bloom", "gptj", "mistral"])
def test_every_view_bears_every_family_size_and_theme(view: View, family: str, qtbot: QtBot) -> None:
    run = answered(family)
    for width, height in ((1300, 800), (900, 360), (360, 900), (260, 200)):
        view.resize(width, height)
        for name in ("dark", "light", "print"):
            view.paint(type(view).frame(run, chosen(layer=1, head=(1, 2), theme=name)), theme(name))
            view.grab()


# -- a run's own records -----------------------------------------------------------------------------------------


def test_what_is_no_such_run_is_told_apart() -> None:
    assert question_of("hello hello bye") == AskHelloBye("hello", "bye", 2, 1, " ")
    assert question_of("yes, yes, no, no") == AskHelloBye("yes", "no", 2, 2, ", ")
    for text in ("", "hello", "hello hello", "a b a b", "a a b c", "hello hello bye bye.", "a  a b"):
        assert question_of(text) is None
    assert found_in(prompted()) is None


def test_the_runs_own_continuation_is_followed(qtbot: QtBot) -> None:
    run = recorded(extra=" no nx")
    frame = HelloByeGoesOnView.frame(run, UiState())
    assert frame.found is not None
    n = frame.found.n_prompt
    assert frame.found.repeats[n:].tolist() == [True] * 5 + [False]
    assert frame.found.words_repeated == 1
    assert frame.asks is None or isinstance(frame.asks, AskHelloBye)
    assert HelloByeGoesOnView.frame(recorded(), UiState()).found is None
    np.testing.assert_array_equal(frame.found.entropy, run.entropy)


def test_an_empty_run_of_a_model_still_asks() -> None:
    frame = HelloByeView.frame(empty(), chosen())
    assert frame.shown.asks
    assert frame.panels == ()
