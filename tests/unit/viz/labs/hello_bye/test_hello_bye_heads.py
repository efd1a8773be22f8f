"""The thumbnails of heads over the words: clicks, keys, zoom and exact values, and where the thumbnails stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.hello_bye.records import AskHelloBye, HelloByeFound
from engine.records import F32
from engine.run import Run
from tests.helpers.charts import at, click, point
from tests.helpers.hello_bye import QUESTION, answered, chosen, found_of, made, model_run, plain, recorded
from tests.helpers.mouse import leave, move, wheel
from viz.charts.atlas_grid import squares
from viz.charts.chart_panel import ChartPanel
from viz.charts.numbers import percent
from viz.intents import ChooseHead, Hover, Intent
from viz.labs.hello_bye.heads_layout import HeadCells, best_cut, thumbnails
from viz.labs.hello_bye.hello_bye_heads_view import HelloByeHeadsView
from viz.theme import theme
from viz.ui_state import UiState

HeadsOfRun = tuple[HelloByeHeadsView, list[Intent]]


def shown(qtbot: QtBot, run: Run, ui: UiState, width: int = 700, height: int = 420) -> HeadsOfRun:
    view, sent = made(qtbot, HelloByeHeadsView, width, height)
    assert isinstance(view, HelloByeHeadsView)
    view.paint(HelloByeHeadsView.frame(run, ui), theme("dark"))
    QApplication.processEvents()
    return view, sent


def said(panel: ChartPanel) -> str:
    """What the card says."""
    return panel.grid.plots[0].crosshair.words


def holds(panel: ChartPanel, layer: int, head: int) -> bool:
    """Whether a head's thumbnail stands in a panel."""
    aim = panel.grid.plots[0].aim_at
    assert aim is not None
    return aim.targets.spot((layer, head, 0, 0)) is not None


def of_attention(attn: F32) -> Run:
    """A run whose finding has this attention [L, H, T, T] and nothing else that differs."""
    run = model_run()
    assert run.info is not None
    run.info = replace(run.info, n_layers=attn.shape[0], n_heads=attn.shape[1])
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "attn": attn})
    return run


# -- gestures ----------------------------------------------------------------------------------------------------


def test_a_click_on_a_thumbnail_chooses_its_head(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, answered(), chosen(layer=2, head=(2, 1)))
    every = [(layer, head) for layer in range(4) for head in range(4)]
    assert [it for it in every if holds(view.panel, *it)] == [(2, head) for head in range(4)]
    assert [it for it in every if holds(view.through, *it)] == [(layer, 1) for layer in range(4)]
    click(view.panel, 0, (2, 3, 9, 2))
    click(view.through, 0, (0, 1, 5, 5))
    heads = [intent for intent in sent if isinstance(intent, ChooseHead)]
    assert heads == [ChooseHead(2, 3), ChooseHead(0, 1)]


def test_pointing_tells_the_exact_share_and_lights_the_token_everywhere(qtbot: QtBot) -> None:
    run = recorded()
    run.run_id = 5
    view, sent = shown(qtbot, run, chosen(layer=2, head=(2, 1)))
    attn, texts = found_of().attn, HelloByeHeadsView.frame(run, chosen()).shown.texts
    assert attn is not None
    point(view.panel, 0, (2, 3, 9, 2))
    share = plain(percent(float(attn[2, 3, 9, 2])))
    assert plain(said(view.panel)) == f"L2.H3: {texts[9]} (9) attends to {texts[2]} (2): {share}"
    assert sent == [Hover(int(run.token_ids[9]), run.path[9])]
    point(view.panel, 0, (2, 3, 9, 4))  # along the row: the same token
    assert len(sent) == 1
    view.paint(HelloByeHeadsView.frame(run, chosen(layer=2, head=(2, 1), hover_node=run.path[9])), theme("dark"))
    assert said(view.panel).startswith("L2.H3: ")  # what is pointed at stays so
    leave(view.panel.grid)
    assert sent[1:] == [Hover()]
    assert said(view.panel) == ""


def test_what_is_pointed_at_is_marked_in_every_thumbnail(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, of_attention(np.zeros((4, 4, 20, 20), np.float32)), chosen(layer=2, head=(2, 1)))
    accent, chosen_one = QColor(theme("dark").accent), (0, 1)

    def marked(panel: ChartPanel, layer: int, head: int, query: int, key: int) -> bool:
        """Whether the accent's colour is seen around a cell."""
        image, place = panel.grid.viewport().grab().toImage(), at(panel, 0, (layer, head, query, key))
        near = [(x, y) for x in range(-4, 5) for y in range(-4, 5)]
        return any(image.pixelColor(place.x() + x, place.y() + y) == accent for x, y in near)

    assert not marked(view.through, *chosen_one, 12, 4)
    point(view.panel, 0, (2, 3, 12, 4))
    assert marked(view.through, *chosen_one, 12, 15)  # its row
    assert marked(view.through, *chosen_one, 3, 4)  # its column
    assert not marked(view.through, *chosen_one, 5, 12)
    leave(view.panel.grid)
    assert not marked(view.through, *chosen_one, 12, 4)


def test_arrow_keys_choose_head_and_block_and_stop_at_the_last(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, answered(), chosen(layer=2, head=(2, 0)))
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)
    for target in (view, view.panel.grid, view.through.grid):
        sent.clear()
        for key in keys:
            QTest.keyClick(target, key)
        assert sent == [ChooseHead(2, 1), ChooseHead(1, 0), ChooseHead(3, 0)]  # there is no head left of the first
    sent.clear()
    view.paint(HelloByeHeadsView.frame(answered(), chosen(layer=3, head=(3, 3))), theme("dark"))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert sent == []


def test_zoom_keeps_every_cell_under_the_pointer_true(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, answered(), chosen(layer=2, head=(2, 1)))
    plot, viewport = view.panel.grid.plots[0], view.panel.grid.viewport()
    cell = (2, 2, 9, 3)
    before = at(view.panel, 0, cell)
    wheel(viewport, before, 3)
    assert plot.vb.is_zoomed
    assert (at(view.panel, 0, cell) - before).manhattanLength() <= 2  # what is under the pointer stays there
    assert not view.through.grid.plots[0].vb.is_zoomed
    move(viewport, before)
    assert said(view.panel).startswith("L2.H2: ")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=before)
    assert [intent for intent in sent if isinstance(intent, ChooseHead)] == [ChooseHead(2, 2)]
    QTest.keyClick(view, Qt.Key.Key_0)
    assert not plot.vb.is_zoomed


def test_words_that_small_windows_leave_out_are_told_where_they_stand(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, answered(), chosen(layer=2, head=(2, 1)), 420, 300)
    frame = HelloByeHeadsView.frame(answered(), chosen(layer=2, head=(2, 1)))
    for panel, sentence in ((view.panel, frame.of_block), (view.through, frame.through)):
        above = QPointF(panel.mapTo(view, panel.rect().topLeft())) + QPointF(40, -8)
        assert view.label_at(above) == sentence
    assert view.label_at(QPointF(30, 12)).startswith("From each token")
    inside = QPointF(view.panel.mapTo(view, view.panel.rect().center()))
    assert view.label_at(inside) == ""


# -- what is drawn -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("layers", "heads"), [(1, 1), (80, 64)])
def test_thumbnails_fit_one_head_and_sixty_four(qtbot: QtBot, layers: int, heads: int) -> None:
    attn = np.tril(np.full((layers, heads, 20, 20), 0.05, np.float32))
    view, _ = shown(qtbot, of_attention(attn), chosen(), 900, 400)
    view.grab()
    for panel, things in (
        (view.panel, [(0, head) for head in range(heads)]),
        (view.through, [(layer, 0) for layer in range(layers)]),
    ):
        room = QRect(panel.grid.viewport().rect())
        corners = [at(panel, 0, (*thing, *corner)) for thing in things for corner in ((0, 0), (19, 19))]
        assert all(room.contains(corner) for corner in corners)
        assert len({(corner.x(), corner.y()) for corner in corners}) == len(corners)


def test_one_strong_cell_among_many_is_seen_in_a_small_thumbnail(qtbot: QtBot) -> None:
    question = AskHelloBye("hi", "no", 40, 40)
    n = len(found_of(question=question).token_ids)
    attn = np.zeros((12, 12, n, n), np.float32)
    attn[0, :, 151, 75] = 1.0
    run = model_run()
    assert run.info is not None
    run.info = replace(run.info, n_layers=12, n_heads=12)
    run.findings[question] = HelloByeFound(**{**vars(found_of(question=question)), "attn": attn})
    view, _ = shown(qtbot, run, chosen(question, head=(0, 3)), 640, 360)
    image = view.panel.grid.viewport().grab().toImage()
    strongest = QColor(theme("dark").ramp[-1])
    for head in range(12):
        place = at(view.panel, 0, (0, head, 151, 75))
        near = [(x, y) for x in range(-2, 3) for y in range(-2, 3)]
        assert any(image.pixelColor(place.x() + x, place.y() + y) == strongest for x, y in near), head


def test_without_attention_it_is_said_why(qtbot: QtBot) -> None:
    run = model_run()
    missing = {**vars(found_of()), "attn": None, "missing": (("attn", "It has none."),)}
    run.findings[QUESTION] = HelloByeFound(**missing)
    view, _ = shown(qtbot, run, chosen())
    assert view.accessibleDescription() == "It has none."
    assert not view.panel.isVisible()


# -- where they stand --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 9, 30, 80])
@pytest.mark.parametrize(("width", "height"), [(684, 86), (404, 120), (160, 500), (1300, 300)])
def test_squares_fill_their_area_without_touching(width: float, height: float, n: int) -> None:
    area, beside, above = QRectF(0, 0, width, height), 6.0, 15.0
    grid = squares(area, n, beside, above)
    places = [grid.place(number) for number in range(n)]
    side = min(grid.width - beside, grid.height - above)
    if side > 1:
        assert all(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(place) for place in places)
    for columns in range(1, n + 1):  # no other number of columns makes them larger
        rows = -(-n // columns)
        assert min(width / columns - beside, height / rows - above) <= max(side, 1.0) + 1e-6
    assert [grid.at(place.center()) for place in places] == list(range(n))


def test_names_go_where_they_would_take_more_than_they_tell() -> None:
    roomy, tight = thumbnails(QRectF(0, 0, 700, 90), 9, 13.0), thumbnails(QRectF(0, 0, 700, 30), 9, 13.0)
    assert roomy.named
    assert not tight.named
    assert tight.side > 30 - 0.6 * 13
    for places in (roomy, tight):
        boxes = [places.matrix(number) for number in range(9)]
        assert all(box.width() == pytest.approx(box.height()) for box in boxes)
        assert [places.at(box.center()) for box in boxes] == list(range(9))
        assert places.at(boxes[3].topLeft() - QPointF(2, 2)) is None


@pytest.mark.parametrize(("upper", "lower"), [(9, 30), (12, 12), (32, 16), (64, 1), (1, 40)])
@pytest.mark.parametrize(("width", "height"), [(684.0, 290.0), (464.0, 650.0), (1380.0, 700.0)])
def test_the_height_is_shared_so_that_neither_grid_is_small(
    width: float, height: float, upper: int, lower: int
) -> None:
    def sides(share: float) -> tuple[float, float]:
        parts = ((height * share, upper), (height * (1 - share), lower))
        one, other = (thumbnails(QRectF(0, 0, width, part), n, 13.0).side for part, n in parts)
        return one, other

    smallest = max(min(sides(share)) for share in np.linspace(0.1, 0.9, 17).tolist())
    assert min(sides(best_cut(width, height, upper, lower, 13.0))) >= 0.75 * smallest


def test_every_cell_is_found_where_it_stands() -> None:
    places = thumbnails(QRectF(0, 0, 300, 120), 4, 12.0)
    cells = HeadCells(lambda: places, tuple((1, head) for head in range(4)), 7, (3, 4))
    for head in range(4):
        for query, key in ((0, 0), (6, 0), (6, 6), (3, 2)):
            spot = cells.spot((1, head, query, key))
            assert spot is not None
            again = cells.near(spot.x, spot.y, 0.1, 0.1)
            assert again is not None
            assert again.thing == (1, head, query, key)
    assert cells.near(0.001, 0.001, 0.1, 0.1) is None
    assert cells.spot((0, 2, 0, 0)) is None  # another block
    assert cells.spot((1, 2, 7, 0)) is None  # of longer words
    beside = cells.beside((1, 0, 2, 2), 1, 0)
    assert beside is not None
    assert beside.thing[:2] == (1, 1)
    assert cells.beside((1, 0, 2, 2), -1, 0) is None
    assert cells.beside((2, 0, 2, 2), 0, 1) is None
