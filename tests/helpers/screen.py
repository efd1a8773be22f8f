"""A screen in memory with OpenGL, for Linux machines without one: Qt's `offscreen` platform has no OpenGL."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess

_PARENT_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG


def _end_with_parent() -> None:
    """In the server's process: end when the process that started it ends, however it ends."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)


class Screen:
    """An Xvfb of its own, on the first free display number, that lives as long as this process.

    It is not ended before: Qt holds a connection until the interpreter is gone, and ends the process when that breaks.
    """

    def __init__(self, size: str = "1920x1080x24") -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "+extension", "GLX", "-nolisten", "tcp"]
        try:
            server = subprocess.Popen(
                command,
                pass_fds=(writing,),
                stderr=subprocess.DEVNULL,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - no thread has been started yet
            )
        except FileNotFoundError as error:
            os.close(reading)
            raise RuntimeError("Xvfb is missing: run `sh .ci/system-libraries` to see what to install.") from error
        finally:
            os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()  # written when the server is ready; empty if it died
        if not number:
            raise RuntimeError(f"Xvfb ended with status {server.wait()} before it was ready.")
        self.name = f":{number}"
        self._server = server  # held, so that nobody warns of a process still running
