"""The attention views, driven by real events."""

from __future__ import annotations

import numpy as np
import pytest
from pyqtgraph import BarGraphItem
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import AskAtlas, AtlasFound
from engine.run import Run
from tests.helpers.charts import at, click, point
from tests.helpers.counted import counted
from tests.helpers.mouse import leave, move, wheel
from tests.helpers.rested import rested
from tests.helpers.runs import HEADS, LAYERS, PROMPT, RUNS, empty, grow
from viz.charts.atlas_grid import AtlasGrid
from viz.charts.head_names import read_heads
from viz.charts.heat_part import HeatPart
from viz.charts.plots import Plot
from viz.intents import AskLab, AskReplay, ChooseHead, HandOver, Hover, Intent, LookAt
from viz.labs.attention import atlas_item
from viz.labs.attention.attention_atlas_view import AttentionAtlasView
from viz.labs.attention.attention_head_view import UNLIKE, AttentionHeadView
from viz.labs.attention.attention_store import SCORES
from viz.labs.attention.attention_text_view import AttentionTextView
from viz.labs.attention.head_table_view import COLUMNS, HeadTableView
from viz.labs.attention.visible_part import VisiblePart
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


def test_a_click_chooses_the_head_under_it(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    sent = shown(qtbot, view, RUNS["fifty_steps"]())
    for layer in range(LAYERS):
        for head in range(HEADS):
            click(view.panel, 0, layer * HEADS + head)
            assert sent[-1] == ChooseHead(layer, head)


def test_places_are_worked_out_where_the_room_changes_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, run = AttentionAtlasView(), RUNS["fifty_steps"]()
    shown(qtbot, view, run)
    view.grab()
    grids, placed = counted(monkeypatch, atlas_item, "by_layer"), counted(monkeypatch, AtlasGrid, "place")
    for layer in range(LAYERS):  # a token that is written costs as little
        view.paint(view.frame(run, UiState(head=(layer, 0))), theme("dark"))
        view.grab()
    assert grids == []
    assert len(placed) <= 4 * LAYERS, "the first, the last, the chosen one and the corner of a block, each time"
    view.resize(view.width() // 2, view.height())
    smaller = view.grab().toImage()
    assert len(grids) == 1
    fresh = AttentionAtlasView()
    shown(qtbot, fresh, run, UiState(head=(LAYERS - 1, 0)), size=(view.width(), view.height()))
    assert fresh.grab().toImage() == smaller


def test_sorted_by_a_score_the_first_is_the_strongest(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    for score in SCORES:
        ui = UiState().with_option(view.name, "sorted", True).with_option(view.name, "score", score)
        frame = view.frame(RUNS["fifty_steps"](), ui)
        assert frame.atlas is not None
        values = np.nan_to_num(frame.atlas.scores[SCORES.index(score)].ravel()[frame.order], nan=-1)
        assert (np.diff(values) <= 0).all()
    sent = shown(qtbot, view, RUNS["fifty_steps"](), ui)
    click(view.panel, 0, 0)
    assert sent[-1] == ChooseHead(*divmod(int(frame.order[0]), HEADS))


def test_sorted_heads_keep_their_names(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every picture has its head's name in its upper right corner, from which no token attends."""
    view, run = AttentionAtlasView(), RUNS["fifty_steps"]()
    ui = UiState().with_option(view.name, "sorted", True)
    shown(qtbot, view, run, ui)
    named = view.grab().toImage()
    asked: list[tuple[int, int]] = []

    def nameless(layer: int, head: int) -> str:
        asked.append((layer, head))
        return ""

    monkeypatch.setattr(atlas_item, "head_name", nameless)
    view.panel.grid.viewport().update()
    bare = view.grab().toImage()
    frame = view.frame(run, ui)
    assert asked[: LAYERS * HEADS] == [divmod(int(index), HEADS) for index in frame.order]
    ratio = named.devicePixelRatio()
    for place in range(LAYERS * HEADS):
        middle = view.panel.grid.viewport().mapTo(view, at(view.panel, 0, place))
        columns, rows = (range(round(at_ * ratio), round((at_ + 90) * ratio)) for at_ in (middle.x(), middle.y() - 90))
        assert any(named.pixel(x, y) != bare.pixel(x, y) for x in columns for y in rows), place


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
    sent = shown(qtbot, view, RUNS["fifty_steps"](), UiState(layer=1, head=(1, 2)))
    QTest.keyClick(view, key)
    assert sent == [expected]


def test_hovering_enlarges_and_leaving_ends_it(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    shown(qtbot, view, RUNS["fifty_steps"]())
    before = view.grab().toImage()
    point(view.panel, 0, 5)
    assert view.grab().toImage() != before
    assert view.enlarged[0] == f"L{5 // HEADS}.H{5 % HEADS}"
    assert any("entropy" in line for line in view.enlarged)
    leave(view.panel.grid)
    assert view.grab().toImage() == before
    assert view.enlarged == []


@pytest.mark.parametrize("by_score", [False, True])
def test_a_zoom_keeps_the_head_under_the_pointer_and_makes_it_larger(qtbot: QtBot, by_score: bool) -> None:
    view = AttentionAtlasView()
    sent = shown(qtbot, view, RUNS["fifty_steps"](), UiState().with_option(view.name, "sorted", by_score))
    port, where = view.panel.grid.viewport(), at(view.panel, 0, 5)
    apart = at(view.panel, 0, 5).y() - at(view.panel, 0, 1).y() if not by_score else 0
    wheel(port, where, 3)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=where)
    assert view.painted is not None
    assert sent[-1] == ChooseHead(*divmod(int(view.painted.order[5]), HEADS))
    assert by_score or at(view.panel, 0, 5).y() - at(view.panel, 0, 1).y() > 1.3 * apart
    view.paint(view.frame(RUNS["fifty_steps"](), UiState()), theme("light"))
    QTest.keyClick(view, Qt.Key.Key_0)
    assert not view.panel.grid.plots[0].vb.is_zoomed


def test_it_says_the_chosen_head_and_its_scores(qtbot: QtBot) -> None:
    view = AttentionAtlasView()
    shown(qtbot, view, RUNS["fifty_steps"](), UiState(layer=2, head=(2, 1)))
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


MATRIX, ROW_SUMS, COLUMN_SUMS = range(3)


def matrix(view: AttentionHeadView) -> Plot:
    return view.panel.grid.plots[MATRIX]


def test_hovering_a_cell_says_its_value_and_lights_the_key(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["one_step"]()
    sent = shown(qtbot, view, run, UiState(layer=1, head=(1, 2)))
    point(view.panel, MATRIX, (7, 3))
    assert sent[-1] == Hover(run.at(3).token_id, run.at(3).node)
    attn = run.at(7).attn
    assert attn is not None
    for said in (matrix(view).crosshair.words, view.accessibleDescription()):
        assert f"{attn[1, 2, 3]:.4f}" in said
    point(view.panel, MATRIX, (3, 7))
    for said in (matrix(view).crosshair.words, view.accessibleDescription()):
        assert "a later token" in said
    leave(view.panel.grid)
    assert sent[-1] == Hover()
    assert "a later token" not in view.accessibleDescription()


def test_a_click_looks_at_the_row(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    sent = shown(qtbot, view, RUNS["one_step"]())
    click(view.panel, MATRIX, (6, 2))
    assert sent[-1] == LookAt(6)
    click(view.panel, MATRIX, (len(RUNS["one_step"]()) - 1, 2))
    assert sent[-1] == LookAt(None), "the last row is the one that is followed"


def cell_at(view: AttentionHeadView, where: QPoint) -> tuple[int, int]:
    spot = matrix(view).spot_at(QPointF(view.panel.grid.mapToScene(where)))
    assert spot is not None
    row, column = spot.thing
    return row, column


def test_wheel_zooms_drag_pans_double_click_shows_all(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    sent, port = shown(qtbot, view, RUNS["fifty_steps"]()), view.panel.grid.viewport()
    where, n = at(view.panel, MATRIX, (30, 20)), len(RUNS["fifty_steps"]())
    for _ in range(4):
        wheel(port, where, 1)
        assert cell_at(view, where) == (30, 20), "what is under the pointer stays there"
    near = view.part(n)
    assert near.span < n
    rested(qtbot, view)
    assert "zoomed" in view.accessibleDescription()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=where)
    for step in (10, 20, 40):
        move(port, where + QPoint(step, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=where + QPoint(40, 0))
    assert view.part(n).left < near.left
    assert view.part(n).span == pytest.approx(near.span)
    assert not [intent for intent in sent if isinstance(intent, LookAt)]
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=where)
    assert view.part(n) == VisiblePart.whole(n)
    for _ in range(9):
        wheel(port, where, -1)
    assert view.part(n) == VisiblePart.whole(n)


@pytest.mark.parametrize(("size", "fills"), [((700, 520), True), ((420, 640), True), ((1400, 420), False)])
def test_cells_fill_the_panel_and_sums_stand_beside_their_rows_and_columns_at_every_zoom(
    qtbot: QtBot, size: tuple[int, int], fills: bool
) -> None:
    view, run = AttentionHeadView(), RUNS["fifty_steps"]()
    shown(qtbot, view, run, size=size)
    for _ in range(3):
        plot, beside, below = view.panel.grid.plots
        inside, em = plot.vb.sceneBoundingRect(), view.em
        assert (inside.right() > view.panel.grid.width() - 5 * em) == fills, "up to cells twice as wide as high"
        assert fills or inside.width() == pytest.approx(UNLIKE * inside.height(), abs=2)
        assert inside.bottom() > view.panel.grid.height() - 5 * em
        row, column = plot.scene_of((30, 20)).y(), plot.scene_of((30, 20)).x()
        assert beside.scene_of(30).y() == pytest.approx(row, abs=1)
        assert below.scene_of(20).x() == pytest.approx(column, abs=1)
        wheel(view.panel.grid.viewport(), at(view.panel, MATRIX, (30, 20)), 2)
    point(view.panel, COLUMN_SUMS, 20)
    assert view.painted.matrix is not None
    labels = [side.sides[axis].ruler.labels for side, axis in ((beside, "top"), (below, "left"))]
    seen = view.part(len(run))
    largest = view.painted.matrix.column_sums[round(seen.left) : round(seen.left + seen.span) + 1].max()
    assert labels == [("sums ≤ 1",), (f"sums ≤ {largest:.3g}",)], "of the part in sight"
    said = view.panel.grid.plots[COLUMN_SUMS].crosshair.words
    assert f"column sum {view.painted.matrix.column_sums[20]:.3f}" in said


def test_sums_are_named_by_a_sign_where_a_word_would_be_cut(qtbot: QtBot) -> None:
    view = AttentionHeadView()
    shown(qtbot, view, RUNS["one_step"](), size=(230, 300))
    below = view.panel.grid.plots[COLUMN_SUMS].sides["left"]
    (label,) = below.ruler.labels
    assert label.startswith("Σ ≤ ")
    view.grab()
    assert [word.text for word in below._words] == [label]


def test_a_zoom_stays_when_a_token_comes_and_ends_with_a_shorter_text(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["fifty_steps"]()
    shown(qtbot, view, run)
    wheel(view.panel.grid.viewport(), at(view.panel, MATRIX, (30, 20)), 3)
    before = view.part(len(run))
    grow(run, [3], parent=run.current)
    view.paint(view.frame(run, UiState()), theme("dark"))
    assert view.part(len(run)) == before
    shorter = RUNS["one_step"]()
    view.paint(view.frame(shorter, UiState()), theme("dark"))
    assert view.part(len(shorter)) == VisiblePart.whole(len(shorter))


def test_keys_zoom_and_pan_and_walk_over_cells(qtbot: QtBot) -> None:
    view, n = AttentionHeadView(), len(RUNS["fifty_steps"]())
    sent = shown(qtbot, view, RUNS["fifty_steps"](), UiState(position=30))
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    before = view.part(n)
    assert before.span < n
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.part(n).top > before.top
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.part(n) == VisiblePart.whole(n)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    assert view.cell == (29, 29)
    assert "(29)" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert sent[-1] == LookAt(29)


def test_what_is_drawn_are_the_cells_their_labels_and_sums(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["one_step"]()
    shown(qtbot, view, run, UiState(layer=1, head=(1, 2), position=4))
    view.grab()
    plot, beside, below = view.panel.grid.plots
    (part,) = (item for item in plot.items if isinstance(item, HeatPart))
    found = view.painted.matrix
    assert found is not None
    np.testing.assert_array_equal(part.cells, np.where(np.tri(found.n, dtype=bool), found.values, np.nan))
    for side in ("left", "top"):
        assert plot.sides[side].ruler.labels == view.painted.texts
        assert plot.sides[side].ruler.chosen == 4
    for sums, one, end in ((found.row_sums, beside, "x1"), (found.column_sums, below, "y1")):
        (bars, _) = (item for item in one.items if isinstance(item, BarGraphItem))
        start = bars.opts[end.replace("1", "0")]
        np.testing.assert_allclose(bars.opts[end] - start, sums / sums.max(), atol=1e-7)


def wanted(view: type[View], run: Run, ui: UiState | None = None) -> list[Intent]:
    return list(view.wants(view.frame(run, ui or UiState())))


def test_what_is_not_stored_is_wanted(qtbot: QtBot) -> None:
    run = RUNS["without_attention"]()
    for view in (AttentionHeadView, AttentionTextView):
        assert wanted(view, run, UiState(layer=1, head=(1, 3))) == [AskReplay(run.current, 1, "attn", 3)]
        assert wanted(view, run, UiState(layer=2, head=(2, 0))) == [AskReplay(run.current, 2, "attn", 0)]
        made = view()
        assert shown(qtbot, made, run, UiState(layer=1, head=(1, 3))) == [], "painting asks nothing"
    layer = UiState(head=(1, 2)).with_option("attention_head", "show", "mean of the layer")
    assert wanted(AttentionHeadView, run, layer) == [AskReplay(run.current, 1, "attn", None)]
    mean = UiState(head=(1, 2)).with_option("attention_text", "mean", True)
    assert wanted(AttentionTextView, run, mean) == [AskReplay(run.current, 1, "attn", None)]
    assert wanted(AttentionHeadView, RUNS["one_step"]()) == []
    assert wanted(AttentionTextView, RUNS["one_step"]()) == []


def test_a_model_without_attention_is_not_asked() -> None:
    for view in (AttentionHeadView, AttentionTextView):
        assert wanted(view, RUNS["bare"]()) == []
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
    ui = UiState(layer=1, head=(1, 2), position=20)
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
    mean = AttentionTextView.frame(run, UiState(head=(1, 2)).with_option("attention_text", "mean", True))
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
    rows = range(view.table.sorted.rowCount())
    return [float(view.table.sorted.index(row, number).data(Qt.ItemDataRole.UserRole)) for row in rows]


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
    point = view.table.visualRect(view.table.sorted.index(0, 0)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    strongest = int(np.argmax(view.frame(run, UiState()).scores[SCORES.index("previous")]))
    assert sent[-1] == ChooseHead(*divmod(strongest, HEADS))


def test_the_chosen_head_is_the_selected_row(qtbot: QtBot) -> None:
    view = HeadTableView()
    shown(qtbot, view, RUNS["fifty_steps"](), UiState(layer=2, head=(2, 1)), size=(700, 400))
    assert view.table.currentIndex().siblingAtColumn(0).data() == "L2.H1"
