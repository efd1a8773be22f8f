"""The Hello/Bye lab's question and answers over small models, and its views on screen."""

from __future__ import annotations

import functools
from dataclasses import replace

from pytestqt.qtbot import QtBot

from engine.capture.recognise import describe
from engine.generation.session import Session
from engine.labs.hello_bye import answers as hello_bye
from engine.labs.hello_bye.records import AskHelloBye, HelloByeFound
from engine.run import Run
from tests.helpers.families import FAMILIES
from tests.helpers.letters import Letters, bench
from tests.helpers.runs import tiny_info
from tests.helpers.sessions import begun
from viz.intents import Intent
from viz.ui_state import UiState
from viz.view import View

QUESTION = AskHelloBye("hi", "no", 3, 4)
SHA = "0" * 64  # of `tiny_info`


def chosen(question: AskHelloBye = QUESTION, **changes: object) -> UiState:
    """The state in which a person has typed these words."""
    ui = UiState(**changes)  # type: ignore[arg-type]
    for name in ("first", "second", "first_count", "second_count"):
        ui = ui.with_option("hello_bye", name, getattr(question, name))
    return ui


@functools.cache
def found_of(family: str = "llama", question: AskHelloBye = QUESTION) -> HelloByeFound:
    return hello_bye.answer(question, bench(FAMILIES[family]()))


def model_run(family: str = "llama") -> Run:
    """A run with a model of this family, and no token yet."""
    vocabulary = Letters().vocabulary()
    anatomy = describe(FAMILIES[family]())
    info = replace(
        tiny_info(vocabulary), n_layers=anatomy.n_layers, n_heads=anatomy.n_heads, d_model=anatomy.d_model,
        position_scheme=anatomy.position_scheme,
    )  # fmt: skip
    run = Run(info, vocabulary)
    run.run_id = 1
    return run


def answered(family: str = "llama") -> Run:
    """The lab has answered."""
    run = model_run(family)
    run.findings[QUESTION] = found_of(family)
    return run


def recorded(family: str = "llama", extra: str = "") -> Run:
    """The sequence as a run's prompt, recorded by the engine, and `extra` taken after it."""
    model = FAMILIES[family]()
    made = bench(model)
    run = model_run(family)
    run.run_id, run.prompt = 0, QUESTION.text
    prompt = hello_bye.ids_of(made, QUESTION.text)
    run.prompt_tokens = len(prompt)
    session = Session(model, made.anatomy, 64)
    for tokens in begun(session, prompt=prompt):
        run.append(tokens)
    for token in Letters()(extra)["input_ids"]:
        taken = session.branch(session.current, token)
        assert taken is not None
        run.append(taken)
    return run


def made(qtbot: QtBot, cls: type[View], width: int = 1100, height: int = 760) -> tuple[View, list[Intent]]:
    """A view on screen, and what it sends."""
    one = cls()
    qtbot.addWidget(one)
    one.resize(width, height)
    sent: list[Intent] = []
    one.intent.connect(sent.append)
    one.show()
    return one, sent


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("−", "-")
