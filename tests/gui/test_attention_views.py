"""The attention views, driven by real events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import AskAtlas, AtlasFound
from engine.run import Run
from tests.helpers.mouse import leave, move, wheel
from tests.helpers.runs import HEADS, LAYERS, PROMPT, RUNS, empty, grow
from viz.charts.head_names import read_heads
from viz.intents import AskLab, AskReplay, ChooseHead, HandOver, Hover, Intent, LookAt
from viz.labs.attention.attention_atlas_view import AttentionAtlasView
from viz.labs.attention.attention_head_view import AttentionHeadView
from viz.labs.attention.attention_store import SCORES
from viz.labs.attention.attention_text_view import AttentionTextView
from viz.labs.attention.head_table_view import COLUMNS, HeadTableView
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View


def shown(
    qtbot: QtBot, view: View, run: Run, ui: UiState | None = None, size: tuple[int, int] = (420, 520)
) -> list[Intent]:
    """Show `view` with `run` on it; what it sends is gathered in the list returned."""
    sent: list[Intent] = []
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    view.paint(type(view).frame(run, ui or UiState()), theme("dark"))
    QApplication.processEvents()
    return sent


# -- atlas -------------------------------------------------------------------------------------------------------


def place(view: AttentionAtlasView, at: int) -> QPoint:
    return view.grid(view._area(QRectF(view.rect()))).place(at).center().toPoint()


def test_a_click_chooses_the_head_under_it(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    sent = shown(qtbot, view, RUNS["fifty_steps"]())
    for layer in range(LAYERS):
        for head in range(HEADS):
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, layer * HEADS + head))
            assert sent[-1] == ChooseHead(layer, head)


def test_sorted_by_a_score_the_first_is_the_strongest(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    for score in SCORES:
        ui = UiState().with_option(view.name, "sorted", True).with_option(view.name, "score", score)
        frame = view.frame(RUNS["fifty_steps"](), ui)
        assert frame.atlas is not None
        values = np.nan_to_num(frame.atlas.scores[SCORES.index(score)].ravel()[frame.order], nan=-1)
        assert (np.diff(values) <= 0).all()
    sent = shown(qtbot, view, RUNS["fifty_steps"](), ui)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, 0))
    assert sent[-1] == ChooseHead(*divmod(int(frame.order[0]), HEADS))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, ChooseHead(1, 3)),
        (Qt.Key.Key_Left, ChooseHead(1, 1)),
        (Qt.Key.Key_Down, ChooseHead(2, 2)),
        (Qt.Key.Key_Up, ChooseHead(0, 2)),
        (Qt.Key.Key_Home, ChooseHead(0, 0)),
        (Qt.Key.Key_End, ChooseHead(LAYERS - 1, HEADS - 1)),
    ],
)
def test_keys_walk_over_heads(qtbot: QtBot, key: Qt.Key, expected: ChooseHead) -> None:
    view = AttentionAtlasView()
    sent = shown(qtbot, view, RUNS["fifty_steps"](), UiState(layer=1, head=2))
    QTest.keyClick(view, key)
    assert sent == [expected]


def test_hovering_enlarges_and_leaving_ends_it(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    shown(qtbot, view, RUNS["fifty_steps"]())
    before = view.grab().toImage()
    move(view, place(view, 5))
    assert view.grab().toImage() != before
    leave(view)
    assert view.grab().toImage() == before


def test_it_says_the_chosen_head_and_its_scores(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    shown(qtbot, view, RUNS["fifty_steps"](), UiState(layer=2, head=1))
    said = view.accessibleDescription()
    assert said.startswith("L2.H1")
    assert all(score in said for score in ("previous", "induction", "entropy"))


def test_what_is_not_stored_is_offered_and_then_shown(qtbot: QtBot) -> None:
    view, run = AttentionAtlasView(), empty()
    run.run_id = 1
    grow(run, PROMPT, attn=False)
    sent = shown(qtbot, view, run)
    assert view.compute.isVisible()
    QTest.mouseClick(view.compute, Qt.MouseButton.LeftButton)
    question = AskAtlas(run.current)
    assert sent == [AskLab(question, again=True)]
    stored = RUNS["fifty_steps"]()
    atlas = view.frame(stored, UiState()).atlas
    assert atlas is not None
    found = AtlasFound(run.current, atlas.n_rows, atlas.bin, atlas.cells, atlas.without_first, atlas.scores, 0.1)
    run.findings[question] = found
    run.changed += 1
    view.paint(view.frame(run, UiState()), theme("dark"))
    assert not view.compute.isVisible()
    shown_now = view.frame(run, UiState()).atlas
    assert shown_now is not None
    assert shown_now is view.frame(run, UiState()).atlas
    np.testing.assert_array_equal(shown_now.cells, atlas.cells)
    run.run_id, run.findings = 0, {}
    run.changed += 1
    view.paint(view.frame(run, UiState()), theme("dark"))
    QTest.mouseClick(view.compute, Qt.MouseButton.LeftButton)
    assert sent[-1] == HandOver()


# -- head --------------------------------------------------------------------------------------------------------


def cell_middle(view: AttentionHeadView, row: int, column: int) -> QPoint:
    assert view.painted is not None
    port = view._port(len(view.painted.texts))
    return port.rect_of(row, column, 1, 1, view.square(QRectF(view.rect()))).center().toPoint()


def test_hovering_a_cell_says_its_value_and_lights_the_key(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["one_step"]()
    sent = shown(qtbot, view, run, UiState(layer=1, head=2))
    move(view, cell_middle(view, 7, 3))
    assert sent[-1] == Hover(run.at(3).token_id, run.at(3).node)
    attn = run.at(7).attn
    assert attn is not None
    assert view.painted is not None
    assert f"{attn[1, 2, 3]:.4f}" in view._facts(view.painted)
    move(view, cell_middle(view, 3, 7))
    assert "future" in view._facts(view.painted)
    leave(view)
    assert sent[-1] == Hover()


def test_a_click_looks_at_the_row(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    sent = shown(qtbot, view, RUNS["one_step"]())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=cell_middle(view, 6, 2))
    assert sent[-1] == LookAt(6)


def test_wheel_zooms_drag_pans_double_click_shows_all(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    sent = shown(qtbot, view, RUNS["fifty_steps"]())
    where = cell_middle(view, 30, 20)
    cell = view.cell_at(where.toPointF())
    wheel(view, where, 4)
    assert view.port is not None
    assert view.port.span < 59
    assert view.cell_at(where.toPointF()) == cell
    left = view.port.left
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    move(view, where + QPoint(40, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=where + QPoint(40, 0))
    assert view.port.left < left
    assert not [intent for intent in sent if isinstance(intent, LookAt)]
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=where)
    assert view.port is None


def test_keys_zoom_and_pan(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    shown(qtbot, view, RUNS["fifty_steps"]())
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.port is not None
    top = view.port.top
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.port.top > top
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.port is None


def test_what_is_not_stored_is_asked_for_once(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["without_attention"]()
    sent = shown(qtbot, view, run, UiState(layer=1, head=3))
    view.paint(view.frame(run, UiState(layer=1, head=3)), theme("dark"))
    assert sent == [AskReplay(run.current, 1, "attn", 3)]
    view.paint(view.frame(run, UiState(layer=2, head=0)), theme("dark"))
    assert sent[-1] == AskReplay(run.current, 2, "attn", 0)


def test_a_model_without_attention_is_not_asked(qtbot: QtBot) -> None:
    for view in (AttentionHeadView(), AttentionTextView()):
        assert shown(qtbot, view, RUNS["bare"]()) == []
        assert view.frame(RUNS["bare"](), UiState()).why_not == "This model computes no attention."


def test_a_mean_without_heads_says_where_to_list_them(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["one_step"]()
    mean = UiState().with_option(view.name, "show", "mean of chosen heads")
    shown(qtbot, view, run, mean)
    assert "options" in view.accessibleDescription()
    view.paint(view.frame(run, mean.with_option(view.name, "heads", "0.1 2.3")), theme("dark"))
    assert "options" not in view.accessibleDescription()


def test_of_one_token_no_share_on_the_first_is_told(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    shown(qtbot, view, RUNS["one_token"]())
    assert "first token" not in view.accessibleDescription()


# -- text --------------------------------------------------------------------------------------------------------


def test_weights_are_the_row_or_the_column() -> None:
    run = RUNS["fifty_steps"]()
    ui = UiState(layer=1, head=2, position=20)
    row = AttentionTextView.frame(run, ui)
    attn = run.at(20).attn
    assert attn is not None
    np.testing.assert_array_equal(row.weights[0, :21], attn[1, 2])
    assert np.isnan(row.weights[0, 21:]).all()
    column = AttentionTextView.frame(run, ui.with_option("attention_text", "direction", "attended by"))
    assert np.isnan(column.weights[0, :20]).all()
    later = run.at(40).attn
    assert later is not None
    assert column.weights[0, 40] == later[1, 2, 20]


def test_the_token_pointed_at_elsewhere_is_the_one_asked_about() -> None:
    run = RUNS["fifty_steps"]()
    assert AttentionTextView.frame(run, UiState(position=20, hover_node=run.at(7).node)).source == 7
    assert AttentionTextView.frame(run, UiState(position=20)).source == 20


def test_several_heads_and_the_mean() -> None:
    run = RUNS["fifty_steps"]()
    several = AttentionTextView.frame(run, UiState().with_option("attention_text", "heads", "0.1 L2.H3"))
    assert several.heads == ((0, 1), (2, 3))
    assert several.weights.shape == (2, len(run))
    mean = AttentionTextView.frame(run, UiState(layer=1).with_option("attention_text", "mean", True))
    attn = run.at(-1).attn
    assert attn is not None
    np.testing.assert_allclose(mean.weights[0], attn[1].mean(axis=0), rtol=1e-5)


@pytest.mark.parametrize(
    ("text", "heads", "refused"),
    [
        ("", (), ""),
        ("1.2, L0.H3;", ((1, 2),), "L0.H3;"),
        ("1.2 1.2 2.0", ((1, 2), (2, 0)), ""),
        ("9.9", (), "9.9"),
        ("hello", (), "hello"),
    ],
)
def test_heads_are_read(text: str, heads: tuple[tuple[int, int], ...], refused: str) -> None:
    assert read_heads(text, LAYERS, HEADS) == (heads, refused)


def test_hovering_the_text_lights_everywhere(qtbot: QtBot) -> None:
    view, run = AttentionTextView(), RUNS["one_step"]()
    sent = shown(qtbot, view, run)
    move(view, view.chip_rect(4).center().toPoint())
    assert sent[-1] == Hover(run.at(4).token_id, run.at(4).node)
    view.paint(view.frame(run, UiState(hover_node=run.at(4).node)), theme("dark"))
    assert "(4)" not in view.accessibleDescription()
    assert view.painted is not None
    assert view.painted.source == 4


# -- table -------------------------------------------------------------------------------------------------------


def column(view: HeadTableView, number: int) -> list[float]:
    """What a column is sorted by, from top to bottom."""
    rows = range(view.sorted.rowCount())
    return [float(view.sorted.index(row, number).data(Qt.ItemDataRole.UserRole)) for row in rows]


def test_a_click_on_a_heading_sorts(qtbot: QtBot) -> None:
    view = HeadTableView()
    shown(qtbot, view, RUNS["fifty_steps"](), size=(700, 400))
    header = view.table.horizontalHeader()
    for number in range(1, len(SCORES) + 1):
        point = QPoint(header.sectionViewportPosition(number) + 10, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        values = column(view, number)
        assert values in (sorted(values), sorted(values, reverse=True))
        assert len(set(values)) > 1


def test_a_row_chooses_its_head(qtbot: QtBot) -> None:
    view, run = HeadTableView(), RUNS["fifty_steps"]()
    sent = shown(qtbot, view, run, size=(700, 400))
    view.table.sortByColumn(COLUMNS.index("previous"), Qt.SortOrder.DescendingOrder)
    view.table.scrollToTop()
    point = view.table.visualRect(view.sorted.index(0, 0)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    strongest = int(np.argmax(view.frame(run, UiState()).scores[SCORES.index("previous")]))
    assert sent[-1] == ChooseHead(*divmod(strongest, HEADS))


def test_the_chosen_head_is_the_selected_row(qtbot: QtBot) -> None:
    view = HeadTableView()
    shown(qtbot, view, RUNS["fifty_steps"](), UiState(layer=2, head=1), size=(700, 400))
    assert view.table.currentIndex().siblingAtColumn(0).data() == "L2.H1"


def test_a_new_run_is_asked_about_anew(qtbot: QtBot) -> None:
    views: tuple[View, ...] = (AttentionHeadView(), AttentionTextView())
    for view in views:
        run, other = RUNS["without_attention"](), RUNS["without_attention"]()
        other.run_id = run.run_id + 1
        sent = shown(qtbot, view, run)
        view.paint(view.frame(other, UiState()), theme("dark"))
        assert sent == [AskReplay(run.current, 0, "attn", 0)] * 2
