"""Two branches in the token strip: one below the other from where they part, told apart by more than colour."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.mouse import move
from tests.helpers.runs import branched, stepped_back
from viz.branches import branch_tree
from viz.charts.flow import flow
from viz.intents import CompareWith, Hover, LookAt, ReturnTo
from viz.theme import theme
from viz.tokens.token_strip_view import TokenStripView
from viz.ui_state import UiState


def test_lines_from_the_fork_on_are_twice_as_high() -> None:
    lines = flow([40.0] * 10, 100.0, 20.0, 4.0, double_from=5)  # two in each line: 5 stands in line 2
    assert [lines.top_of(line) for line in range(6)] == [0, 20, 40, 80, 120, 160]
    assert lines.height == 160
    assert [lines.line_at(y) for y in (0, 39, 40, 79, 80, 159)] == [0, 1, 2, 2, 3, 4]
    assert list(lines.lines_between(45, 81)) == [2, 3]
    assert lines.at(50, 70) == 5
    assert flow([40.0] * 4, 100.0, 20.0, 4.0).height == 40


@pytest.fixture
def view(qtbot: QtBot) -> TokenStripView:
    made = TokenStripView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def below(view: TokenStripView, position: int) -> QPoint:
    """The middle of a position's chip in the second row."""
    assert view._flow is not None
    return view.chip_rect(position).center().toPoint() + QPoint(0, round(view._flow.line_height))


def test_the_other_branch_stands_below_position_for_position(view: TokenStripView) -> None:
    run = branched()
    other = branch_tree(run).branches[0]
    ui = UiState(compare=other.leaf)
    frame = view.frame(run, ui)
    assert frame.beside is not None
    assert frame.beside.tokens.nodes.tolist() == run.path_to(other.leaf)
    assert frame.high >= np.nanmax(frame.beside.values)
    assert view.frame(run, ui).beside.tokens is frame.beside.tokens  # type: ignore[union-attr]
    assert view.frame(run, UiState()).beside is None
    view.paint(frame, theme("dark"))
    fork, sent = frame.beside.fork, list[object]()
    view.intent.connect(sent.append)
    assert view.position_at(below(view, fork)) == fork
    assert view.is_second(below(view, fork))
    assert not view.is_second(view.chip_rect(fork).center().toPoint())
    assert not view.is_second(view.chip_rect(2).center().toPoint())
    move(view, below(view, fork))
    node = int(frame.beside.tokens.nodes[fork])
    assert sent == [Hover(run.nodes[node].token_id, node)]
    look, own = view.second_look(fork), view.look(fork)
    assert look.text == frame.beside.tokens.texts[fork] != own.text
    assert look.second
    assert not own.second
    assert (look.hovered, own.hovered) == (True, False)


def test_it_can_be_left_and_swapped(view: TokenStripView) -> None:
    run = branched()
    leaf, sent = run.leaves[0], list[object]()
    view.intent.connect(lambda it: None if isinstance(it, (Hover, LookAt)) else sent.append(it))
    view.paint(view.frame(run, UiState()), theme("dark"))
    assert view.stop.isHidden()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert sent == []
    view.paint(view.frame(run, UiState(compare=leaf)), theme("dark"))
    view.stop.click()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert sent == [CompareWith(None)] * 2
    menu = view.compared_menu()
    assert menu is not None
    sent.clear()
    menu.actions()[0].trigger()
    assert sent == [ReturnTo(leaf)]


def test_a_branch_that_only_goes_on_further_is_shown_too(view: TokenStripView) -> None:
    run = stepped_back()
    view.paint(view.frame(run, UiState(compare=run.leaves[0])), theme("dark"))
    row = view.row()
    assert row is not None
    assert row.second is not None
    assert row.second.fork == len(run) < row.length
    view.grab()
    move(view, view.chip_rect(row.length - 1).center().toPoint())  # above it there is no chip
    assert view.hovered is None
