"""A picture kept on the graphics side: what lies behind is drawn once and then only copied while nothing in it changes.

Most pictures of a run differ in one token of the path. Copying the background costs a few milliseconds even on a
software renderer, where drawing 50,000 sprites takes fifty.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from vispy import gloo

from viz.theme import rgb

_VERTEX = """
attribute vec2 a_place;
varying vec2 v_at;
void main() { v_at = a_place * 0.5 + 0.5; gl_Position = vec4(a_place, 0.0, 1.0); }
"""

_FRAGMENT = """
uniform sampler2D u_picture;
varying vec2 v_at;
void main() { gl_FragColor = texture2D(u_picture, v_at); }
"""


class Still:
    """One kept picture and the key of what it shows. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._program["a_place"] = np.array([[-1, -1], [1, -1], [-1, 1], [1, 1]], np.float32)
        self._key: tuple[object, ...] | None = None
        self._size = (0, 0)
        self._picture: gloo.Texture2D | None = None
        self._target: gloo.FrameBuffer | None = None

    def holds(self, key: tuple[object, ...]) -> bool:
        """Whether the kept picture is the one of this key."""
        return self._key is not None and self._key == key

    @contextmanager
    def drawing(self, key: tuple[object, ...], width: int, height: int, ground: str) -> Iterator[None]:
        """Draw the picture of `key` inside; it is cleared to `ground` first."""
        self._key = None
        with self._resized(width, height):
            gloo.set_viewport(0, 0, width, height)
            gloo.clear(color=(*(float(v) for v in rgb(ground)), 1.0))
            yield
        self._key = key

    def draw(self) -> None:
        """Copy the kept picture over the whole target."""
        gloo.set_state(blend=False, depth_test=False)
        self._program["u_picture"] = self._picture
        self._program.draw("triangle_strip")

    def _resized(self, width: int, height: int) -> gloo.FrameBuffer:
        if self._target is None or self._size != (width, height):
            self._size = (width, height)
            self._picture = gloo.Texture2D(np.zeros((height, width, 4), np.uint8), interpolation="nearest")
            self._target = gloo.FrameBuffer(color=self._picture)
        return self._target
