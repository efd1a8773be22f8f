"""Clicks, keys and pointing in the Hello/Bye views, and the path on the map that is shown."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.hello_bye.records import HelloByeFound
from engine.records import EMBEDDING, Change, Plan, Site, Space
from tests.helpers.charts import click, point
from tests.helpers.hello_bye import QUESTION, answered, chosen, found_of, made, model_run, plain, recorded
from tests.helpers.mouse import move
from tests.helpers.runs import with_map
from viz.charts.numbers import percent
from viz.intents import ChooseHead, ChooseLayer, Hover, SetOption, StartRun
from viz.labs.hello_bye.frame import shown
from viz.labs.hello_bye.hello_bye_heads_view import HelloByeHeadsView
from viz.labs.hello_bye.hello_bye_states_view import HelloByeStatesView
from viz.labs.hello_bye.hello_bye_view import HelloByeView
from viz.labs.hello_bye.labels import number
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
    assert "changes" not in view.heading(HelloByeView.frame(run, chosen()))
    run.plan = Plan((Change(Site("head", 0, 1), 0.0),))
    assert "without the run's changes" in view.heading(HelloByeView.frame(run, chosen()))


def test_pointing_at_a_column_lights_it_everywhere(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeView)
    assert isinstance(view, HelloByeView)
    run = recorded()
    run.run_id = 5
    frame = HelloByeView.frame(run, chosen())
    view.paint(frame, theme("dark"))
    columns = view._columns(QRectF(view.rect()), frame)
    panel, area, _ = view._places(QRectF(view.rect()), frame)[3]
    move(view, QPoint(round(columns.x(7.5)), round(area.center().y())))
    assert sent[-1] == Hover(int(run.token_ids[7]), run.path[7])
    assert panel.title in view.heading(frame)
    assert shown(run, chosen(hover_node=run.path[7])).lit == {7}
    same = {at for at, token in enumerate(run.token_ids) if token == run.token_ids[7]}
    assert shown(answered(), chosen(hover_token=int(run.token_ids[7]))).lit == same
    move(view, QPoint(2, 2))
    assert sent[-1] == Hover()


def test_a_click_on_a_thumbnail_chooses_its_head(qtbot: QtBot) -> None:
    view, sent = made(qtbot, HelloByeHeadsView, 700, 420)
    assert isinstance(view, HelloByeHeadsView)
    view.paint(HelloByeHeadsView.frame(answered(), chosen(layer=2, head=1)), theme("dark"))
    upper, lower = view._places(QRectF(view.rect()))
    assert [(place.layer, place.head) for place in upper] == [(2, head) for head in range(4)]
    assert [(place.layer, place.head) for place in lower] == [(layer, 1) for layer in range(4)]
    for place in (upper[3], lower[0]):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.rect.center().toPoint())
    heads = [intent for intent in sent if isinstance(intent, ChooseHead)]
    assert heads == [ChooseHead(2, 3), ChooseHead(0, 1)]
    found = found_of()
    assert found.attn is not None
    cell = upper[3].rect
    n = len(found.token_ids)
    at = QPointF(cell.left() + (2.5 / n) * cell.width(), cell.top() + (9.5 / n) * cell.height())
    move(view, at.toPoint())
    assert view.heading().startswith("L2.H3: ")
    assert plain(view.heading()).endswith(plain(percent(float(found.attn[2, 3, 9, 2]))))


def test_thumbnails_fit_one_head_and_sixty_four(qtbot: QtBot) -> None:
    for heads, layers in ((1, 1), (64, 80)):
        attn = np.tril(np.full((layers, heads, 20, 20), 0.05, np.float32))
        run = model_run()
        assert run.info is not None
        run.info = replace(run.info, n_heads=heads, n_layers=layers)
        run.findings[QUESTION] = HelloByeFound(**{**vars(found_of()), "attn": attn})
        view, _ = made(qtbot, HelloByeHeadsView, 900, 400)
        assert isinstance(view, HelloByeHeadsView)
        view.paint(HelloByeHeadsView.frame(run, chosen()), theme("dark"))
        view.grab()
        upper, lower = view._places(QRectF(view.rect()))
        assert (len(upper), len(lower)) == (heads, layers)
        for place in (*upper, *lower):
            assert QRectF(view.rect()).contains(place.rect)


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
    assert plain(said) == f"{texts[9]} (9) and {texts[2]} (2): cosine {plain(number(float(frame.alike.table[9, 2])))}"
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
    assert said == ["after block 2", *(f"{name}: {value}" for name, value in zip(names, values, strict=True))]


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
    assert f"the step into “no” is {times:.1f} times the usual one" in frame.on_map.sentence
    with_map(run)
    unknown = answered()
    unknown.maps = run.maps  # the run is another one: only words have places
    frame = HelloByeStatesView.frame(unknown, chosen(space=space))
    assert frame.on_map is not None
    np.testing.assert_array_equal(frame.on_map.points, run.maps[EMBEDDING].layout.points2[found_of().token_ids])
