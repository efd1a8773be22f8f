"""Asks what draws here: a graphics card, a program in its place, or nothing. Without vispy: it is asked early."""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

Renderer = Literal["card", "program", "none"]

_GL_RENDERER = 0x1F01
_PROGRAMS = ("llvmpipe", "softpipe", "swrast", "software", "swiftshader", "gdi generic", "basic render")
_DEVICES = ("/dev/dri", "/dev/nvidiactl", "/dev/dxg")  # one of them is there where Linux has a graphics card


def is_available() -> bool:
    """Whether an OpenGL context can be made here."""
    return renderer() != "none"


def may_be_card() -> bool:
    """Whether there can be a graphics card, without asking OpenGL, which takes a tenth of a second."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("LIBGL_ALWAYS_SOFTWARE", "") in ("1", "true"):
        return False
    return any(Path(name).exists() for name in _DEVICES)


@functools.cache
def renderer() -> Renderer:
    """What draws here, as a context that is made and thrown away says: a graphics card, a program, or nothing."""
    window = QOffscreenSurface()
    window.create()
    context = QOpenGLContext()
    found: Renderer = "none"
    if context.create() and context.makeCurrent(window):
        called = str(context.functions().glGetString(_GL_RENDERER)).lower()
        found = "program" if any(name in called for name in _PROGRAMS) else "card"
        context.doneCurrent()
    window.destroy()
    return found
