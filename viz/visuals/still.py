"""A picture kept on the graphics side: what lies behind is drawn once and then only copied while nothing in it changes.

Most pictures of a run differ in one token of the path. A copy between two framebuffers of one size takes a quarter of a
millisecond even on a software renderer, where drawing 50,000 sprites takes fifty and a texture over the view eight.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtOpenGL import QOpenGLFramebufferObject
from vispy import gloo

from viz.theme import rgb
from viz.visuals import surface


class Still:
    """One kept picture and the key of what it shows. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] | None = None
        self._target: QOpenGLFramebufferObject | None = None
        self._copies = QOpenGLFramebufferObject.hasOpenGLFramebufferBlit()

    def holds(self, key: tuple[object, ...]) -> bool:
        """Whether the kept picture is the one of this key."""
        return self._key is not None and self._key == key

    def drop(self) -> None:
        """Hold nothing any more."""
        self._key = None

    @property
    def can_keep(self) -> bool:
        """Whether this OpenGL can copy pictures."""
        return self._copies

    @contextmanager
    def drawing(self, key: tuple[object, ...], width: int, height: int, ground: str) -> Iterator[None]:
        """Draw the picture of `key` inside; it is cleared to `ground` first."""
        self._key = None
        with surface.current().into(self._resized(width, height).handle()):
            gloo.set_viewport(0, 0, width, height)
            gloo.clear(color=(*(float(v) for v in rgb(ground)), 1.0))
            yield
        self._key = key

    def draw(self) -> None:
        """Copy the kept picture over the whole target."""
        if self._target is not None:
            surface.current().copy_from(self._target.handle(), self._target.width(), self._target.height())

    def _resized(self, width: int, height: int) -> QOpenGLFramebufferObject:
        if self._target is None or (self._target.width(), self._target.height()) != (width, height):
            self._target = QOpenGLFramebufferObject(width, height)
        return self._target
