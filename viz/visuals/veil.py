"""A veil over what is drawn so far, thicker here and thinner there: the ground's colour over a mesh of given opacity.

Only the cells where there is some of it are drawn, each as two triangles between whose corners the opacity runs evenly:
a texture over the whole view would take a software renderer as long as all points do. It mixes with the ground, so that
what lies below keeps its hue.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from vispy import gloo

from engine.records import F32

_VERTEX = """
attribute vec2 a_place;
attribute float a_alpha;
varying float v_alpha;
void main() { v_alpha = a_alpha; gl_Position = vec4(a_place, 0.0, 1.0); }
"""

_FRAGMENT = """
uniform vec3 u_ground;
varying float v_alpha;
void main() { gl_FragColor = vec4(u_ground * v_alpha, v_alpha); }
"""


class Veil:
    """One veil. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._places, self._alpha = gloo.VertexBuffer(), gloo.VertexBuffer()
        self._mesh: tuple[int, int, float, float] | None = None  # rows, columns and cell of the places uploaded
        self._shown: np.ndarray[Any, np.dtype[np.float32]] | None = None  # the opacities uploaded
        self._cells: gloo.IndexBuffer | None = None  # where there are any; None: nowhere

    def draw(self, alpha: np.ndarray[Any, np.dtype[np.float32]], cell: F32, ground: F32 | None) -> None:
        """Draw [rows, columns] opacities at nodes that are `cell` [2] (of the view, 0..1) apart, from the top left.

        `ground` [3] is its colour; None makes what is below as much less opaque, for a picture without a ground.
        """
        if alpha is not self._shown or (float(cell[0]), float(cell[1])) != (self._mesh or (0, 0, 0.0, 0.0))[2:]:
            self._upload(alpha, cell)
        if self._cells is None:
            return
        program = self._program
        program["a_place"], program["a_alpha"] = self._places, self._alpha
        program["u_ground"] = np.zeros(3, np.float32) if ground is None else ground
        source = "zero" if ground is None else "one"
        gloo.set_state(blend=True, depth_test=False, cull_face=False, blend_func=(source, "one_minus_src_alpha"))
        program.draw("triangles", self._cells)

    def _upload(self, alpha: np.ndarray[Any, np.dtype[np.float32]], cell: F32) -> None:
        rows, columns = alpha.shape
        index = np.arange(rows * columns, dtype=np.uint32).reshape(rows, columns)
        corners = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]], axis=-1).reshape(-1, 4)
        some = corners[alpha.reshape(-1)[corners].max(axis=1) > 0.004]
        self._shown = alpha
        self._cells = gloo.IndexBuffer(some[:, [0, 1, 2, 1, 3, 2]].reshape(-1)) if len(some) else None
        mesh = (rows, columns, float(cell[0]), float(cell[1]))
        if mesh != self._mesh:
            down, across = np.mgrid[:rows, :columns].astype(np.float32)
            places = np.stack([across * cell[0] * 2 - 1, 1 - down * cell[1] * 2], axis=-1).reshape(-1, 2)
            self._places.set_data(np.ascontiguousarray(places, np.float32))
            self._mesh = mesh
        self._alpha.set_data(np.ascontiguousarray(alpha.reshape(-1), np.float32))
