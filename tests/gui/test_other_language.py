"""In another language nothing of the window stays English: all views of all workspaces, in a language without letters.

Every text that is asked for in the person's language comes back with its Latin letters replaced, what is put into it
left as it is. So a word in Latin letters that is seen is one that no translator can reach, or data: tokens, names of
models and files, what a person may type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.controller import Controller
from engine.labs.brackets.records import FRAMINGS
from tests.helpers.tour import settle, tour
from viz.labs.superposition.codes_frame import TEMPLATES
from viz.registry import all_views

PIECES = re.compile(r"(\{[^{}]*\})")
PLURALS = re.compile(r"\((?:s|es)\)|\[([^|\]]*)\|[^\]]*\]")
WORD = re.compile(r"(?<![\w.])[A-Za-z]{4,}(?![\w.…])")  # whole: what is cut may be a token
SAID = ("text", "placeholderText", "title", "toolTip", "accessibleName", "accessibleDescription", "specialValueText")
NAMES = {
    "Ctrl",
    "Shift",
    "Return",
    "Space",
    "Left",
    "Right",
    "Orrery",
    "model",
}  # keys, the program, the model's folder


class Unread(QTranslator):
    """A language in which no word has Latin letters."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        if context.startswith("Q"):  # Qt's own
            return ""
        parts = PIECES.split(PLURALS.sub(r"\1", text))
        return "".join(part if part.startswith("{") else re.sub("[A-Za-z]", "ж", part) for part in parts)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def unread(qapp: QCoreApplication) -> Iterator[None]:
    made = Unread()
    qapp.installTranslator(made)
    yield
    qapp.removeTranslator(made)


def shown(widget: QWidget) -> Iterator[str]:
    """What a widget and all in it say."""
    for it in (widget, *widget.findChildren(QWidget)):
        for name in SAID:
            get: Any = getattr(it, name, None)
            said = get() if callable(get) and not (name == "text" and isinstance(it, QComboBox)) else ""
            if isinstance(said, str):
                yield said
    yield from (action.text() for action in widget.findChildren(QAction))


def data() -> set[str]:
    """Words that are no language's: what options begin with, which a person may type."""
    values = [option.default for view in all_views().values() for option in view.options]
    typed = " ".join(value for value in values if isinstance(value, str))
    choices = {value for view in all_views().values() for option in view.options for value in option.choices}
    asked = " ".join((*(framing.before for framing in FRAMINGS), TEMPLATES))  # what a model reads
    return (set(WORD.findall(typed)) - choices) | set(WORD.findall(asked)) | NAMES


def test_no_text_of_the_window_stays_english(
    unread: None, program: Controller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    painted: list[str] = []
    drawn = QPainter.drawText

    def watched(painter: QPainter, *arguments: Any) -> Any:
        painted.extend(it for it in arguments if isinstance(it, str))
        return drawn(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", watched)
    window, left, n = program.window, dict[str, str](), 0
    vocabulary = program.session.run.vocabulary
    assert vocabulary is not None
    tokens = " ".join(vocabulary.raw(i).decode("utf-8", "ignore") for i in range(len(vocabulary)))
    known = data() | set(WORD.findall(tokens))
    assert set(WORD.findall("жж stays English")) - known == {"stays", "English"}
    for stop in tour(qtbot, window, each_once=True):
        settle()
        stop.view.grab()
        for said in (*shown(stop.host), *painted):
            n += 1
            if set(WORD.findall(said)) - known:
                left[said] = str(stop)
        painted.clear()
    for said in shown(window):
        if set(WORD.findall(said.replace(str(tmp_path), ""))) - known:
            left[said] = "window"
    assert n > 1000
    assert left == {}


def test_placeholders_stay_and_letters_go() -> None:
    assert Unread().translate("Some", "{n} token(s) of “{word}”") == "{n} жжжжж жж “{word}”"
    assert WORD.findall("жжж English жжж L5.attention жж") == ["English"]
