"""The palette finds what a person means by a few letters."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.window.palette import Command, Palette, search

TEXTS = (
    "Open run…",
    "Next token (step)",
    "Keyboard shortcuts",
    "Show Meaning space",
    "Show Next token",
    "gpt2-medium",
    "显示下一个词元",
    "Quit",
)


def found(typed: str) -> list[str]:
    return [command.text for command in search(typed, [Command(text, lambda: None) for text in TEXTS])]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("meaning", "Show Meaning space"),
        ("spac mean", "Show Meaning space"),
        ("next tok", "Next token (step)"),
        ("show tok", "Show Next token"),
        ("gpt2", "gpt2-medium"),
        ("medium", "gpt2-medium"),
        ("QUIT", "Quit"),
        ("shortc", "Keyboard shortcuts"),
        ("spaces", "Show Meaning space"),
        ("词元", "显示下一个词元"),
    ],
)
def test_the_meant_command_comes_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_nothing_typed_lists_all_in_order_and_nonsense_finds_nothing() -> None:
    assert found("") == found("  ") == list(TEXTS)
    assert found("zzz") == found("?!") == []


@pytest.mark.parametrize("typed", ["sms", "ot", "hortcuts", "gm", "show zebra", "nexttoken", "oru"])
def test_scattered_letters_and_middles_of_words_find_nothing(typed: str) -> None:
    assert found(typed) == []


def test_a_whole_word_comes_before_a_beginning_and_the_text_before_what_it_is_known_by() -> None:
    commands = [
        Command("Stepping through", lambda: None),
        Command("Reset", lambda: None, words=("step",)),
        Command("One step", lambda: None),
    ]
    assert [it.text for it in search("step", commands)] == ["One step", "Stepping through", "Reset"]
    assert search("step", commands)[2].group == "step"


def test_the_options_of_a_view_come_after_the_view() -> None:
    commands = [
        Command("Logit lens: Layers: all", lambda: None, "Option", aside=1.0),
        Command("Show Logit lens", lambda: None, "View"),
    ]
    assert search("logit lens", commands)[0].text == "Show Logit lens"


def test_a_group_finds_its_commands_and_disabled_ones_come_last() -> None:
    commands = [Command("Zebra", lambda: None, "Theme", enabled=False), Command("Ant", lambda: None, "Theme")]
    assert [command.text for command in search("theme", commands)] == ["Ant", "Zebra"]


def test_the_fields_words_find_a_command_and_are_shown_beside_it() -> None:
    known = Command("Show Where it is decided", lambda: None, "View", words=("activation patching", "causal tracing"))
    commands = [Command("Patch notes", lambda: None), known, Command("Quit", lambda: None)]
    for typed, word in (
        ("causal", "causal tracing"),
        ("patching", "activation patching"),
        ("Tracing", "causal tracing"),
    ):
        (first, *_) = search(typed, commands)
        assert (first.text, first.group, first.run) == (known.text, f"View: {word}", known.run)
    assert [command.text for command in search("patch", commands)] == ["Patch notes", known.text]
    assert search("atching", commands) == []  # no word begins so
    assert search("where", commands)[0].group == "View"


def test_keys_choose_and_run_a_command(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    ran: list[Any] = []
    commands = [Command(text, lambda text=text: ran.append(text)) for text in TEXTS]  # type: ignore[misc]
    commands.append(Command("Show never", lambda: ran.append("never"), enabled=False))
    palette = Palette(window)
    palette.open_with(commands)
    QTest.keyClicks(palette.line, "show")
    assert palette.found() == ["Show Next token", "Show Meaning space", "Show never"]
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Show Meaning space"]
    assert not palette.isVisible()
    palette.open_with(commands)
    QTest.keyClicks(palette.line, "qqqq")
    assert palette.found() == []
    assert "No matching" in palette.list.item(0).text()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Show Meaning space"]
    palette.open_with(commands)
    QTest.keyClicks(palette.line, "never")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Show Meaning space"]
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
