"""The map while turning, whole as a person sees it (points, nebula, path, fan, labels), against bare vispy `Markers`.

Both stand in a window of the same size on the same screen and are turned by a degree as soon as a picture has been
swapped; they take turns, so that other load hits both, and the medians of their frame times are compared.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from time import perf_counter

import numpy as np
import vispy
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QApplication

from engine.records import EMBEDDING, Background, Layout, Vocabulary
from engine.run import MapState, Run
from tests.bench.rows import Row, at_least, main
from tests.helpers.runs import fifty_steps
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint.canvas import GpuCanvas, SoftCanvas
from viz.theme import theme
from viz.ui_state import UiState

SIZE = (1200, 800)
ROUNDS, SECONDS = 5, 1.2


def vocabulary_like(n: int, seed: int = 0) -> Run:
    """Fifty steps on a map of n points in clusters, as UMAP makes them."""
    run = fifty_steps()
    assert run.vocabulary is not None
    rng = np.random.default_rng(seed)
    centres = rng.normal(0, 3, (400, 3))
    points = (centres[rng.integers(0, 400, n)] + rng.normal(0, 0.5, (n, 3))).astype(np.float32)
    layout = Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "a test", f"bench-{n}", 0.3, 0.2, 0.01, 500)
    ids = np.arange(n, dtype=np.int32)
    clusters = (ids % 16).astype(np.uint8)
    run.maps = {EMBEDDING: MapState(Background(EMBEDDING, ids, np.ones(n, np.float32), clusters), [layout])}
    run.vocabulary = stretched(run.vocabulary, n)
    return run


def stretched(vocabulary: Vocabulary, n: int) -> Vocabulary:
    """The vocabulary repeated until it has n tokens."""
    times = -(-n // len(vocabulary))
    lengths = np.tile(np.diff(vocabulary.offsets), times)[:n]
    data = np.tile(vocabulary.data, times)[: int(lengths.sum())]
    kinds = np.tile(vocabulary.kinds, times)[:n]
    return Vocabulary(data, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64), kinds)


def frame_times(
    widget: QOpenGLWidget | GpuCanvas | SoftCanvas, turn: Callable[[], None], seconds: float = SECONDS
) -> list[float]:
    """Seconds between the pictures of a widget that is turned as soon as one is on screen."""
    times: list[float] = []
    loop = QEventLoop()

    def swapped() -> None:
        times.append(perf_counter())
        if times[-1] - times[0] > seconds and len(times) > 4:
            loop.quit()
        else:
            turn()

    widget.frameSwapped.connect(swapped)
    QTimer.singleShot(60_000, loop.quit)
    turn()
    loop.exec()
    widget.frameSwapped.disconnect(swapped)
    return [b - a for a, b in pairwise(times[1:])]


class OurMap:
    """The view, at rest but for the turning."""

    def __init__(self, n: int) -> None:
        run = vocabulary_like(n)
        self.view = MeaningSpace()
        self.view.pane.paced = False  # every point in every picture
        self.view.resize(SIZE[0], SIZE[1] + self.view.controls.sizeHint().height())
        self.view.paint(self.view.frame(run, UiState()), theme("dark"))
        self.view.finish_figure()

    def turn(self) -> None:
        """One degree on, as a drag does it."""
        camera = self.view.viewport.motion.camera
        self.view.viewport.move_camera(replace(camera, azimuth=(camera.azimuth + 181) % 360 - 180))

    def measure(self) -> list[float]:
        """Seconds of each picture."""
        canvas = self.view.canvas
        if canvas is None:
            raise RuntimeError("the scene can only be measured where there is OpenGL")
        self.view.show()
        times = frame_times(canvas, self.turn)
        self.view.hide()
        return times


class TheirMarkers:
    """vispy's own way: a SceneCanvas with Markers under a turntable camera."""

    def __init__(self, n: int) -> None:
        vispy.use("pyside6")
        from vispy import scene

        run = vocabulary_like(n)
        points = run.maps[EMBEDDING].layout.points3
        self.canvas = scene.SceneCanvas(size=SIZE, show=False, bgcolor="#0b0f1a", vsync=False)
        view = self.canvas.central_widget.add_view()
        markers = scene.visuals.Markers(parent=view.scene)
        markers.set_data(points, face_color=(0.5, 0.7, 1.0, 0.6), edge_width=0, size=4)
        view.camera = scene.cameras.TurntableCamera(fov=34, distance=22)
        self.camera = view.camera

    def turn(self) -> None:
        """One degree on."""
        self.camera.azimuth = (self.camera.azimuth + 181) % 360 - 180
        self.canvas.update()

    def measure(self) -> list[float]:
        """Seconds of each picture."""
        self.canvas.native.show()
        times = frame_times(self.canvas.native, self.turn)
        self.canvas.native.hide()
        return times


def compared(n: int) -> tuple[float, float]:
    """Pictures a second of ours and theirs with n points."""
    ours, theirs = OurMap(n), TheirMarkers(n)
    ours.measure()
    theirs.measure()
    a: list[float] = []
    b: list[float] = []
    for _ in range(ROUNDS):
        a += ours.measure()
        b += theirs.measure()
    ours.view.close()
    theirs.canvas.close()
    return 1 / statistics.median(a), 1 / statistics.median(b)


def measure() -> list[Row]:
    """The rows of issue 2, section 7, that speak of the scene."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication.instance() or QApplication([])
    rows = []
    for n in (49_152, 200_000):
        ours, theirs = compared(n)
        rows.append(at_least(f"{n:,} points turning at 1200x800", ours, "pictures/s", "vispy Markers", theirs, 2.0))
    application.processEvents()
    return rows


if __name__ == "__main__":
    main(measure)
