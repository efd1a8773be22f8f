"""The error of a machine without OpenGL. `viz` knows no engine errors, so it has its own."""

from __future__ import annotations

from typing import Final

NO_CONTEXT: Final = "This computer offers no OpenGL, which the map needs; its drivers may be missing."


class GlUnavailable(RuntimeError):
    """No OpenGL context can be made; the text is a sentence for a person."""
