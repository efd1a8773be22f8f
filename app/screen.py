"""Whether there is a screen for a window. Qt ends the whole program with an abort where it finds none.

An X display is asked by the library that Qt asks it by (libxcb), so that one that refuses the connection, or lies on
another machine, is found out as Qt would find it. Where the library is missing only the name of the display is known.
"""

from __future__ import annotations

import ctypes
import os
import sys

NEEDED = (
    "There is no screen to open a window on{which}. `trace` and `figure` work without one; for a virtual one put "
    "xvfb-run -a -s '-screen 0 1920x1080x24 +extension GLX' before the command."
)


def there_is_one() -> bool:
    """True where a display is named and lets a window be opened; always where not on Linux."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _lets_in()


def what_is_missing() -> str:
    """The sentence for a person."""
    display = os.environ.get("DISPLAY", "")
    which = f" (DISPLAY={display} does not answer, or refuses the connection)" if display else " (DISPLAY is not set)"
    return NEEDED.format(which=which)


def _lets_in() -> bool:
    """Whether the X server of DISPLAY accepts a connection; True where that cannot be tried."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p  # never null: a connection that failed is one with an error
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused
