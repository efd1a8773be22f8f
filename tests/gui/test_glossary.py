"""The glossary is found in the menu and the palette, and its words by typing."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.glossary_panel import Glossary
from app.window.glossary_terms import TERMS
from app.window.window import MainWindow
from tests.helpers.windows import Make


@pytest.fixture
def opened(make: Make, qtbot: QtBot) -> tuple[MainWindow, Glossary]:
    window = make()
    window.actions_made.by_id["glossary"].trigger()
    found = window.findChild(Glossary)
    assert found is not None
    qtbot.waitExposed(found)
    return window, found


def test_it_holds_every_term_once_and_opens_once(opened: tuple[MainWindow, Glossary]) -> None:
    window, panel = opened
    assert panel.shown() == [term.name for term in TERMS]
    assert len({term.name for term in TERMS}) == len(TERMS) == 60
    assert all(text.endswith((".", "?")) for term in TERMS for text in (term.sentence, term.example))
    window.actions_made.by_id["glossary"].trigger()
    assert len(window.findChildren(Glossary)) == 1


def test_words_and_sentences_are_searched(opened: tuple[MainWindow, Glossary]) -> None:
    _, panel = opened
    QTest.keyClicks(panel.line, "patching")
    assert "activation patching" in panel.shown()
    assert "token" not in panel.shown()
    panel.line.setText("PROMPT activations")
    assert panel.shown() == ["activation patching"]
    panel.line.setText("zzz")
    assert panel.shown() == []
    assert not panel.nothing.isHidden()
    panel.line.clear()
    assert len(panel.shown()) == len(TERMS)
    assert panel.nothing.isHidden()
