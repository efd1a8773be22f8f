"""A selection exported: what is asked first, when the file is proposed, and what stands in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engine.labs.projections.records import Apart, AskApart
from engine.questions import Refused
from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.intents import AskLab, Intent, SaveTable, Say
from viz.map.data.frame import MapFrame
from viz.map.data.selection_table import FROM_MEAN, NEXT, PAIR
from viz.map.input.selection_export import SelectionExport
from viz.map.meaning_space_view import MeaningSpace
from viz.token_text import plain_text
from viz.ui_state import UiState

CHOSEN = (9, 4, 30)
QUESTION = AskApart(EMBEDDING, CHOSEN)


class Desk:
    """A run whose frames an export is shown, and what it sent."""

    def __init__(self) -> None:
        self.run: Run = with_map(fifty_steps())
        self.run.run_id = 1  # an engine holds it
        self.sent: list[Intent] = []
        self.parent = QObject()
        self.export = SelectionExport(self.parent, lambda: self.frame, self.sent.append)
        self.show(CHOSEN)

    def show(self, selection: tuple[int, ...]) -> None:
        self.run.changed += 1
        self.frame: MapFrame = MeaningSpace.frame(self.run, UiState(selection=selection))
        self.export.show_frame(self.frame)

    def answer(self, pairs: bool = True) -> Apart:
        square = (np.arange(9).reshape(3, 3) / 10 if pairs else np.zeros((0, 0))).astype(np.float32)
        found = self.run.findings[QUESTION] = Apart(np.array([0.125, 0.25, 0.5], np.float32), square)
        self.show(CHOSEN)
        return found


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk()


def test_distances_are_asked_for_first_and_the_file_comes_with_them(desk: Desk) -> None:
    desk.export.action.trigger()
    assert desk.sent == [AskLab(QUESTION, again=True)]
    desk.show(CHOSEN)
    assert len(desk.sent) == 1  # nothing new yet
    desk.answer()
    (table,) = desk.sent[1:]
    assert isinstance(table, SaveTable)
    desk.show(CHOSEN)
    assert len(desk.sent) == 2  # once
    desk.export.action.trigger()
    assert desk.sent[2] == table  # known now


def test_nothing_is_exported_of_nothing_and_the_action_says_so(desk: Desk) -> None:
    assert desk.export.action.isEnabled()
    desk.show(())
    assert not desk.export.action.isEnabled()
    desk.export.begin()
    assert desk.sent == []


def test_another_selection_while_it_waits_gives_no_file_of_the_first(desk: Desk) -> None:
    desk.export.action.trigger()
    desk.show(())
    desk.answer()
    assert len(desk.sent) == 1


def test_a_refusal_is_said(desk: Desk) -> None:
    desk.export.action.trigger()
    desk.run.findings[QUESTION] = Refused("It is not open.")
    desk.show(CHOSEN)
    (said,) = desk.sent[1:]
    assert isinstance(said, Say)
    assert "It is not open." in said.sentence


def test_the_table_holds_texts_ids_places_and_distances(desk: Desk) -> None:
    desk.export.action.trigger()
    found = desk.answer()
    table = desk.sent[-1]
    assert isinstance(table, SaveTable)
    layout, background = desk.run.maps[EMBEDDING].layout, desk.run.maps[EMBEDDING].background
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [row["point"] for row in rows] == list(CHOSEN)
    for at, (index, row) in enumerate(zip(CHOSEN, rows, strict=True)):
        token = int(background.token_ids[index])
        assert row["token id"] == token
        assert row["token"] == plain_text(desk.run.vocabulary, [token])
        places = [float(row[name]) for name in ("x (3D)", "y (3D)", "z (3D)", "x (2D)", "y (2D)")]
        np.testing.assert_allclose(places, [*layout.points3[index], *layout.points2[index]], rtol=1e-6)
        assert row[FROM_MEAN] == found.from_mean[at]
        distances = [float(row[PAIR.format(n=other)]) for other in CHOSEN]
        np.testing.assert_allclose(distances, found.pairs[at], rtol=1e-6)


def test_of_a_run_file_it_is_exported_without_distances(desk: Desk) -> None:
    desk.run.run_id = 0
    desk.show(CHOSEN)
    desk.export.action.trigger()
    (table,) = desk.sent
    assert isinstance(table, SaveTable)
    assert len(table.rows) == len(CHOSEN)
    assert FROM_MEAN not in table.columns


def test_a_probability_that_is_not_known_is_no_0(desk: Desk) -> None:
    node = desk.run.path[-1]
    record = desk.run.nodes[node]
    likely = int(record.next_ids[0])
    unlikely = next(i for i in range(len(desk.run.maps[EMBEDDING].background.token_ids)) if i not in record.next_ids)
    for whole in (False, True):
        if whole:
            everything = np.zeros(len(desk.run.maps[EMBEDDING].background.token_ids), np.float32)
            everything[likely] = 0.5
            desk.run.distribution = (node, everything)
        desk.show((likely, unlikely))
        alone = Apart(np.zeros(2, np.float32), np.zeros((0, 0), np.float32))
        desk.run.findings[AskApart(EMBEDDING, (likely, unlikely))] = alone
        desk.show((likely, unlikely))
        desk.export.action.trigger()
        table = desk.sent[-1]
        assert isinstance(table, SaveTable)
        chances = [dict(zip(table.columns, row, strict=True))[NEXT] for row in table.rows]
        assert float(chances[0]) > 0
        assert chances[1] == (0.0 if whole else "")


def test_states_have_their_sentences(desk: Desk) -> None:
    state = desk.run.maps[EMBEDDING]
    n = len(state.background.token_ids)
    state.background = replace(
        state.background,
        positions=np.arange(n, dtype=np.int32),
        surprisal=np.full(n, np.nan, np.float32),
        texts=np.zeros(n, np.int32),
        text_kinds=("prose",),
        sources=np.zeros(n, np.int32),
        source_names=("A river",),
    )
    desk.show(CHOSEN)
    desk.export.action.trigger()
    desk.answer(pairs=False)
    table = desk.sent[-1]
    assert isinstance(table, SaveTable)
    row = dict(zip(table.columns, table.rows[0], strict=True))
    told = [row[name] for name in ("position", "text kind", "source text", "surprisal (bits)")]
    assert told == [9, "prose", "A river", ""]
    assert "[" in str(row["sentence"])
    assert not any(column == PAIR.format(n=9) for column in table.columns)
