"""The palette finds what a person means by a few letters."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.window.palette import (
    Command,
    Palette,
    score,
    search,
)

TEXTS = ("Open run…", "One token", "Keyboard shortcuts", "Show Meaning space", "Show Next token", "gpt2-medium", "Quit")


def found(typed: str) -> list[str]:
    return [command.text for command in search(typed, [Command(text, lambda: None) for text in TEXTS])]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("meaning", "Show Meaning space"),
        ("sms", "Show Meaning space"),
        ("next tok", "Show Next token"),
        ("ot", "One token"),
        ("gpt2", "gpt2-medium"),
        ("gm", "gpt2-medium"),
        ("QUIT", "Quit"),
        ("shortc", "Keyboard shortcuts"),
    ],
)
def test_the_meant_command_comes_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_nothing_typed_lists_all_in_order_and_nonsense_finds_nothing() -> None:
    assert found("") == list(TEXTS)
    assert found("zzz") == []


def test_whatever_is_found_contains_the_letters_in_order() -> None:
    for typed in ("o", "ot", "sn", "kt", "un", "tok"):
        for text in TEXTS:
            letters = iter(text.casefold())
            contained = all(letter in letters for letter in typed)
            assert (score(typed, text) is not None) == contained, (typed, text)


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
    assert palette.found() == ["Show Next token", "Show Meaning space", "Show never", *palette.found()[3:]]
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Show Meaning space"]
    assert not palette.isVisible()
    palette.open_with(commands)
    QTest.keyClicks(palette.line, "qqqq")
    assert palette.found() == []
    assert "Nothing" in palette.list.item(0).text()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Show Meaning space"]
    palette.open_with(commands)
    QTest.keyClicks(palette.line, "never")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Show Meaning space"]
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
