"""Whether there is a screen for a window. Qt ends the whole program with an abort where it finds none."""

from __future__ import annotations

import os
import re
import socket
import sys

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
NEEDED = (
    "There is no screen to open a window on{which}. `trace` and `figure` work without one; for a virtual one put "
    "xvfb-run -a -s '-screen 0 1920x1080x24 +extension GLX' before the command."
)


def there_is_one() -> bool:
    """True where a display is named and, if it is an X server of this machine, answers; always where not on Linux."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    local = _LOCAL.fullmatch(display)
    if not display or local is None:
        return bool(display)
    path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X servers put it
    return any(_answers(name) for name in (path, f"\0{path}"))


def what_is_missing() -> str:
    """The sentence for a person."""
    display = os.environ.get("DISPLAY", "")
    return NEEDED.format(which=f" (nothing answers at DISPLAY={display})" if display else " (DISPLAY is not set)")


def _answers(name: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(name)
        except OSError:
            return False
    return True
