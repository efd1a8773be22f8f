"""Clicks, keys and pointing in the Hello/Bye views, and the path on the map that is shown."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.hello_bye.records import AskHelloBye, HelloByeFound
from engine.records import EMBEDDING, Change, Plan, Site, Space
from tests.helpers.charts import at, click, point
from tests.helpers.hello_bye import QUESTION, answered, chosen, found_of, made, model_run, plain, recorded
from tests.helpers.mouse import leave, wheel
from tests.helpers.runs import with_map
from viz.charts.chart_panel import ChartPanel
from viz.charts.numbers import percent
from viz.intents import ChooseLayer, Hover, SetOption, StartRun
from viz.joined import spoken
from viz.labs.hello_bye.components_item import rows_in_sight
from viz.labs.hello_bye.frame import shown
from viz.labs.hello_bye.hello_bye_states_view import HelloByeStatesView
from viz.labs.hello_bye.hello_bye_view import HelloByeView
from viz.labs.hello_bye.labels import amount, number
from viz.labs.hello_bye.panel_charts import AGAIN, likeliest
from viz.labs.hello_bye.panels import ORDERS
from viz.labs.hello_bye.states_words import said_on_map
from viz.theme import theme


def test_the_slider_and_the_arrows_choose_the_block(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    view.paint(HelloByeView.frame(answered(), chosen(layer=1)), theme("dark"))
    assert (view.slider.minimum(), view.slider.maximum(), view.slider.value()) == (0, 3, 1)
    assert sent == []
    QTest.keyClick(view.slider, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert sent == [ChooseLayer(2), ChooseLayer(2), ChooseLayer(0)]


def test_the_sequence_becomes_the_run_and_one_token_words_are_offered(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = model_run()
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "offer": ("cat", "dog")})
    view.paint(HelloByeView.frame(run, chosen()), theme("dark"))
    assert view.take_offer.isVisible()
    assert "cat" in view.take_offer.text()
    QTest.mouseClick(view.take_offer, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.make_run, Qt.MouseButton.LeftButton)
    assert sent == [
        SetOption("hello_bye", "first", "cat"), SetOption("hello_bye", "second", "dog"), StartRun(QUESTION.text),
    ]  # fmt: skip
    own = recorded()
    own.run_id = 5
    view.paint(HelloByeView.frame(own, chosen()), theme("dark"))
    assert not view.make_run.isVisible()  # it is the run already
    assert not view.take_offer.isVisible()


def test_it_is_said_that_the_runs_changes_are_left_out(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = answered()
    assert "changes" not in view.summary(HelloByeView.frame(run, chosen()))
    run.plan = Plan((Change(Site("head", 0, 1), 0.0),))
    assert "without the run's interventions" in view.summary(HelloByeView.frame(run, chosen()))


def test_pointing_at_a_column_lights_it_everywhere(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = recorded()
    run.run_id = 5
    frame = HelloByeView.frame(run, chosen())
    view.paint(frame, theme("dark"))
    panel, chart = frame.panels[3], view.charts[5]
    assert panel.values is not None
    point(chart, 0, (20, 7))
    assert sent[-1] == Hover(int(run.token_ids[7]), run.path[7])
    token, value = chart.grid.plots[0].crosshair.words.split("\n")
    assert token == f"7: {frame.shown.texts[7]}"
    assert value == f"{panel.title}, components {panel.order[20]}: {amount(float(panel.values[20, 7]))}"
    assert view.panel.grid.plots[0].sides["top"].ruler.marked == {7}
    assert shown(run, chosen(hover_node=run.path[7])).lit == {7}
    same = {at for at, token in enumerate(run.token_ids) if token == run.token_ids[7]}
    assert shown(answered(), chosen(hover_token=int(run.token_ids[7]))).lit == same
    leave(chart.grid)
    assert sent[-1] == Hover()
    assert view.panel.grid.plots[0].sides["top"].ruler.marked == set()


def test_one_thing_is_pointed_at_whatever_is_pointed_with(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    frame = HelloByeView.frame(answered(), chosen())
    view.paint(frame, theme("dark"))
    of_all = view.summary(frame)
    point(view.charts[1], 0, (3, 7))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert _is_pointed_at(view.panel)
    assert not _is_pointed_at(view.charts[1])
    assert sent[-1] == Hover(int(found_of().token_ids[1]), None)
    assert view.summary(frame) == f"1: {frame.shown.texts[1]}"
    point(view.charts[7], 0, 1)
    assert not _is_pointed_at(view.panel)
    assert view.summary(frame) == of_all


def _is_pointed_at(chart: ChartPanel) -> bool:
    return chart.grid.plots[0].crosshair.spot is not None


def test_the_expectations_tell_their_exact_values(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    frame, found = HelloByeView.frame(answered(), chosen()), found_of()
    view.paint(frame, theme("dark"))
    at = found.switch - 1
    point(view.charts[7], 0, at)
    said = view.charts[7].grid.plots[0].crosshair.words.split("\n")
    p, h = percent(float(found.repeat[at])), amount(float(found.entropy[at]))
    assert said[:2] == [f"{at}: {frame.shown.texts[at]}", f"the word is repeated {p}, entropy {h} bits"]
    assert said[-1] == f"the token that follows {percent(float(found.actual[at]))}"
    wrong = [place for place in range(frame.shown.n) if likeliest(found, place) != AGAIN]
    ruler = view.charts[7].grid.plots[0].sides["bottom"].ruler
    assert ruler.quiet == set(range(frame.shown.n)) - set(wrong)
    point(view.charts[7], 0, wrong[0])
    said = view.charts[7].grid.plots[0].crosshair.words.split("\n")
    assert said[2] == f"most likely “{ruler.labels[wrong[0]]}” {percent(float(found.next_probs[wrong[0], 0]))}"


def test_arrows_reach_every_cell_of_a_picture(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    view.paint(HelloByeView.frame(answered(), chosen()), theme("dark"))
    grid = view.charts[3].grid
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(grid, key)
    spot = grid.plots[0].crosshair.spot
    assert spot is not None
    assert spot.thing == (2, 1)
    assert not [intent for intent in sent if isinstance(intent, ChooseLayer)]
    policy = grid.focusPolicy()
    assert policy & Qt.FocusPolicy.TabFocus


def test_the_charts_zoom_along_the_tokens_together(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    frame = HelloByeView.frame(answered(), chosen())
    view.paint(frame, theme("dark"))
    plots = [chart.grid.plots[0] for chart in (view.panel, *view.charts.values())]
    view.grab()
    wheel(view.charts[3].grid.viewport(), at(view.charts[3], 0, (16, 10)), 3)
    parts = [plot.vb.viewRange()[0] for plot in plots]
    assert parts[0][1] - parts[0][0] < frame.shown.n
    np.testing.assert_allclose(parts, [parts[0]] * len(parts))
    ruler = plots[3].sides["left"].ruler
    panel = frame.panels[2]
    assert ruler.numbers(17.0) == str(panel.order[17])  # the rows in sight have their components' numbers
    assert plots[1].sides["left"].ruler.marks[0][1] == "components"  # all of them are still in sight
    view.paint(HelloByeView.frame(answered(), chosen(layer=1)), theme("dark"))
    np.testing.assert_allclose([plot.vb.viewRange()[0] for plot in plots], parts)
    QTest.keyClick(view.charts[3].grid, Qt.Key.Key_0)
    np.testing.assert_allclose([plot.vb.viewRange()[0] for plot in plots], [(-0.5, frame.shown.n - 0.5)] * len(plots))
    other = AskHelloBye("a", "b", 4, 6)
    run = answered()
    run.findings[other] = found_of(question=other)
    view.paint(HelloByeView.frame(run, chosen(other)), theme("dark"))
    n = len(found_of(question=other).token_ids)
    np.testing.assert_allclose([plot.vb.viewRange()[0] for plot in plots], [(-0.5, n - 0.5)] * len(plots))


@pytest.mark.parametrize("family", ["llama", "gpt2", "bloom", "opt-post-norm-projected"])
def test_a_token_stands_in_one_line_in_all_charts(qtbot: QtBot, family: str) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    for width, height in ((1300, 800), (900, 420), (420, 860), (420, 300)):
        view.resize(width, height)
        frame = HelloByeView.frame(answered(family), chosen())
        view.paint(frame, theme("dark"))
        QApplication.processEvents()
        charts = (view.panel, *(view.charts[panel.number] for panel in frame.panels))
        for column in (0, 13, frame.shown.n - 1):
            places = []
            for chart in charts:
                grid = chart.grid
                scene = grid.plots[0].vb.mapViewToScene(QPointF(column, 0))
                places.append(grid.viewport().mapTo(view, grid.mapFromScene(scene)).x())
            assert max(places) - min(places) <= 1
            assert 0 < min(places) < view.width()


def test_pictures_words_and_slider_stay_apart(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    for width, height in ((1300, 800), (900, 420), (420, 860), (420, 300)):
        view.resize(width, height)
        view.paint(HelloByeView.frame(answered(), chosen()), theme("dark"))
        QApplication.processEvents()
        slider = QRect(view.slider.mapTo(view, QPoint(0, 0)), view.slider.size())
        boxes = []
        for chart in view.charts.values():
            plot, grid = chart.grid.plots[0], chart.grid
            box = grid.mapFromScene(plot.vb.sceneBoundingRect()).boundingRect()
            boxes.append(QRect(grid.viewport().mapTo(view, box.topLeft()), box.size()))
        assert view.rect().contains(slider)
        for upper, lower in itertools.pairwise(boxes):
            assert upper.bottom() < lower.top() + 2
        assert not any(slider.intersects(box) for box in boxes)


def test_every_chart_says_what_it_is(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    frame = HelloByeView.frame(answered(), chosen())
    view.paint(frame, theme("dark"))
    for panel in frame.panels:
        grid = view.charts[panel.number].grid
        assert grid.accessibleName() == f"{panel.number} {panel.title}"
        assert grid.accessibleDescription() == spoken(panel.sentence, view.charts[panel.number].told)
        assert not panel.sentence or panel.sentence in grid.accessibleDescription()
    assert view.panel.grid.accessibleName() == "Tokens"


def test_what_a_small_window_leaves_out_is_in_the_tip(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeView, 900, 760)
    assert isinstance(view, HelloByeView)
    frame = HelloByeView.frame(answered(), chosen())
    view.paint(frame, theme("dark"))
    assert view.label_at(QPointF(20, 5)) == view.summary(frame)
    charts = [view.charts[panel.number] for panel in frame.panels]
    for panel, chart in zip(frame.panels, charts, strict=True):
        middle = chart.mapTo(view, chart.rect().center()).y()
        tip = view.label_at(QPointF(view.width() - 40, middle))
        assert tip.startswith(f"{panel.title}\n{panel.sentence}")
    assert view.label_at(QPointF(200, charts[0].mapTo(view, charts[0].rect().center()).y())) == ""


def test_the_rows_drawn_as_one_begin_at_the_same_rows_wherever_one_looks() -> None:
    assert rows_in_sight(576, -0.5, 575.5, 1.0) == (0, 576, 1)
    assert rows_in_sight(576, -0.5, 575.5, 0.2) == (0, 576, 5)
    assert rows_in_sight(576, 101.5, 161.5, 0.5) == (102, 162, 2)
    assert rows_in_sight(576, 102.5, 162.5, 0.5) == (102, 164, 2)
    assert rows_in_sight(7, -0.5, 6.5, 0.01) == (0, 7, 7)


def test_a_single_strong_component_is_seen_at_every_height(qtbot: QtBot) -> None:
    values = np.zeros((20, 600), np.float32)
    values[12, 431] = 5.0
    run = model_run()
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "embedding": values})
    view, _ = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    colours = theme("dark")
    strong = QColor(colours.diverging[-1])
    for height in (300, 500, 760):
        view.resize(1000, height)
        ui = chosen().with_option("hello_bye", "order", ORDERS[1])
        view.paint(HelloByeView.frame(run, ui), colours)
        QApplication.processEvents()
        grid = view.charts[1].grid
        picture = grid.grab().toImage()
        x = grid.mapFromScene(grid.plots[0].vb.mapViewToScene(QPointF(12, 0))).x()
        met = [picture.pixelColor(x, y) for y in range(picture.height())]
        assert any(_near(colour, strong) for colour in met), height
        beside = grid.mapFromScene(grid.plots[0].vb.mapViewToScene(QPointF(14, 0))).x()
        assert not any(_near(picture.pixelColor(beside, y), strong) for y in range(picture.height()))


def test_a_single_strong_component_is_seen_in_figures_of_every_size(qtbot: QtBot) -> None:
    values = np.zeros((20, 600), np.float32)
    values[12, 431] = 5.0
    run = model_run()
    run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "embedding": values})
    view, _ = made(qtbot, HelloByeView, 1000, 500)
    assert isinstance(view, HelloByeView)
    colours, ui = theme("print"), chosen().with_option("hello_bye", "order", ORDERS[1])
    view.paint(HelloByeView.frame(run, ui), colours)
    QApplication.processEvents()
    grid = view.charts[1].grid
    x = grid.mapFromScene(grid.plots[0].vb.mapViewToScene(QPointF(12, 0))).x()
    thick = []
    for scale in (1, 2, 5):
        picture = QImage(grid.size() * scale, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.scale(scale, scale)
        grid.draw_vectors(painter, QRectF(grid.rect()))
        painter.end()
        met = [picture.pixelColor(x * scale, y) for y in range(picture.height())]
        strong = [_near(colour, QColor(colours.diverging[-1])) for colour in met]
        assert any(strong), scale
        thick.append(sum(strong) / scale)
    assert thick == sorted(thick, reverse=True)  # as sharp as the figure is large
    assert thick[-1] < thick[0]


def _near(one: QColor, other: QColor) -> bool:
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, apart)) <= 12


def test_a_click_on_the_curves_chooses_the_block(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeStatesView, 1000, 320)
    assert isinstance(view, HelloByeStatesView)
    run = answered()
    with_map(run)
    frame = HelloByeStatesView.frame(run, chosen(layer=0))
    view.paint(frame, theme("dark"))
    assert frame.on_map is not None
    np.testing.assert_array_equal(frame.on_map.points, run.maps[EMBEDDING].layout.points2[found_of().token_ids])
    click(view.panel, 0, 4)
    assert [intent for intent in sent if isinstance(intent, ChooseLayer)] == [ChooseLayer(3)]


def test_keys_choose_the_block_from_the_curves(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeStatesView, 1000, 320)
    assert isinstance(view, HelloByeStatesView)
    view.paint(HelloByeStatesView.frame(answered(), chosen(layer=1)), theme("dark"))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert sent == [ChooseLayer(2), ChooseLayer(0), ChooseLayer(2), ChooseLayer(0)]
    view.paint(HelloByeStatesView.frame(answered(), chosen(layer=0)), theme("dark"))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert len(sent) == 4  # the input is no block


def test_the_table_tells_every_cosine_and_lights_its_column(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeStatesView, 1000, 680)
    assert isinstance(view, HelloByeStatesView)
    run = answered()
    frame = HelloByeStatesView.frame(run, chosen(layer=1))
    view.paint(frame, theme("dark"))
    assert frame.alike is not None
    assert not view.map_path.isVisible()  # there is no map yet
    point(view.table, 0, (9, 2))
    ids, texts = found_of().token_ids, frame.shown.texts
    assert sent == [Hover(int(ids[2]), None)]
    said = view.table.grid.plots[0].crosshair.words
    assert (
        plain(said)
        == f"{texts[9]} (9) and {texts[2]} (2): cosine similarity {plain(number(float(frame.alike.table[9, 2])))}"
    )
    point(view.plane, 0, 5)
    assert sent[-1] == Hover(int(ids[5]), None)
    assert view.plane.grid.plots[0].crosshair.words == f"5 {texts[5]}"


def test_the_curves_tell_the_three_means_of_a_block(qtbot: QtBot) -> None:
    view, _ = made(qtbot, HelloByeStatesView, 1000, 680)
    assert isinstance(view, HelloByeStatesView)
    frame = HelloByeStatesView.frame(answered(), chosen(layer=1))
    view.paint(frame, theme("dark"))
    assert frame.alike is not None
    point(view.panel, 0, 3)
    said = view.panel.grid.plots[0].crosshair.words.split("\n")
    values = [number(float(value)) for value in frame.alike.curves[:, 3]]
    names = ("two “hi”", "two “no”", "one of each")
    assert said == ["after L2", *(f"{name}: {value}" for name, value in zip(names, values, strict=True))]


def test_the_path_lies_on_the_map_that_is_shown() -> None:
    run, space = recorded(), Space("resid", 2)
    run.run_id = 5
    with_map(run, space)
    state = run.maps[space]
    frame = HelloByeStatesView.frame(run, chosen(space=space))
    assert frame.on_map is not None
    placed = state.nodes[state.layout.key]
    first = placed[run.path[0]]
    placed[run.path[0]] = (*first[:4], True)  # a giant, which the map leaves out
    assert np.isfinite(frame.on_map.points).all()
    frame = HelloByeStatesView.frame(run, chosen(space=space))
    assert frame.on_map is not None
    assert np.isnan(frame.on_map.points[0]).all()
    np.testing.assert_array_equal(frame.on_map.points[1:], np.stack([placed[node][1] for node in run.path[1:]]))
    steps = np.linalg.norm(np.diff(frame.on_map.points, axis=0), axis=1)
    times = steps[8] / np.nanmedian(np.delete(steps, 8))
    assert f"the jump into “no” is {times:.1f} times the usual one" in said_on_map(found_of(), frame.on_map)
    with_map(run)
    unknown = answered()
    unknown.maps = run.maps  # the run is another one: only words have places
    frame = HelloByeStatesView.frame(unknown, chosen(space=space))
    assert frame.on_map is not None
    np.testing.assert_array_equal(frame.on_map.points, run.maps[EMBEDDING].layout.points2[found_of().token_ids])
