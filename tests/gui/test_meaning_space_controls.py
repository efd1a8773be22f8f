"""The meaning space's keys, controls and panels, in a real window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.records import EMBEDDING, NORMED, Background, Layout, Neighbours, Space, UmapParams
from engine.run import MapState
from tests.helpers.map_stage import Stage
from tests.helpers.runs import grow, likely
from viz.intents import (
    AskNeighbours,
    CancelFit,
    ChooseLayout,
    FitLayout,
    Select,
    SetOption,
    ShowSpace,
)
from viz.map.paint import words

STATES = Space("resid", 2)


def test_keys_turn_zoom_and_switch(stage: Stage) -> None:
    view = stage.view
    view.setFocus()
    before = view.viewport.motion.camera
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.viewport.motion.camera.azimuth != before.azimuth
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.viewport.motion.camera.distance < before.distance
    QTest.keyClick(view, Qt.Key.Key_2)
    assert stage.sent[-1] == SetOption("meaning_space", "dimensions", "2D")
    stage.rest()
    assert view.viewport.frame is not None
    assert view.viewport.frame.settings.flat
    assert view.viewport.motion.camera.flat
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.keyClick(view, Qt.Key.Key_F)
    assert stage.sent[-1] == SetOption("meaning_space", "follow", True)
    QTest.keyClick(view, Qt.Key.Key_T)
    assert view.viewport.motion.turning
    QTest.keyClick(view, Qt.Key.Key_T)
    assert not view.viewport.motion.turning


def test_following_looks_at_the_current_point(stage: Stage) -> None:
    stage.ui = stage.ui.with_option("meaning_space", "follow", True)
    stage.paint()
    grow(stage.run, [likely(stage.run)])
    stage.paint()
    stage.rest()
    frame = stage.view.viewport.frame
    assert frame is not None
    np.testing.assert_allclose(stage.view.viewport.motion.camera.target, frame.path.points[frame.current], atol=1e-5)


def test_searching_marks_and_selects(stage: Stage) -> None:
    search = stage.view.controls.search
    search.setFocus()
    QTest.keyClicks(search, "world")
    assert search.results.isVisible()
    n = len(stage.view.viewport.matches)
    assert search.results.count() == n + (n > 1) > 0  # and a line that selects them all
    QTest.keyClick(search, Qt.Key.Key_Return)
    row = int(stage.view.viewport.matches[0])
    assert stage.sent[-2:] == [Select((row,)), AskNeighbours(EMBEDDING, row)]
    assert not search.results.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert len(stage.view.viewport.matches) == 0


def test_a_search_says_what_it_found_beyond_its_list_and_that_it_found_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viz.map.input.search_box.LISTED", 6)
    search = stage.view.controls.search
    search.setText("zqzqzq")
    assert search.results.isVisible()
    assert search.results.count() == 1
    assert "No token" in search.results.item(0).text()
    stage.sent.clear()
    search.returnPressed.emit()
    assert not [i for i in stage.sent if isinstance(i, Select)]
    search.setText("a")
    n = len(stage.view.viewport.matches)
    assert n > 6
    assert f"{n - 6} more" in search.results.item(search.results.count() - 1).text()
    assert f"{n}" in search.results.item(0).text()
    found = tuple(stage.view.viewport.matches.tolist())
    search.results.itemClicked.emit(search.results.item(0))
    assert stage.last() == Select(found)
    assert len(stage.view.viewport.matches) == 0
    assert not search.results.isVisible()


def test_tab_goes_through_the_fields_of_a_fit(stage: Stage) -> None:
    controls = stage.view.controls
    stage.view.activateWindow()
    controls.fit_button.menu().popup(stage.view.mapToGlobal(QPoint(50, 50)))
    form = controls.form
    form.n_neighbors.setFocus()
    stage.qtbot.waitUntil(form.n_neighbors.hasFocus)
    fields = [form.min_dist, form.metric_box, form.seed, form.fit, form.cancel, form.algorithm, form.n_neighbors]
    for field in fields:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert field.hasFocus(), field.accessibleName()
    QTest.keyClick(form.n_neighbors, Qt.Key.Key_Backtab)
    assert form.algorithm.hasFocus()
    controls.fit_button.menu().close()


def test_space_layout_and_fit_are_asked_for(stage: Stage) -> None:
    controls = stage.view.controls
    controls.space.setFocus()
    QTest.keyClick(controls.space, Qt.Key.Key_Down)
    controls.space.activated.emit(controls.space.findData("resid"))
    assert stage.last() == ShowSpace(Space("resid", 3))
    state = stage.run.maps[EMBEDDING]
    pca = Layout(EMBEDDING, "pca", None, state.layout.points3, state.layout.points2, "x", "pca", 0.1, 0.1, 0.0, 5, 0.2)
    state.layouts.append(pca)
    stage.paint()
    assert "20\u00a0% of variance" in controls.layout_box.itemText(1)
    controls.layout_box.activated.emit(1)
    assert stage.last() == ChooseLayout(EMBEDDING, "pca")
    controls.form.n_neighbors.setValue(30)
    controls.form.metric_box.setCurrentText("euclidean")
    controls.form.fit.click()
    assert stage.last() == FitLayout(EMBEDDING, UmapParams(30, 0.1, "euclidean", 0))
    assert "Estimating" in controls.form.estimate.text()
    controls.form.cancel.click()
    assert stage.last() == CancelFit()


def test_neighbours_stand_beside_each_other(stage: Stage) -> None:
    ids = np.arange(10, 15, dtype=np.int32)
    near = Neighbours(EMBEDDING, 4, ids, np.linspace(0.9, 0.5, 5, dtype=np.float32), ids + 2, np.ones(5, np.float32))
    stage.run.neighbours = near
    stage.ui = replace(stage.ui, selection=(4,))
    stage.paint()
    panel = stage.view.neighbours
    assert panel.isVisible()
    assert stage.view.viewport.frame is not None
    assert stage.view.viewport.frame.neighbours is not None
    both = set(ids.tolist()) & set(stage.view.viewport.frame.neighbours.map_ids.tolist())
    assert f"{len(both)} of 5" in panel.head.text()
    assert panel.full.count() == panel.near.count() == 5
    panel.full.itemActivated.emit(panel.full.item(1))
    assert stage.last() == AskNeighbours(EMBEDDING, 11)
    panel.close_button.click()
    assert stage.last() == Select(())
    stage.ui = replace(stage.ui, selection=())
    stage.paint()
    assert not panel.isVisible()
    assert stage.view.viewport.frame is not None
    assert stage.view.viewport.frame.neighbours is None  # so that their rings go too


def of_states(stage: Stage, *layers: int) -> None:
    """Have maps of states after these layers, of the same tokens; the first is shown."""
    points = stage.run.maps[EMBEDDING].layout.points3
    n = len(points)
    for layer in layers:
        space = Space("resid", layer)
        ids, positions = np.arange(n, dtype=np.int32), np.arange(n, dtype=np.int32)
        background = Background(space, ids, np.ones(n, np.float32), np.zeros(n, np.uint8), positions)
        layout = Layout(space, "pca", None, points, points[:, :2].copy(), "x", space.key, 0.1, 0.1, 0.0, 5, 0.2)
        stage.run.maps[space] = MapState(background, [layout])
    stage.ui = replace(stage.ui, space=Space("resid", layers[0]))
    stage.paint()


def test_the_slider_asks_for_layers_and_the_final_norm(stage: Stage) -> None:
    of_states(stage, 1)
    controls = stage.view.controls
    assert controls.slider.slider.value() == controls.layer.value() == 0
    controls.slider.slider.setValue(1)
    assert stage.last() == ShowSpace(Space("resid", 2))
    controls.slider.slider.setValue(controls.slider.slider.maximum())
    assert stage.last() == ShowSpace(Space("resid", NORMED))
    assert controls.layer.text() == "final norm"


def test_a_layer_that_is_on_its_way_is_stood_in_for_and_asks_nothing(stage: Stage) -> None:
    of_states(stage, 1)
    stage.ui = replace(stage.ui, space=Space("resid", 2))
    frame = stage.view.frame(stage.run, stage.ui)
    assert (frame.space, frame.wanted) == (Space("resid", 1), Space("resid", 2))
    assert stage.view.wants(frame) == ()
    stage.paint()
    assert stage.view.controls.layer.value() == 1
    assert "is being computed" in words.statement(frame)[0]


def test_points_and_camera_go_on_from_layer_to_layer(stage: Stage) -> None:
    of_states(stage, 1, 2)
    stage.rest()
    stage.view.viewport.turn(40, 10)
    camera = stage.view.viewport.motion.destination
    stage.ui = replace(stage.ui, space=Space("resid", 2))
    stage.paint()
    assert stage.view.viewport.motion.mix < 1.0
    assert stage.view.viewport.motion.destination == camera
    stage.rest()


def test_playing_goes_to_the_next_layer_once_the_points_are_at_rest(stage: Stage) -> None:
    of_states(stage, 1, 2)
    stage.rest()
    stage.sent.clear()
    stage.view.controls.slider.play.click()
    stage.qtbot.waitUntil(lambda: ShowSpace(Space("resid", 2)) in stage.sent)
    stage.view.controls.slider.play.click()


def test_texts_and_preparation_of_the_states_are_asked_for_by_one_button(stage: Stage) -> None:
    of_states(stage, 2)
    form = stage.view.controls.texts
    form.text.setCurrentIndex(1)
    assert "20,000" in form.estimate.text()
    assert "Reading takes" not in form.estimate.text()  # nobody knows how fast
    frame = stage.view.viewport.frame
    assert frame is not None
    # a text was read while the form is open
    form.show_space(Space("resid", 2), frame.n_layers + 1, frame.d_model, 0.002)
    assert form.text.currentIndex() == 1
    assert "about 40 s here" in form.estimate.text()
    form.show_space(Space("resid", 2, "/own/text.txt"), 3, 8, 0.002)
    assert form.text.currentText() == "text.txt"
    assert form.estimate.heightForWidth(form.estimate.minimumWidth()) <= form.estimate.minimumHeight()
    form.text.setCurrentIndex(1)
    form.standardised.setChecked(False)
    form.left_out.setChecked(False)
    assert not any(isinstance(intent, ShowSpace) for intent in stage.sent)
    form.show_button.click()
    assert stage.last() == ShowSpace(Space("resid", 2, "whole", standardised=False, outliers=True))
