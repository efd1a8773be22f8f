"""F1 says what a view is about, and its words open the glossary; the glossary's examples are true."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.settings import Settings
from app.window.glossary import occurrences
from app.window.glossary_panel import Glossary
from app.window.glossary_terms import TERMS
from app.window.term_links import SCHEME, LinkedText, linked, words_in
from app.window.view_help import ViewHelp
from viz.registry import views_in


def test_it_is_of_the_view_at_hand_and_its_words_open_the_glossary(tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window(Settings(path=tmp_path / "settings.json"), views_in(("token_strip", "next_token")))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.actions_made.by_id["view_help"].trigger()
    panel = window.findChild(ViewHelp)
    assert panel is not None
    qtbot.waitExposed(panel)
    assert panel.view in window.docks.hosts
    window.docks.hosts["token_strip"].dock_bar.help.click()
    assert (panel.view, len(window.findChildren(ViewHelp))) == ("token_strip", 1)
    shown = " ".join(label.accessibleName() or label.text() for label in panel.area.findChildren(QLabel))
    for text in ("The text cut into tokens", "−log₂", "Drag along the strip", "Shannon 1948"):
        assert text in shown
    links = [label for label in panel.area.findChildren(LinkedText) if f'"{SCHEME}surprisal"' in label.text()]
    links[0].linkActivated.emit(f"{SCHEME}surprisal")
    glossary = window.findChild(Glossary)
    assert glossary is not None
    assert glossary.rows["surprisal"].property("found") is True
    qtbot.waitUntil(lambda: not glossary.rows["surprisal"].visibleRegion().isEmpty(), timeout=5000)
    assert glossary.rows["token"].property("found") is False


def test_a_link_is_reached_and_chosen_by_keys(qtbot: QtBot) -> None:
    chosen: list[str] = []
    label = LinkedText("Each token has a surprisal.", "#ff0000", chosen.append)
    qtbot.addWidget(label)
    label.show()
    label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(label, Qt.Key.Key_Tab)
    QTest.keyClick(label, Qt.Key.Key_Return)
    assert len(chosen) == 1


def test_the_longest_term_is_meant_and_words_are_whole() -> None:
    text = "Induction heads, hidden states; a tokenizer, headless layers and headings. KL divergence"
    assert [term.name for _, _, term in occurrences(text)] == [
        "induction head",
        "hidden state",
        "layer (block)",
        "KL divergence",
    ]
    assert [term.name for term in words_in("tokens", "A token, a logit")] == ["token", "logit"]


def test_what_a_text_holds_is_no_markup() -> None:
    assert linked("<b>a token</b> & a token", "#123456") == (
        f'&lt;b&gt;a <a href="{SCHEME}token" style="color:#123456">token</a>&lt;/b&gt; &amp; a token'
    )


# -- the examples ------------------------------------------------------------------------------------------------


def _example(name: str) -> str:
    return next(term.example for term in TERMS if term.name == name)


def _shares(text: str) -> list[float]:
    return [float(it) for it in re.findall(r"(\d+(?:\.\d+)?) %", text)]


def _softmax(logits: list[float], temperature: float = 1.0) -> list[float]:
    powers = np.exp(np.array(logits) / temperature)
    return [round(float(it)) for it in 100 * powers / powers.sum()]


def _bits(p: list[float], q: list[float]) -> float:
    return round(sum(a * math.log2(a / b) for a, b in zip(p, q, strict=True)), 2)


def test_the_examples_with_numbers_are_right() -> None:
    assert _shares(_example("softmax")) == _softmax([2, 1, 0])
    assert _shares(_example("temperature")) == [*_softmax([2, 1, 0]), *_softmax([2, 1, 0], 0.5)]
    assert "0.21" in _example("KL divergence")
    assert (_bits([0.5, 0.5], [0.25, 0.75]), _bits([0.25, 0.75], [0.5, 0.5])) == (0.21, 0.19)
    loss = _shares(_example("loss (cross-entropy)"))
    assert np.mean([-math.log2(it / 100) for it in loss]) == pytest.approx(2)
    assert math.log2(1024) == 10
    assert math.e**3 == pytest.approx(20, abs=0.5)
