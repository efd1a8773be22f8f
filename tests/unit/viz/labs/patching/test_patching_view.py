"""Where it is decided: every place as a cell, and the forms around it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.patching.records import AskPatching, Picture
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import LAYERS, prompted
from viz.intents import AskLab, ChooseLayer
from viz.labs.patching.patching_view import (
    A,
    B,
    PatchingView,
    taken_over,
)
from viz.token_text import shown_all
from viz.ui_state import UiState


def test_patching_shows_every_place_and_a_click_chooses_the_layer(qtbot: QtBot) -> None:
    view, sent = made(PatchingView, qtbot, 900, 700)
    assert isinstance(view, PatchingView)
    run = prompted()
    paint(view, run)
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskPatching(A, B), again=True)]
    values = np.full((LAYERS + 1, 5), np.nan, np.float32)
    values[:, 2:] = [[1.0, 0.1, 0.0], [0.4, 0.1, 0.2], [0.0, 0.1, 0.9], [0.0, 0.0, 1.0]]
    ids = np.arange(3, 8, dtype=np.int32)
    found = Picture("patching", "state", ids, ids + 1, np.array([2], np.int32), values, 4, 5, 3.0, -2.0, 1, 1, 1.0)
    run.findings[AskPatching(A, B)] = found
    paint(view, run)
    assert taken_over(found) == 2
    assert view.painted is not None
    said = view.notes(view.painted)
    assert "+3.00 in A, −2.00 in B" in said
    assert (
        "after L1 recovers most of it: 0.90. The last position alone recovers more than half after L1 and later."
        in said
    )
    assert view.panel.grid.plots[0].sides["bottom"].ruler.labels == ("input", "L0", "L1", "L2")
    view.grab()
    point(view.panel, 0, (4, 1))  # position, layer
    shown = view.panel.grid.plots[0].crosshair.words
    assert shown == view.place(view.painted, found, 1, 4)
    assert "0.200" in shown
    assert view.place(view.painted, found, 1, 0).endswith("not measured: A and B do not differ yet")
    assert shown.startswith("after L0, ")
    click(view.panel, 0, (4, 2))
    assert sent[-1:] == [ChooseLayer(1)]


def test_the_words_of_both_prompts_stand_where_they_differ(qtbot: QtBot) -> None:
    view, _ = made(PatchingView, qtbot, 900, 700)
    assert isinstance(view, PatchingView)
    run = prompted()
    ids = np.arange(3, 8, dtype=np.int32)
    values = np.ones((LAYERS + 1, 5), np.float32)
    run.findings[AskPatching(A, B)] = Picture(
        "patching", "state", ids, ids + 1, np.array([2], np.int32), values, 4, 5, 3.0, -2.0, 1, 1, 1.0
    )
    paint(view, run)
    side = view.panel.grid.plots[0].sides["left"].ruler
    words = shown_all(run.vocabulary, range(3, 9))
    assert side.labels == (words[0], words[1], f"{words[3]} → {words[2]}", words[3], words[4])
    assert side.marked == {2}


def test_fields_take_the_room_they_need_after_the_kind_was_changed(qtbot: QtBot) -> None:
    view, _ = made(PatchingView, qtbot, 900, 700)
    assert isinstance(view, PatchingView)
    for kind in ("tracing a fact", "patching from A into B"):
        paint(view, prompted(), UiState().with_option("patching", "kind", kind))
        assert view.bar.height() == view.bar.sizeHint().height()
        assert view.run.geometry().bottom() <= view.bar.height()
