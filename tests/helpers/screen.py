"""A screen in memory with OpenGL, for Linux machines without one: Qt's `offscreen` platform has no OpenGL."""

from __future__ import annotations

import os
import subprocess


class Screen:
    """An Xvfb of its own, on the first free display number."""

    def __init__(self, size: str = "1920x1080x24") -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "+extension", "GLX", "-nolisten", "tcp"]
        try:
            self._server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
        except FileNotFoundError as error:
            os.close(reading)
            raise RuntimeError("Xvfb is missing: run `sh .ci/system-libraries` to see what to install.") from error
        finally:
            os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()  # written when the server is ready; empty if it died
        if not number:
            raise RuntimeError(f"Xvfb ended with status {self._server.wait()} before it was ready.")
        self.name = f":{number}"

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait()
