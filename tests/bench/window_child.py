"""One measurement of `tests.bench.window`, in a process of its own: `bare`, `program` or `even`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import psutil
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

if TYPE_CHECKING:
    from viz.map.canvas import GpuCanvas, SoftCanvas

SECONDS = 8.0
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


def even() -> None:
    """Frame intervals of the turning map at rest and while the default model writes; memory at the end."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    from PySide6.QtWidgets import QApplication

    from app.start import open_session
    from app.state import Phase
    from engine.records import EMBEDDING
    from viz.views.meaning_space import MeaningSpace

    application = QApplication(sys.argv[:1])
    session = open_session(arguments())
    wait_for(lambda: EMBEDDING in session.run.maps and len(session.run) > 20, "the first run on its map")
    wait_for(lambda: session.state.phase is Phase.IDLE, "the end of the first run")
    session.set_option("meaning_space", "turntable", True)
    view = session.window.findChild(MeaningSpace)
    canvas = None if view is None else view.canvas
    if canvas is None:
        raise RuntimeError("frames can only be measured where there is OpenGL")
    intervals(canvas, 2.0)
    resting = intervals(canvas, SECONDS)
    session.play(10_000)
    writing = intervals(canvas, SECONDS)
    say(
        resting_p99_ms=float(np.percentile(resting, 99)),
        writing_p99_ms=float(np.percentile(writing, 99)),
        writing_worst_ms=float(max(writing)),
        memory_mb=psutil.Process().memory_info().rss / 2**20,
    )
    session.window.close()
    application.quit()
    session.close()


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
    {"bare": bare, "program": program, "even": even}[sys.argv[1]]()
