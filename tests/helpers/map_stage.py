"""A shown map with what it sent, and what can be said of its pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers.hosted import show
from viz.camera import project
from viz.intents import (
    Intent,
    SetOption,
)
from viz.map.meaning_space_view import MeaningSpace
from viz.theme import rgb, theme
from viz.ui_state import UiState
from viz.visuals.renderer import Renderer

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
        show(self.view, self.view.frame(self.run, self.ui), theme(name))

    def rest(self) -> None:
        """Wait until nothing moves and the picture is there."""
        view = self.view
        self.qtbot.waitUntil(lambda: not view.viewport.motion.is_moving, timeout=20_000)
        if view.canvas is not None:
            before = view.canvas.drawing.pictures
            view.refresh()
            self.qtbot.waitUntil(
                lambda: view.canvas is not None and view.canvas.drawing.pictures > before, timeout=20_000
            )
            self.qtbot.waitUntil(
                lambda: (
                    bool(view.glass.composition.labels)
                    or view.viewport.frame is None
                    or view.viewport.frame.layout is None
                )
            )

    def seen_at(self, place: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> QPoint:
        width, height = self.view.viewport.size()
        pixels, _ = project(self.view.viewport.motion.camera.matrix(width, height), place.reshape(1, 3), width, height)
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
