"""Makes a window fit for OpenGL before it is shown: Qt would have to make it anew for the first 3D view."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget


def expect_opengl(window: QWidget) -> None:
    """Only where a graphics card draws: without one the maps are drawn apart, and the window stays Qt's own."""
    if "viz.map.meaning_space_view" in sys.modules:
        from viz.visuals.renderer import may_be_card, renderer

        if may_be_card() and renderer() == "card":
            from PySide6.QtOpenGLWidgets import QOpenGLWidget

            QOpenGLWidget(window).hide()
