"""One measurement of `tests.bench.window` or `tests.bench.layers`, in a process of its own: `bare`, `program`, `even`,
`drag` or `slide`."""

from __future__ import annotations

import argparse
import itertools
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.controller import Controller
    from viz.labs.ablation.ablation_view import AblationView
    from viz.map.paint.canvas import GpuCanvas, SoftCanvas

SECONDS = 8.0
LAYERS_SLID = 4
SLIDE_MS = 700  # from layer to layer: a move is over, and some are cut short
PATIENCE_MS = 180_000


def say(**found: float) -> None:
    """Hand what was found to the parent."""
    print(json.dumps(found), flush=True)


def bare() -> None:
    """A vispy canvas on PySide6, nothing more."""
    import vispy

    vispy.use("pyside6")
    from PySide6.QtWidgets import QApplication
    from vispy import scene

    application = QApplication(sys.argv[:1])
    canvas = scene.SceneCanvas(size=(1200, 800), show=True)

    def painted() -> None:
        say(painted=time.monotonic())
        application.quit()

    canvas.native.frameSwapped.connect(painted)
    application.exec()


def arguments() -> argparse.Namespace:
    """As the command line makes them when nothing is said."""
    from main import window_parser

    return window_parser().parse_args(["--model", "SmolLM2-135M-Instruct"], argparse.Namespace(debug=False))


def program() -> None:
    """The program's window, before any engine."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    from PySide6.QtWidgets import QApplication

    from app.start import FirstPicture, make_window

    application = QApplication(sys.argv[:1])

    def painted() -> None:
        say(painted=time.monotonic())
        window.close()
        application.quit()

    window = make_window()
    watch = FirstPicture(window, painted)
    window.show()
    application.exec()
    watch.stop()


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Let the window live until `condition` holds. Raises RuntimeError naming `what` after three minutes."""
    loop = QEventLoop()
    check = QTimer()
    check.timeout.connect(lambda: loop.quit() if condition() else None)
    check.start(20)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    check.stop()
    if not condition():
        raise RuntimeError(f"waited in vain for {what}")


@contextmanager
def first_run() -> Iterator[Controller]:
    """The program as it starts, once its first run is written and on its map; closed at the end."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    from PySide6.QtWidgets import QApplication

    from app.start import open_session
    from app.state import Phase
    from engine.records import EMBEDDING

    application = QApplication(sys.argv[:1])
    program = open_session(arguments())
    wait_for(
        lambda: EMBEDDING in program.session.run.maps and len(program.session.run) > 20, "the first run on its map"
    )
    wait_for(lambda: program.session.state.phase is Phase.IDLE, "the end of the first run")
    yield program
    program.window.close()
    application.quit()
    program.close()


def turning_map(program: Controller) -> GpuCanvas | SoftCanvas:
    """The canvas of the map, which turns from now on. Raises RuntimeError where there is no OpenGL."""
    from viz.map.meaning_space_view import MeaningSpace

    program.session.set_option("meaning_space", "turntable", True)
    view = program.window.findChild(MeaningSpace)
    canvas = None if view is None else view.canvas
    if canvas is None:
        raise RuntimeError("frames can only be measured where there is OpenGL")
    return canvas


def even() -> None:
    """Frame intervals of the turning map at rest and while the default model writes; memory at the end."""
    with first_run() as program:
        canvas = turning_map(program)
        intervals(canvas, 2.0)
        resting = intervals(canvas, SECONDS)
        program.player.play(10_000)
        writing = intervals(canvas, SECONDS)
        say(
            resting_p99_ms=float(np.percentile(resting, 99)),
            writing_p99_ms=float(np.percentile(writing, 99)),
            writing_worst_ms=float(max(writing)),
            memory_mb=psutil.Process().memory_info().rss / 2**20,
        )


def drag() -> None:
    """Frame intervals of the turning map in the ablation workspace, at rest and while a slider is dragged."""
    from engine.labs.ablation.records import AskChangedNext

    with first_run() as program:
        board = switchboard(program)
        canvas = turning_map(program)
        wait_for(lambda: bool(board.rows.rows) and board.sentence.shown.fresh, "the first answers")
        intervals(canvas, 12.0)  # what the workspace asks for by itself comes first
        resting = intervals(canvas, SECONDS)
        seen: set[object] = set()
        dragging = Drag(board.rows.rows[0].slider, lambda: seen.update(program.session.run.findings))
        before = {it for it in program.session.run.findings if isinstance(it, AskChangedNext)}
        moving = intervals(canvas, SECONDS)
        dragging.stop()
        answers = len({it for it in seen if isinstance(it, AskChangedNext)} - before)
        say(
            resting_p99_ms=float(np.percentile(resting, 99)),
            dragging_p99_ms=float(np.percentile(moving, 99)),
            dragging_worst_ms=float(max(moving)),
            answers_per_second=answers / SECONDS,
        )


def switchboard(program: Controller) -> AblationView:
    """The ablation workspace with a neuron of the middle layer on its board."""
    from engine.records import Change, Site
    from viz.intents import PutOnBoard
    from viz.labs.ablation.ablation_view import AblationView

    program.window.resize(1600, 1000)
    program.window.show_workspace("ablation")
    info = program.session.run.info
    middle = 0 if info is None else info.n_layers // 2
    program.intents.handle(PutOnBoard(Change(Site("neuron", middle, 100), 0.5)))
    wait_for(lambda: program.window.findChild(AblationView) is not None, "the switchboard")
    found = program.window.findChild(AblationView)
    assert found is not None
    return found


def slide() -> None:
    """Frame intervals of the turning map at rest after one layer, and while the layers' slider is moved to and fro."""
    from engine.records import Space
    from viz.intents import ShowSpace
    from viz.map.meaning_space_view import MeaningSpace

    with first_run() as program:
        n_layers = 0 if program.session.run.info is None else program.session.run.info.n_layers
        opened = range(n_layers // 2, n_layers // 2 + LAYERS_SLID)

        def is_there(space: Space) -> bool:
            state = program.session.run.maps.get(space)
            return state is not None and program.session.run.path[-1] in state.nodes.get(state.layout.key, {})

        for layer in opened:
            space = Space("resid", layer)
            program.intents.handle(ShowSpace(space))
            wait_for(lambda space=space: is_there(space), f"the states after layer {layer}")  # type: ignore[misc]
        canvas = turning_map(program)
        view = program.window.findChild(MeaningSpace)
        assert view is not None
        slider = view.controls.slider.slider
        intervals(canvas, 4.0)
        resting = intervals(canvas, SECONDS)
        values = list(range(slider.value() - LAYERS_SLID + 1, slider.value() + 1))
        way = itertools.cycle(values[::-1] + values[1:-1])
        shown: set[Space] = set()

        def move() -> None:
            if view.viewport.frame is not None:
                shown.add(view.viewport.frame.space)
            slider.setValue(next(way))

        hand = QTimer()
        hand.timeout.connect(move)
        hand.start(SLIDE_MS)
        sliding = intervals(canvas, 2 * SECONDS)
        hand.stop()
        say(
            resting_p99_ms=float(np.percentile(resting, 99)),
            sliding_p99_ms=float(np.percentile(sliding, 99)),
            sliding_worst_ms=float(max(sliding)),
            layers=len(shown),
            points=len(program.session.run.maps[space].background.token_ids),
        )


class Drag:
    """A hand that pulls a slider to and fro, sixty times a second. `each` is called at every step."""

    def __init__(self, slider: QWidget, each: Callable[[], object]) -> None:
        self._slider, self._each, self._step = slider, each, 0
        self._send(QEvent.Type.MouseButtonPress)
        self._timer = QTimer()
        self._timer.timeout.connect(self._move)
        self._timer.start(16)

    def _send(self, kind: QEvent.Type) -> None:
        share = 0.5 + 0.45 * math.sin(self._step / 40)
        local = QPointF(self._slider.width() * share, self._slider.height() / 3)
        left = Qt.MouseButton.LeftButton
        where = self._slider.mapToGlobal(local)
        event = QMouseEvent(kind, local, where, left, left, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self._slider, event)

    def _move(self) -> None:
        self._step += 1
        self._send(QEvent.Type.MouseMove)
        self._each()

    def stop(self) -> None:
        """Let go."""
        self._timer.stop()
        self._send(QEvent.Type.MouseButtonRelease)


def intervals(canvas: GpuCanvas | SoftCanvas, seconds: float) -> list[float]:
    """Milliseconds between the pictures of `canvas` over a time."""
    times: list[float] = []
    note = lambda: times.append(time.perf_counter())  # noqa: E731 - connected and disconnected by name
    canvas.frameSwapped.connect(note)
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    canvas.frameSwapped.disconnect(note)
    return [(b - a) * 1000 for a, b in pairwise(times)]


if __name__ == "__main__":
    {"bare": bare, "program": program, "even": even, "drag": drag, "slide": slide}[sys.argv[1]]()
