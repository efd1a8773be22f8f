"""Pictures of a film of the map of 49,152 points turning at 1280x720, labels and all, drawn off screen.

Against ten a second, below which nobody waits for a film, and against vispy's own `Markers` of the same points drawn
off screen at that size and read back. The two take turns, so that other load hits both.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from time import perf_counter
from typing import Any

import vispy
from PySide6.QtWidgets import QApplication

from engine.records import EMBEDDING
from tests.bench.rows import Row, at_least, main
from tests.bench.scene import vocabulary_like
from viz.figures.panel_state import Shown, ui_of
from viz.figures.picture import pixels_of, view_class
from viz.figures.spec import FigureSpec, Panel
from viz.films.stage import Part, Stage
from viz.films.timeline import Moment

SIZE, POINTS = (1280, 720), 49_152
ROUNDS, PICTURES, WISHED = 5, 8, 10.0


def seconds_of(draw: Callable[[int], Any], begin: int) -> list[float]:
    """Seconds of each of some pictures, a degree apart."""
    times = []
    for index in range(begin, begin + PICTURES):
        at = perf_counter()
        draw(index)
        times.append(perf_counter() - at)
    return times


def our_film() -> tuple[Stage, Callable[[int], Any]]:
    """A film of the map at rest but for the turning."""
    run, panel = vocabulary_like(POINTS), Panel("meaning_space")
    ui = ui_of(panel, "dark", run)
    frame = view_class(panel.view).frame(run, ui)
    spec = FigureSpec(size=f"{SIZE[0]}x{SIZE[1]}", theme="dark", panel=(panel,))
    stage = Stage(spec, [Part(Shown(panel, run, ui), 1, lambda _: frame)])
    return stage, lambda index: pixels_of(stage.picture([Moment(turned=float(index))]), False)


def their_markers() -> tuple[Any, Callable[[int], Any]]:
    """vispy's own way: `SceneCanvas.render` with Markers under a turntable camera."""
    vispy.use("pyside6")
    from vispy import scene

    points = vocabulary_like(POINTS).maps[EMBEDDING].layout.points3
    canvas = scene.SceneCanvas(size=SIZE, show=False, bgcolor="#0b0f1a", vsync=False)
    view = canvas.central_widget.add_view()
    markers = scene.visuals.Markers(parent=view.scene)
    markers.set_data(points, face_color=(0.5, 0.7, 1.0, 0.6), edge_width=0, size=4)
    view.camera = scene.cameras.TurntableCamera(fov=34, distance=22)

    def draw(index: int) -> Any:
        view.camera.azimuth = index
        return canvas.render(alpha=False)

    return canvas, draw


def measure() -> list[Row]:
    """The rows of issue 14, section 3."""
    application = QApplication.instance() or QApplication([])
    canvas, theirs = their_markers()
    stage, ours = our_film()
    seconds_of(ours, 0), seconds_of(theirs, 0)
    a: list[float] = []
    b: list[float] = []
    for index in range(ROUNDS):
        a += seconds_of(ours, PICTURES * index)
        b += seconds_of(theirs, PICTURES * index)
    stage.close()
    canvas.close()
    application.processEvents()
    mine, other = 1 / statistics.median(a), 1 / statistics.median(b)
    what = f"a film of {POINTS:,} points turning at {SIZE[0]}x{SIZE[1]}"
    return [
        at_least(what, mine, "pictures/s", "as wished", WISHED, 1.0),
        at_least(what, mine, "pictures/s", "vispy Markers read back", other, 1.0),
    ]


if __name__ == "__main__":
    main(measure)
