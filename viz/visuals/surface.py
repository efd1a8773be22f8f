"""Lets vispy's gloo draw into any OpenGL context that Qt made current, without vispy's own canvas backend.

gloo queues commands for a *current canvas* and runs them when that canvas flushes. This one stands for a context owned
by Qt: a `QOpenGLWidget` on screen, or an off-screen one of any size for figures. Owning the context avoids the traps of
the backend (its second context, `render(size=...)` at other sizes, a live canvas broken by an off-screen one): each
surface has its own objects and says itself which framebuffer is the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QOffscreenSurface, QOpenGLContext, QOpenGLExtraFunctions
from vispy import gloo
from vispy.gloo.context import FakeCanvas, forget_canvas, get_current_canvas, set_current_canvas

from viz.visuals.gl_errors import NO_CONTEXT, GlUnavailable

Pixels = npt.NDArray[np.uint8]

_GL_NEAREST, _GL_COLOR_BUFFER_BIT = 0x2600, 0x4000
_GL_FRAMEBUFFER, _GL_READ_FRAMEBUFFER, _GL_DRAW_FRAMEBUFFER = 0x8D40, 0x8CA8, 0x8CA9


class Surface(FakeCanvas):  # type: ignore[misc]  # vispy is untyped
    """An OpenGL context as gloo sees it. `begin`, with the context current, comes before making or drawing."""

    def __init__(self, default_framebuffer: Callable[[], int] = lambda: 0) -> None:
        self._default_framebuffer = default_framebuffer
        super().__init__()
        self._backend = self

    def _vispy_get_fb_bind_location(self) -> int:  # gloo asks its backend by this name
        return self._default_framebuffer()

    def begin(self) -> None:
        """Make this the surface gloo talks to."""
        set_current_canvas(self)

    @contextmanager
    def into(self, framebuffer: int) -> Iterator[None]:
        """Draw into this framebuffer instead of the default one."""
        self.flush()
        before, self._default_framebuffer = self._default_framebuffer, lambda: framebuffer
        _functions().glBindFramebuffer(_GL_FRAMEBUFFER, framebuffer)
        try:
            yield
            self.flush()
        finally:
            self._default_framebuffer = before
            _functions().glBindFramebuffer(_GL_FRAMEBUFFER, before())

    def copy_from(self, framebuffer: int, width: int, height: int) -> None:
        """Copy the picture of another framebuffer of this size into the default one."""
        self.flush()
        functions = _functions()
        functions.glBindFramebuffer(_GL_READ_FRAMEBUFFER, framebuffer)
        functions.glBindFramebuffer(_GL_DRAW_FRAMEBUFFER, self._default_framebuffer())
        box = (0, 0, width, height)
        functions.glBlitFramebuffer(*box, *box, _GL_COLOR_BUFFER_BIT, _GL_NEAREST)
        functions.glBindFramebuffer(_GL_FRAMEBUFFER, self._default_framebuffer())

    def forget(self) -> None:
        """The context is gone: gloo must not use it again."""
        forget_canvas(self)


def current() -> Surface:
    """The surface begun last. Raises RuntimeError where there is none."""
    found = get_current_canvas()
    if not isinstance(found, Surface):
        raise RuntimeError("a surface must be begun before something is drawn")
    return found


def _functions() -> QOpenGLExtraFunctions:
    """OpenGL itself, for what gloo lacks."""
    context = QOpenGLContext.currentContext()
    if context is None:
        raise RuntimeError("an OpenGL context must be current before something is drawn")
    return context.extraFunctions()


class OffScreen:
    """A context without a window and a picture of `width` x `height` to draw into."""

    def __init__(self, width: int, height: int) -> None:
        """Raises GlUnavailable where no context can be had."""
        self.size = (width, height)
        self._window = QOffscreenSurface()
        self._window.create()
        self._gl = QOpenGLContext()
        if not self._gl.create() or not self._gl.makeCurrent(self._window):
            raise GlUnavailable(NO_CONTEXT)
        self.surface = Surface()

    def render(self, draw: Callable[[], None], clear: tuple[float, float, float, float]) -> Pixels:
        """What `draw` draws, as [height, width, 4] uint8 with premultiplied alpha, top row first."""
        width, height = self.size
        self._gl.makeCurrent(self._window)
        self.surface.begin()
        target = gloo.FrameBuffer(color=gloo.RenderBuffer((height, width), "color"))
        with target:
            gloo.set_viewport(0, 0, width, height)
            gloo.clear(color=clear)
            draw()
            picture = gloo.read_pixels((0, 0, width, height), alpha=True)
        return np.ascontiguousarray(picture, dtype=np.uint8)

    def close(self) -> None:
        """Free the context."""
        self.surface.forget()
        self._gl.doneCurrent()
        self._window.destroy()
