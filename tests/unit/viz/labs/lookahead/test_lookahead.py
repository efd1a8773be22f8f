"""The drawn look-ahead tree: where it draws, and what is done with it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.run import Run
from tests.helpers import mouse
from tests.helpers.ahead import STATES, grown, limited
from tests.helpers.runs import prompted, with_map
from viz.figures.files import save_figure
from viz.figures.page import Figure, of_pixels
from viz.intents import AskLab, Hover, Intent, PinAhead, SaveTable, SetOption, TakeToken
from viz.labs.lookahead import table
from viz.labs.lookahead.lookahead_frame import lookahead_frame
from viz.labs.lookahead.lookahead_view import LookaheadView
from viz.labs.lookahead.tree_layout import tree_layout
from viz.map.input.targets import Target, meaning, pinning, place_of
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint.pieces import marks, segments
from viz.theme import theme
from viz.ui_state import UiState


def whole() -> tuple[Run, UiState]:
    run, ui = with_map(prompted()), limited(share=0.5, most=10)
    run.run_id = 1
    grown(run, ui)
    return run, ui


def test_no_two_tokens_overlap_and_each_stands_after_its_parent() -> None:
    run, ui = whole()
    frame = lookahead_frame(run, ui)
    layout = tree_layout(frame.tree, frame.texts, frame.after, 13.0, lambda text: 7.0 * len(text))
    assert sorted(layout.order) == list(range(len(frame.tree)))
    places = {(box.level, box.line) for box in layout.boxes}
    assert len(places) == len(layout.boxes)
    for box, parent in zip(layout.boxes, frame.tree.parents.tolist(), strict=True):
        before = layout.boxes[parent] if parent >= 0 else None
        assert box.left > (layout.first if before is None else before.left + before.chip)
        assert before is None or box.line >= before.line
        assert box.left + box.chip < layout.width
    leaves = [box for box in layout.boxes if box.is_leaf]
    assert sorted(box.line for box in leaves) == list(range(layout.lines)), "each line is one continuation"


def test_clicks_and_keys_take_pin_and_point(qtbot: QtBot) -> None:
    run, ui = whole()
    view, sent = LookaheadView(), list[Intent]()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.intent.connect(sent.append)
    frame = LookaheadView.frame(run, ui)
    view.paint(frame, theme("dark"))
    tree, area = frame.tree, view.area_
    row = next(at for at, path in enumerate(tree.paths) if len(path) == 3)
    take = TakeToken(tree.node, tree.paths[row][0], tree.paths[row][1:])
    at = area.box_of(row).center().toPoint()
    mouse.move(area.viewport(), at)
    assert sent.pop() == Hover(token_id=tree.paths[row][-1])
    QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sent.pop() == take
    mouse.leave(area.viewport())
    assert sent.pop() == Hover()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(area, key)
    first = area.selected
    assert tree.paths[first] == tree.paths[row][:0] + tree.paths[first]
    assert len(tree.paths[first]) == 3
    QTest.keyClick(area, Qt.Key.Key_P)
    assert sent.pop() == PinAhead(tree.node, tree.paths[first])
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert sent.pop() == TakeToken(tree.node, tree.paths[first][0], tree.paths[first][1:])
    QTest.keyClick(area, Qt.Key.Key_Left)
    assert tree.paths[area.selected] == tree.paths[first][:-1]
    view.slider.setValue(80)
    assert sent.pop() == SetOption("meaning_space", "ahead_share", 0.8)
    view.steps.setValue(5)
    assert sent.pop() == SetOption("meaning_space", "ahead_depth", 5)
    assert [action.text() for action in view.menu(row).actions()][:2] == ["Continue the text with this", "Pin"]


def test_the_level_that_is_missing_is_wanted_and_a_file_offers_the_model(qtbot: QtBot) -> None:
    run = with_map(prompted())
    run.run_id = 1
    frame = LookaheadView.frame(run, UiState())
    assert LookaheadView.wants(frame) == (AskLab(frame.tree.question),)  # type: ignore[arg-type]
    run.run_id = 0
    run.changed += 1
    view = LookaheadView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    frame = LookaheadView.frame(run, UiState())
    assert LookaheadView.wants(frame) == ()
    view.paint(frame, theme("dark"))
    assert LookaheadView.lacks(frame)
    assert MeaningSpace.lacks(MeaningSpace.frame(run, UiState().with_option("meaning_space", "ahead", True)))
    assert "the model that made this run" in view.hint.text()


def test_the_table_has_every_number_and_the_figure_every_token(qtbot: QtBot, tmp_path: Path) -> None:
    run, ui = whole()
    frame = LookaheadView.frame(run, ui)
    rows = table.rows(frame)
    assert len(rows) == len(frame.tree)
    assert all(len(row) == len(table.COLUMNS) for row in rows)
    assert [row[5] for row in rows] == pytest.approx(frame.tree.mass.tolist())
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    assert len(list(csv.reader(io.StringIO(written.getvalue())))) == len(rows)
    view, sent = LookaheadView(), list[object]()
    qtbot.addWidget(view)
    view.intent.connect(sent.append)
    view.paint(frame, theme("dark"))
    view.actions()[0].trigger()
    assert [it for it in sent if isinstance(it, SaveTable)] == [SaveTable("look-ahead", table.COLUMNS, rows)]
    file = tmp_path / "tree.svg"
    save_figure(file, Figure("lookahead", of_pixels(1200, 700), "print"), run, ui)
    texts = {"".join(element.itertext()).strip() for element in ET.parse(file).iter() if element.tag.endswith("text")}  # noqa: S314
    assert {text for text in frame.texts if text.isascii()} <= {text.replace(" ", "·") for text in texts} | texts


@pytest.mark.parametrize("space", ["embedding", "states"])
def test_on_the_map_every_continuation_can_be_taken_and_pinned(space: str) -> None:
    run = with_map(with_map(prompted()), STATES)
    run.run_id = 1
    ui = limited(share=0.5, most=10).with_option("meaning_space", "ahead", True)
    ui = replace(ui, space=STATES) if space == "states" else ui
    wanted = MeaningSpace.wants(MeaningSpace.frame(run, ui))
    assert [type(it) for it in wanted] == [AskLab], "the tree's first level is asked for, and no fan"
    tree, _ = grown(run, ui)
    frame = MeaningSpace.frame(run, ui)
    assert not MeaningSpace.wants(frame)
    assert frame.ahead.rows.tolist() == list(range(len(tree)))
    assert not frame.fan.current.any()
    at = {tree.paths[row]: i for i, row in enumerate(frame.ahead.rows.tolist())}
    for path, i in at.items():
        target = Target("ahead", i)
        assert meaning(frame, target) == [TakeToken(tree.node, path[0], path[1:])]
        assert pinning(frame, target) == [PinAhead(tree.node, path)]
        assert place_of(frame, target).tolist() == frame.points[path[-1]].tolist()
        begin = frame.points[path[-2]] if len(path) > 1 else frame.path.points[frame.current]
        assert frame.ahead.start[i].tolist() == begin.tolist()
        assert len(frame.ahead.trail(i)) == len(path) + 1
    without = MeaningSpace.frame(run, ui.with_option("meaning_space", "ahead", False))
    assert len(segments(frame, theme("dark"))) - len(segments(without, theme("dark"))) == len(tree) - int(
        without.fan.current.sum()
    )
    none = np.zeros(0, np.int64)
    drawn, before = (len(marks(one, theme("dark"), none)) for one in (frame, without))
    assert drawn - before == len(tree) - int(without.fan.current.sum())
