"""The meaning space as it is drawn: in windows, in figures, with a graphics card and without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING, Space
from engine.run import Run
from tests.bench.scene import vocabulary_like
from tests.helpers.map_stage import Pixels, Stage, crowded, drawn, pixels, quadrants
from tests.helpers.runs import branched, empty, fifty_steps, grow, likely, one_step
from viz.figures.files import save_figure
from viz.figures.page import Figure, of_pixels
from viz.intents import (
    AskNeighbours,
)
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint import scene
from viz.map.paint.canvas import GpuCanvas, SoftCanvas
from viz.theme import names as theme_names
from viz.theme import rgb, theme
from viz.ui_state import UiState
from viz.visuals.renderer import Renderer

STATES = Space("resid", 2)


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


def test_near_points_are_as_bright_in_a_very_large_figure(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The largest sprite grows with the picture, as all others do."""
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.paint(view.frame(vocabulary_like(3000), UiState()), theme("dark"))
    view.finish_figure()
    view.set_camera(0, 0, 0.25)

    def brightness(width: int, height: int) -> float:
        return float(pixels(view.map_image(width, height, False))[..., :3].mean())

    small = brightness(800, 450)
    assert brightness(4800, 2700) == pytest.approx(small, rel=0.02)
    monkeypatch.setattr(scene, "LARGEST_POINT", scene.LARGEST_POINT / 3)  # the control: the limit of 800 pixels
    assert brightness(4800, 2700) < 0.96 * small


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
    frame = stage.view.viewport.frame
    assert frame is not None
    at = stage.seen_at(frame.path.points[frame.current])
    accent = rgb(theme("dark").accent) * 255
    spot = pixels(picture)[max(at.y() - 2, 0) : at.y() + 3, max(at.x() - 2, 0) : at.x() + 3, :3].astype(int)
    assert np.abs(spot - accent).max(axis=2).min() < 25


class Paints(QObject):
    """How often a part was painted."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.seen = 0
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.Paint
        return False


def test_nothing_is_drawn_while_nothing_moves(stage: Stage) -> None:
    canvas = stage.view.canvas
    assert canvas is not None
    before = canvas.drawing.pictures
    stage.qtbot.waitUntil(lambda: not stage.view.is_busy)
    glass = stage.view.glass
    composed = glass.composition
    paints = Paints(glass)
    glass.update()  # a label that is painted anew is no reason either
    stage.qtbot.waitUntil(lambda: paints.seen > 0)
    assert canvas.drawing.pictures == before
    assert glass.composition is composed, "nor is it laid out anew"


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
    before = stage.view.viewport.frame
    assert before is not None
    state.choose(other)
    stage.paint()
    assert stage.view.viewport.motion.is_moving
    seen = stage.view.viewport.seen
    assert seen is not None
    np.testing.assert_allclose(seen.points, before.points, atol=0.05)  # they set out from where they were
    stage.rest()
    assert stage.view.viewport.seen is stage.view.viewport.frame


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


# -- what can go wrong -------------------------------------------------------------------------------------------------


def test_without_opengl_it_says_so_and_the_rest_works(qtbot: QtBot) -> None:
    stage = Stage(qtbot, one_step(), renderer=lambda: "none")
    assert stage.view.canvas is None
    assert stage.view.pane.no_gl.isVisible()
    assert "OpenGL" in stage.view.pane.no_gl.text()
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


def test_a_figure_of_vectors_holds_only_the_background_as_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    save_figure(
        path, Figure("meaning_space", of_pixels(960, 540), "print"), crowded(fifty_steps()), UiState(theme="print")
    )
    text = path.read_text("utf-8")
    assert text.count("<image") == 1
    view = MeaningSpace()
    qtbot.addWidget(view)
    view.paint(view.frame(crowded(fifty_steps()), UiState()), theme("print"))
    frame = view.viewport.frame
    assert frame is not None
    assert text.count("<polygon") >= 3 * (len(frame.path) - 1) + len(frame.fan)  # each piece of path and each ray
    assert "Token embeddings" in text
    size = QSize(960, 540)
    whole, ground = view.figure_image(960, 540, False), view.figure_ground(960, 540, False)
    painter = QPainter(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.paint_figure(painter, size)
    painter.end()

    def blurred(image: QImage) -> Pixels:
        return pixels(image.scaled(96, 54, mode=Qt.TransformationMode.SmoothTransformation))[..., :3].astype(float)

    assert np.abs(blurred(whole) - blurred(ground)).mean() < 3.0  # of 255: vectors and OpenGL draw the same lines


def test_a_camera_is_read_and_set_again(stage: Stage) -> None:
    view = stage.view
    view.set_camera(30, -20, 0.7, 0.2, -0.1, 0.3)
    assert view.camera_now() == pytest.approx((30, -20, 0.7, 0.2, -0.1, 0.3))
    other = MeaningSpace()
    stage.qtbot.addWidget(other)
    other.resize(view.size())
    other.paint(other.frame(stage.run, stage.ui), theme("dark"))
    other.set_camera(*view.camera_now())
    assert other.viewport.motion.camera.target == view.viewport.motion.camera.target
    size = (900.0, 640.0)  # the other was never shown, and so never laid out
    assert other.viewport.in_size(*size).distance == pytest.approx(view.viewport.in_size(*size).distance, rel=1e-3)


def test_labels_are_as_large_as_the_programs_text(qtbot: QtBot) -> None:
    sizes = []
    for pixel_size in (13, 26):
        view = MeaningSpace()
        qtbot.addWidget(view)
        font = view.font()
        font.setPixelSize(pixel_size)
        view.setFont(font)
        view.paint(view.frame(fifty_steps(), UiState()), theme("dark"))
        sizes.append(view.viewport.label_size)
    assert sizes[1] == pytest.approx(2 * sizes[0])


def test_labels_grow_at_once_when_the_text_does(stage: Stage) -> None:
    view = stage.view
    written, changes = view.viewport.label_size, view.viewport.changes
    font = view.font()
    font.setPixelSize(2 * QFontInfo(font).pixelSize())
    view.setFont(font)
    assert view.viewport.label_size == pytest.approx(2 * written)
    assert view.viewport.changes > changes, "nothing would be drawn anew"
