"""The meaning space as a person meets it: a real window, real events, real pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING, Layout, Neighbours, Space, UmapParams
from engine.run import Run
from tests.helpers import mouse
from tests.helpers.runs import branched, empty, fifty_steps, grow, likely, one_step, with_map
from viz.intents import (
    AskDistribution,
    AskFan,
    AskNeighbours,
    CancelFit,
    ChooseLayout,
    FitLayout,
    Hover,
    Intent,
    LookAt,
    ReturnTo,
    Select,
    SetOption,
    ShowSpace,
    TakeToken,
)
from viz.map.camera import project
from viz.map.canvas import GpuCanvas, SoftCanvas
from viz.theme import names as theme_names
from viz.theme import rgb, theme
from viz.ui_state import UiState
from viz.views.meaning_space import MeaningSpace
from viz.visuals.renderer import Renderer

STATES = Space("resid", 2)
Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


class Stage:
    """A shown view with what it sent; options it asks for are applied, as the program does."""

    def __init__(self, qtbot: QtBot, run: Run, renderer: Callable[[], Renderer] | None = None) -> None:
        self.qtbot, self.run, self.ui = qtbot, run, UiState()
        self.view = MeaningSpace() if renderer is None else MeaningSpace(renderer=renderer)
        self.sent: list[Intent] = []
        self.view.intent.connect(self._got)
        qtbot.addWidget(self.view)
        self.view.resize(900, 640)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.paint()
        self.rest()

    def _got(self, intent: Intent) -> None:
        self.sent.append(intent)
        if isinstance(intent, SetOption):
            self.ui = self.ui.with_option(intent.view, intent.name, intent.value)
            self.paint()

    def paint(self, name: str = "dark") -> None:
        self.view.paint(self.view.frame(self.run, self.ui), theme(name))

    def rest(self) -> None:
        """Wait until nothing moves and the picture is there."""
        view = self.view
        self.qtbot.waitUntil(lambda: not view.motion.is_moving, timeout=20_000)
        if view.canvas is not None:
            before = view.canvas.drawing.pictures
            view.refresh()
            self.qtbot.waitUntil(
                lambda: view.canvas is not None and view.canvas.drawing.pictures > before, timeout=20_000
            )
            self.qtbot.waitUntil(
                lambda: bool(view.glass.composition.labels) or view.shown is None or view.shown.layout is None
            )

    def seen_at(self, place: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> QPoint:
        width, height = self.view.view_size()
        pixels, _ = project(self.view.motion.camera.matrix(width, height), place.reshape(1, 3), width, height)
        return QPointF(float(pixels[0, 0]), float(pixels[0, 1])).toPoint()

    def last(self) -> Intent:
        """What was sent last."""
        return self.sent[-1]

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.view.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def drag(self, points: list[QPoint], keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        glass, left, none = self.view.glass, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        QTest.mousePress(glass, left, keys, points[0])
        for point in points[1:]:
            place, there = QPointF(point), QPointF(glass.mapToGlobal(point))
            QApplication.sendEvent(glass, QMouseEvent(QEvent.Type.MouseMove, place, there, none, left, keys))
        QTest.mouseRelease(glass, left, keys, points[-1])


@pytest.mark.parametrize("renderer", ["card", "program"])
def test_both_canvases_show_the_same_map(qtbot: QtBot, renderer: Renderer) -> None:
    """A card's widget works with a program behind it too, only slower."""
    stage = Stage(qtbot, crowded(fifty_steps()), lambda: renderer)
    canvas = stage.view.canvas
    assert isinstance(canvas, GpuCanvas if renderer == "card" else SoftCanvas)
    picture = canvas.grabFramebuffer()
    assert (picture.width(), picture.height()) == (canvas.width(), canvas.height())
    figure = stage.view.map_image(canvas.width(), canvas.height(), False)
    small = [
        pixels(image.scaled(40, 25, mode=Qt.TransformationMode.SmoothTransformation)) for image in (picture, figure)
    ]
    assert np.corrcoef(small[0][..., :3].ravel(), small[1][..., :3].ravel())[0, 1] > 0.9
    stage.view.close()


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot, branched())
    yield made
    made.view.close()


def pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()


def drawn(image: QImage, name: str = "dark") -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where a picture differs clearly from the ground."""
    ground = rgb(theme(name).ground) * 255
    return np.asarray(np.abs(pixels(image)[..., :3].astype(int) - ground).max(axis=2) > 40)


def quadrants(mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[float]:
    h, w = mask.shape[0] // 2, mask.shape[1] // 2
    return [float(part.mean()) for part in (mask[:h, :w], mask[:h, w:], mask[h:, :w], mask[h:, w:])]


def crowded(run: Run, n: int = 6000) -> Run:
    """The run on a map of n more points, all round."""
    state = run.maps[EMBEDDING]
    rng = np.random.default_rng(2)
    more = rng.normal(0, 1, (n, 3)).astype(np.float32)
    points = np.concatenate([state.layout.points3, more])
    layout = replace(state.layout, points3=points, points2=points[:, :2].copy(), key="crowded")
    ids = np.arange(len(points), dtype=np.int32) % len(state.background.token_ids)
    background = replace(
        state.background,
        token_ids=ids,
        norms=np.ones(len(points), np.float32),
        clusters=(np.arange(len(points)) % 8).astype(np.uint8),
    )
    state.background, state.layouts = background, [layout]
    return run


# -- pictures ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize(("width", "height"), [(960, 540), (500, 900)])
def test_a_figure_fills_all_four_quarters(qtbot: QtBot, name: str, width: int, height: int) -> None:
    run = crowded(fifty_steps())
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.resize(400, 300)  # a figure has its own size, not the widget's
    view.paint(view.frame(run, UiState()), theme(name))
    image = view.figure_image(width, height, False)
    assert (image.width(), image.height()) == (width, height)
    mask = drawn(image, name)
    assert min(quadrants(mask)) > 0.02
    only_map = drawn(view.map_image(width, height, False), name)
    assert min(quadrants(only_map)) > 0.01


def test_the_same_figure_at_twice_the_size_is_the_same_picture(qtbot: QtBot) -> None:
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.paint(view.frame(crowded(fifty_steps()), UiState()), theme("dark"))
    small, large = view.figure_image(640, 360, False), view.figure_image(1280, 720, False)
    shrunk = large.scaled(640, 360, mode=Qt.TransformationMode.SmoothTransformation)

    def blurred(image: QImage) -> QImage:
        return image.scaled(32, 18, mode=Qt.TransformationMode.SmoothTransformation)

    difference = np.abs(pixels(blurred(small)).astype(int) - pixels(blurred(shrunk)))
    assert difference.mean() < 6


def test_a_transparent_figure_has_no_ground_but_points(qtbot: QtBot) -> None:
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.paint(view.frame(crowded(fifty_steps()), UiState()), theme("print"))
    alpha = pixels(view.map_image(480, 320, True))[..., 3]
    assert (alpha == 0).mean() > 0.2
    assert (alpha > 100).any()


def test_the_camera_of_a_figure_can_be_set(qtbot: QtBot) -> None:
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.paint(view.frame(crowded(one_step()), UiState()), theme("dark"))
    front = view.figure_image(640, 400, False)
    view.set_camera(90, 0, 1.0)
    side = view.figure_image(640, 400, False)
    view.set_camera(90, 0, 3.0)
    far = view.figure_image(640, 400, False)
    assert (pixels(front) != pixels(side)).mean() > 0.02
    edge = drawn(far)[:, :60].mean()
    assert edge < drawn(side)[:, :60].mean() + 0.001


def test_labels_are_written_as_vectors(qtbot: QtBot, tmp_path: object) -> None:
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.paint(view.frame(fifty_steps(), UiState()), theme("print"))
    generator = QSvgGenerator()
    path = f"{tmp_path}/labels.svg"
    generator.setFileName(path)
    generator.setSize(QSize(800, 450))
    painter = QPainter(generator)
    view.paint_overlay(painter, QSize(800, 450))
    painter.end()
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert "Token embeddings" in text
    assert "<image" not in text


def test_the_window_shows_the_map_and_the_current_point(stage: Stage) -> None:
    canvas = stage.view.canvas
    assert canvas is not None
    picture = canvas.grabFramebuffer()
    assert drawn(picture).mean() > 0.005
    frame = stage.view.shown
    assert frame is not None
    at = stage.seen_at(frame.path.points[frame.current])
    accent = rgb(theme("dark").accent) * 255
    spot = pixels(picture)[max(at.y() - 2, 0) : at.y() + 3, max(at.x() - 2, 0) : at.x() + 3, :3].astype(int)
    assert np.abs(spot - accent).max(axis=2).min() < 25


def test_nothing_is_drawn_while_nothing_moves(stage: Stage) -> None:
    canvas = stage.view.canvas
    assert canvas is not None
    before = canvas.drawing.pictures
    stage.qtbot.waitUntil(lambda: not stage.view.is_busy)
    glass = stage.view.glass
    composed = glass.composition
    glass.update()  # a label that is painted anew is no reason either
    stage.qtbot.waitUntil(lambda: glass.composition is not composed)
    assert canvas.drawing.pictures == before


def test_a_step_uploads_the_path_but_not_the_background(stage: Stage) -> None:
    canvas = stage.view.canvas
    assert canvas is not None
    assert canvas.drawing.scene is not None
    points, lines = canvas.drawing.scene.points.uploads, canvas.drawing.scene.ribbons.uploads
    grow(stage.run, [likely(stage.run)])
    stage.paint()
    stage.rest()
    assert canvas.drawing.scene.points.uploads == points
    assert canvas.drawing.scene.ribbons.uploads == lines + 1


def test_the_points_move_when_the_layout_changes(stage: Stage) -> None:
    state = stage.run.maps[EMBEDDING]
    other = replace(state.layout, points3=state.layout.points3[::-1].copy(), key="other", algorithm="pca")
    before = stage.view.shown
    assert before is not None
    state.choose(other)
    stage.paint()
    assert stage.view.motion.is_moving
    seen = stage.view.seen
    assert seen is not None
    np.testing.assert_allclose(seen.points, before.points, atol=0.05)  # they set out from where they were
    stage.rest()
    assert stage.view.seen is stage.view.shown


# -- mouse ---------------------------------------------------------------------------------------------------------


def test_clicking_a_fan_label_takes_that_token(stage: Stage) -> None:
    label = next(label for label in stage.view.glass.composition.labels if label.kind == "fan")
    left, top, right, bottom = label.box
    stage.click(QPointF((left + right) / 2, (top + bottom) / 2).toPoint())
    assert stage.sent[-1] == TakeToken(stage.run.current, label.token_id)
    assert label.token_id in stage.run.nodes[stage.run.current].next_ids


def test_clicking_the_end_of_a_ray_takes_that_token(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    hits = []
    for row in range(len(frame.fan)):
        at = stage.seen_at(frame.fan.end[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "ray" and target.row == row:
            hits.append(row)
            stage.sent.clear()
            stage.click(at)
            assert stage.sent == [TakeToken(int(frame.fan.nodes[row]), int(frame.fan.token_ids[row]))]
    assert hits


def test_clicking_an_abandoned_branch_returns_to_it(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    for row in range(len(frame.branches)):
        at = stage.seen_at(frame.branches.end[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "branch":
            stage.click(at)
            assert stage.sent[-1] == ReturnTo(int(frame.branches.nodes[target.row]))
            return
    pytest.fail("no branch was in sight")


def test_clicking_the_path_looks_at_that_position(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    for row in range(len(frame.path)):
        at = stage.seen_at(frame.path.points[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "path" and target.row != frame.current:
            stage.click(at)
            assert stage.sent[-1] == LookAt(int(frame.path.positions[target.row]))
            return
    pytest.fail("no point of the path was in sight")


def test_clicking_a_background_point_selects_it_and_asks_for_neighbours(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    for index in range(len(frame.points)):
        at = stage.seen_at(frame.points[index])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "point":
            stage.click(at)
            assert stage.sent[-2:] == [Select((target.row,)), AskNeighbours(EMBEDDING, target.row)]
            return
    pytest.fail("no free background point was in sight")


def test_dragging_turns_shift_pans_and_the_wheel_zooms(stage: Stage) -> None:
    view = stage.view
    before = view.motion.camera
    stage.drag([QPoint(300, 300), QPoint(340, 300), QPoint(400, 320)])
    turned = view.motion.camera
    assert turned.azimuth != before.azimuth
    assert turned.elevation > before.elevation
    assert turned.target == before.target
    stage.drag([QPoint(300, 300), QPoint(380, 300)], Qt.KeyboardModifier.ShiftModifier)
    panned = view.motion.camera
    assert panned.azimuth == turned.azimuth
    assert panned.target != turned.target
    mouse.wheel(view.glass, QPoint(200, 200), 2)
    assert view.motion.camera.distance == pytest.approx(panned.distance * 0.86**2)
    assert not stage.sent  # a drag is no click


def test_box_and_lasso_select_what_is_inside(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    box = [QPoint(10, 10), QPoint(600, 200), QPoint(850, 560)]
    stage.drag(box, Qt.KeyboardModifier.ControlModifier)
    (boxed,) = [i for i in stage.sent if isinstance(i, Select)]
    expected = [
        i for i in range(len(frame.points))
        if 10 <= (p := stage.seen_at(frame.points[i])).x() <= 850 and 10 <= p.y() <= 560
    ]  # fmt: skip
    assert set(expected) ^ set(boxed.indices) <= set()
    stage.sent.clear()
    corners = [QPoint(10, 10), QPoint(850, 10), QPoint(850, 560), QPoint(10, 560)]
    stage.drag(corners, Qt.KeyboardModifier.AltModifier)
    (lassoed,) = [i for i in stage.sent if isinstance(i, Select)]
    assert set(lassoed.indices) == set(boxed.indices)


def test_hovering_tells_once_what_is_under_the_pointer(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    at = stage.seen_at(frame.path.points[frame.current])
    with stage.qtbot.waitSignal(stage.view.intent) as heard:
        mouse.move(stage.view.glass, at)
    assert heard.args == [Hover(int(frame.path.token_ids[frame.current]), int(frame.path.nodes[frame.current]))]
    assert any("position" in line for line in stage.view.pointing.lines)
    mouse.leave(stage.view.glass)
    assert stage.sent[-1] == Hover(None, None)
    assert stage.view.pointing.lines == ()


def test_a_double_click_flies_there_and_r_comes_back(stage: Stage) -> None:
    frame = stage.view.shown
    assert frame is not None
    home = stage.view.motion.camera
    place = frame.path.points[frame.current]
    QTest.mouseDClick(stage.view.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stage.seen_at(place))
    stage.rest()
    assert stage.view.motion.camera.distance < home.distance
    QTest.keyClick(stage.view, Qt.Key.Key_R)
    stage.rest()
    assert stage.view.motion.camera.distance == pytest.approx(home.distance, rel=1e-3)
    assert stage.view.motion.camera.target == (0.0, 0.0, 0.0)


# -- keys and controls -----------------------------------------------------------------------------------------------


def test_keys_turn_zoom_and_switch(stage: Stage) -> None:
    view = stage.view
    view.setFocus()
    before = view.motion.camera
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.motion.camera.azimuth != before.azimuth
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.motion.camera.distance < before.distance
    QTest.keyClick(view, Qt.Key.Key_2)
    assert stage.sent[-1] == SetOption("meaning_space", "dimensions", "2D")
    stage.rest()
    assert view.shown is not None
    assert view.shown.settings.flat
    assert view.motion.camera.flat
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.keyClick(view, Qt.Key.Key_F)
    assert stage.sent[-1] == SetOption("meaning_space", "follow", True)
    QTest.keyClick(view, Qt.Key.Key_T)
    assert view.motion.turning
    QTest.keyClick(view, Qt.Key.Key_T)
    assert not view.motion.turning


def test_following_looks_at_the_current_point(stage: Stage) -> None:
    stage.ui = stage.ui.with_option("meaning_space", "follow", True)
    stage.paint()
    grow(stage.run, [likely(stage.run)])
    stage.paint()
    stage.rest()
    frame = stage.view.shown
    assert frame is not None
    np.testing.assert_allclose(stage.view.motion.camera.target, frame.path.points[frame.current], atol=1e-5)


def test_searching_marks_and_selects(stage: Stage) -> None:
    search = stage.view.controls.search
    search.setFocus()
    QTest.keyClicks(search, "world")
    assert search.results.isVisible()
    assert len(stage.view.matches) == search.results.count() > 0
    QTest.keyClick(search, Qt.Key.Key_Return)
    row = int(stage.view.matches[0])
    assert stage.sent[-2:] == [Select((row,)), AskNeighbours(EMBEDDING, row)]
    assert not search.results.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert len(stage.view.matches) == 0


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
    assert "20 % of variance" in controls.layout_box.itemText(1)
    controls.layout_box.activated.emit(1)
    assert stage.last() == ChooseLayout(EMBEDDING, "pca")
    controls.form.n_neighbors.setValue(30)
    controls.form.metric_box.setCurrentText("euclidean")
    controls.form.fit.click()
    assert stage.last() == FitLayout(EMBEDDING, UmapParams(30, 0.1, "euclidean", 0))
    controls.form.cancel.click()
    assert stage.last() == CancelFit()


def test_neighbours_stand_beside_each_other(stage: Stage) -> None:
    ids = np.arange(10, 15, dtype=np.int32)
    near = Neighbours(EMBEDDING, 4, ids, np.linspace(0.9, 0.5, 5, dtype=np.float32), ids + 2, np.ones(5, np.float32))
    stage.run.neighbours = near
    stage.ui = replace(stage.ui, selection=(4,))
    stage.paint()
    panel = stage.view.panel
    assert panel.isVisible()
    assert "3 of 5" in panel.head.text()
    assert panel.full.count() == panel.near.count() == 5
    panel.full.itemActivated.emit(panel.full.item(1))
    assert stage.sent[-1] == AskNeighbours(EMBEDDING, 11)
    panel.close_button.click()
    stage.paint()
    assert not panel.isVisible()


def test_the_distribution_is_asked_for_once(stage: Stage) -> None:
    stage.ui = stage.ui.with_option("meaning_space", "colour", "probability")
    stage.paint()
    stage.paint()
    assert [i for i in stage.sent if isinstance(i, AskDistribution)] == [AskDistribution(stage.run.current)]


# -- what can go wrong -------------------------------------------------------------------------------------------------


def test_without_opengl_it_says_so_and_the_rest_works(qtbot: QtBot) -> None:
    stage = Stage(qtbot, one_step(), renderer=lambda: "none")
    assert stage.view.canvas is None
    assert stage.view.no_gl.isVisible()
    assert "OpenGL" in stage.view.no_gl.text()
    search = stage.view.controls.search
    QTest.keyClicks(search, "people")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert isinstance(stage.sent[-1], AskNeighbours)
    stage.view.close()


def test_it_survives_being_floated_and_docked_again(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = MeaningSpace()
    dock = QDockWidget("map", window)
    dock.setWidget(view)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(800, 600)
    window.show()
    qtbot.waitExposed(window)
    view.paint(view.frame(crowded(fifty_steps()), UiState()), theme("dark"))
    view.finish_figure()
    for floating in (True, False, True, False):
        dock.setFloating(floating)
        canvas = view.canvas
        assert canvas is not None
        before = canvas.drawing.pictures
        view.refresh()
        qtbot.waitUntil(lambda c=canvas, n=before: c.drawing.pictures > n)  # type: ignore[misc]
        assert drawn(canvas.grabFramebuffer()).mean() > 0.01
    window.close()


def test_from_nothing_to_a_run_and_back(qtbot: QtBot) -> None:
    stage = Stage(qtbot, empty())
    for made in (fifty_steps(), one_step(), empty(), Run(), branched()):
        stage.run = made
        stage.paint("light")
        stage.rest()
    stage.view.close()


def test_true_states_are_asked_for_one_fan_at_a_time_the_current_one_first(qtbot: QtBot) -> None:
    run = with_map(fifty_steps(), STATES)
    state = run.maps[STATES]
    known = state.fans.pop(state.layout.key)
    stage = Stage(qtbot, run)
    stage.ui = replace(stage.ui, space=STATES, position=20).with_option("meaning_space", "fans", "all")
    for _ in range(3):
        stage.paint()
    asked = [i for i in stage.sent if isinstance(i, AskFan)]
    assert asked == [AskFan(STATES, run.path[20], 10)]
    state.fans.setdefault(state.layout.key, {})[run.path[20]] = known[run.path[20]]
    stage.paint()
    asked = [i for i in stage.sent if isinstance(i, AskFan)]
    assert len(asked) == 2
    assert asked[1].node == run.path[-1]
    stage.view.close()
