"""A point of a map of states is a place in a sentence: what is said of it under the pointer, selected, and in lists."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from engine.records import TOKEN_KINDS, Background, Layout, Space, Vocabulary
from engine.run import MapState, Run
from tests.helpers.runs import prompted
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.pointing import Pointing
from viz.map.data.sentences import Sentence
from viz.map.data.settings import Settings
from viz.map.input.neighbours_panel import NeighboursPanel
from viz.map.input.selection_panel import SelectionPanel, say_where
from viz.map.paint import hover_words
from viz.map.paint.text import Style, marked
from viz.map.viewport import Viewport
from viz.theme import theme
from viz.ui_state import UiState

STATES = Space("resid", 2)
PIECES = ("The", " <b>", " river", " runs", ".", " It", " is", " 🙂", " wide", ".")


def of_states(selection: tuple[int, ...] = (), kept: bool = True) -> MapFrame:
    """A frame of a map of one text of two sentences, said twice; not `kept`: as an earlier version stored it."""
    run: Run = prompted()
    raw = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *(len(piece) for piece in raw)]).astype(np.int64)
    kinds = np.full(len(raw), TOKEN_KINDS.index("word start"), np.uint8)
    run.vocabulary = Vocabulary(np.frombuffer(b"".join(raw), np.uint8), offsets, kinds)
    n = 2 * len(raw)
    ids = np.tile(np.arange(len(raw), dtype=np.int32), 2)
    texts = np.repeat(np.array([0, 1], np.int32), len(raw))
    background = Background(
        STATES, ids, np.ones(n, np.float32), np.zeros(n, np.uint8), positions=ids, texts=texts,
        text_kinds=("prose", "science"),
    )  # fmt: skip
    if kept:
        background = replace(background, sources=texts, source_names=("At the <i>river</i>", "Water"))
    points = np.random.default_rng(0).normal(0, 1, (n, 3)).astype(np.float32)
    layout = Layout(STATES, "pca", None, points, points[:, :2].copy(), "a test", "k", 0.4, 0.3, 0.01, 9, 0.5)
    run.maps[STATES] = MapState(background, [layout])
    return map_frame(run, UiState(space=STATES, selection=selection), Settings())


@pytest.fixture
def viewport(qtbot: QtBot) -> tuple[QWidget, Viewport]:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(900, 640)
    return stage, Viewport(lambda: (900.0, 640.0), lambda: None)


def test_it_is_said_which_text_a_state_is_of_and_what_an_earlier_version_did_not_keep() -> None:
    background, old = of_states().background, of_states(kept=False).background
    assert background is not None
    assert old is not None
    assert hover_words.place_lines(background, 13) == ["“Water” (science), position 3"]
    assert hover_words.place_lines(old, 13) == ["science, position 3", "which text it is was not kept with this map"]
    tokens = replace(old, texts=None, positions=None)
    assert hover_words.place_lines(tokens, 3) == []


@pytest.mark.parametrize("kept", [True, False])
def test_one_selected_state_shows_its_sentence_also_without_neighbours(
    viewport: tuple[QWidget, Viewport], kept: bool
) -> None:
    stage, view = viewport
    panel = NeighboursPanel(stage, view, lambda intent: None)
    panel.show_frame(of_states((2,), kept), theme("dark"))
    assert not panel.isHidden()
    assert panel.full.isHidden()
    said = panel.sentence.text()
    assert said.startswith("The &lt;b&gt; <b><u>")  # a token that looks like markup is written as it is
    assert f'<span style="color:{theme("dark").accent}">river</span></u></b> runs.' in said
    assert ("At the <i>river</i>" in panel.source.text()) == kept
    assert ("was not kept" in panel.source.text()) != kept
    panel.show_frame(of_states((8,), kept), theme("dark"))
    assert panel.sentence.text().startswith("It is 🙂 <b><u>")
    panel.show_frame(of_states((), kept), theme("dark"))
    assert panel.isHidden()


def test_several_selected_states_are_lines_with_their_words_marked(viewport: tuple[QWidget, Viewport]) -> None:
    stage, view = viewport
    panel = SelectionPanel(stage, view, lambda intent: None, lambda: 0.0, QAction(stage))
    frame = of_states((2, 16))
    panel.show_frame(frame)
    assert [panel.list.item(row).text() for row in range(2)] == ["The <b> [river] runs.", "It [is] 🙂 wide."]
    assert "&lt;b&gt; [river]" in panel.list.item(0).toolTip()
    assert "Water" in panel.list.item(1).toolTip()
    item = QListWidgetItem("a token")
    say_where(item, replace(frame, background=replace(frame.background, positions=None)), 2)  # type: ignore[type-var]
    assert item.text() == "a token"


def test_the_word_is_marked_where_it_stands_in_lines_no_wider_than_asked(qtbot: QtBot) -> None:
    """Qt counts an emoji as two."""
    sentence = Sentence("It is 🙂🙂 and so " * 6, "wide", " that nobody swims.")
    layout = marked(sentence, Style(13, "#ffffff"), "#ff0000", 200.0)
    mark = layout.formats()[0]
    units = layout.text().encode("utf-16-le")
    assert units[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le") == "wide"
    assert layout.lineCount() > 3
    assert layout.boundingRect().width() <= 200.5
    assert marked(Sentence("It ", "is", "."), Style(13, "#ffffff"), "#ff0000", 200.0).boundingRect().width() < 60
    assert Pointing(("x",), sentence).sentence is sentence
    assert sentence.brief(5) == "…d so [wide] that…"
