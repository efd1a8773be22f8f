"""The nebula: how dense the map is in each direction, as a soft coloured light behind the points.

A sample of the points is drawn as wide, faint sprites into a small floating-point picture (an eighth of the view wide),
where they add up without clipping. A pass over that picture maps the sum to light by 1 - exp(-sum), and one over the
view only spreads the result. The small picture is what makes wide sprites affordable on a software renderer.
"""

from __future__ import annotations

import numpy as np
from vispy import gloo

from engine.records import F32

SHRINK = 8
N_SAMPLE = 4500
WIDE, WIDEST, LEAST_WIDEST = 0.085, 0.3, 40.0  # of a sprite: shares of the small picture's height, and its pixels
FEWER = 3  # times, while every millisecond counts

_VERTEX = """
uniform mat4 u_matrix;
uniform float u_mix;
uniform float u_size;
uniform float u_distance;
uniform float u_most;
attribute vec3 a_from;
attribute vec3 a_to;
attribute vec4 a_colour;
varying vec4 v_colour;

void main() {
    vec4 place = u_matrix * vec4(mix(a_from, a_to, u_mix), 1.0);
    float near = u_distance / max(place.w, 0.05);
    gl_Position = place;
    gl_PointSize = clamp(u_size * near, 2.0, u_most);
    v_colour = vec4(a_colour.rgb, min(a_colour.a, 1.5) * clamp(near, 0.2, 1.5));
}
"""

_FRAGMENT = """
uniform float u_alpha;
varying vec4 v_colour;

void main() {
    vec2 offset = gl_PointCoord * 2.0 - 1.0;
    float r2 = dot(offset, offset);
    if (r2 > 1.0) discard;
    float soft = (1.0 - r2) * (1.0 - r2) * u_alpha * v_colour.a;
    gl_FragColor = vec4(v_colour.rgb * soft, soft);
}
"""

_SPREAD_VERTEX = """
attribute vec2 a_place;
varying vec2 v_at;
void main() { v_at = a_place * 0.5 + 0.5; gl_Position = vec4(a_place, 0.0, 1.0); }
"""

_TONE_FRAGMENT = """
uniform sampler2D u_sum;
uniform float u_light;
uniform float u_strength;
uniform vec4 u_ground;     // what lies behind, premultiplied
varying vec2 v_at;

void main() {
    vec4 sum = texture2D(u_sum, v_at);
    float alpha = u_strength * (1.0 - exp(-sum.a));
    float covers = alpha * (1.0 - u_light);
    gl_FragColor = vec4(sum.rgb / max(sum.a, 0.0001) * alpha, covers) + u_ground * (1.0 - covers);
}
"""

_SPREAD_FRAGMENT = """
uniform sampler2D u_light_map;
varying vec2 v_at;
void main() { gl_FragColor = texture2D(u_light_map, v_at); }
"""


class Glow:
    """The nebula of one cloud. Make it and draw it with its surface begun, and without another framebuffer bound."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._tone = gloo.Program(_SPREAD_VERTEX, _TONE_FRAGMENT)
        self._spread = gloo.Program(_SPREAD_VERTEX, _SPREAD_FRAGMENT)
        for program in (self._tone, self._spread):
            program["a_place"] = np.array([[-1, -1], [1, -1], [-1, 1], [1, 1]], np.float32)
        self._from, self._to, self._colour = gloo.VertexBuffer(), gloo.VertexBuffer(), gloo.VertexBuffer()
        self._sum: gloo.Texture2D | None = None
        self._light: gloo.Texture2D | None = None
        self._targets: tuple[gloo.FrameBuffer, gloo.FrameBuffer] | None = None
        self._size = (0, 0)
        self._few = gloo.IndexBuffer()
        self._step = 1
        self._gain = 1.0
        self.count = 0

    def set_places(self, start: F32, end: F32) -> None:
        """Upload a sample of where the points come from and where they lie."""
        self._step = max(1, len(end) // N_SAMPLE)
        sample = end[:: self._step]
        self.count = len(sample)
        self._gain = N_SAMPLE / max(self.count, 1)
        self._few.set_data(np.arange(0, self.count, FEWER, dtype=np.uint32))
        self._from.set_data(np.ascontiguousarray(start[:: self._step], np.float32))
        self._to.set_data(np.ascontiguousarray(sample, np.float32))

    def set_colours(self, colours: F32) -> None:
        """Upload a sample of the points' colours, after their places."""
        self._colour.set_data(np.ascontiguousarray(colours[:: self._step], np.float32))

    def gather(
        self, matrix: F32, mix: float, view: tuple[int, int], distance: float, light: float, strength: float,
        ground: tuple[float, float, float, float], fewer: bool = False,
    ) -> None:  # fmt: skip
        """Add the sprites up in the small picture and turn the sum into light; a third of them where `fewer`."""
        if not self.count:
            return
        width, height = max(view[0] // SHRINK, 8), max(view[1] // SHRINK, 8)
        gathered, toned = self._resized(width, height)
        with gathered:
            gloo.set_viewport(0, 0, width, height)
            gloo.clear(color=(0, 0, 0, 0))
            gloo.set_state(blend=True, depth_test=False, blend_func=("one", "one"))
            program = self._program
            program["a_from"], program["a_to"], program["a_colour"] = self._from, self._to, self._colour
            program["u_matrix"], program["u_mix"] = matrix, mix
            program["u_size"], program["u_distance"] = WIDE * height, distance
            program["u_most"] = max(WIDEST * height, LEAST_WIDEST)
            program["u_alpha"] = 0.02 * min(self._gain, 6.0) * (FEWER if fewer else 1)
            program.draw("points", self._few if fewer else None)
        with toned:
            gloo.set_viewport(0, 0, width, height)
            gloo.set_state(blend=False, depth_test=False)
            self._tone["u_sum"], self._tone["u_light"], self._tone["u_strength"] = self._sum, light, strength
            self._tone["u_ground"] = ground
            self._tone.draw("triangle_strip")

    def spread(self) -> None:
        """Fill the view with ground and light."""
        if self.count and self._light is not None:
            gloo.set_state(blend=False, depth_test=False)
            self._spread["u_light_map"] = self._light
            self._spread.draw("triangle_strip")

    def _resized(self, width: int, height: int) -> tuple[gloo.FrameBuffer, gloo.FrameBuffer]:
        """Where the sum and the light are drawn, anew for another size."""
        if self._targets is not None and self._size == (width, height):
            return self._targets
        self._size = (width, height)
        empty = np.zeros((height, width, 4), np.float32)
        self._sum = gloo.Texture2D(empty, interpolation="nearest", internalformat="rgba16f")
        self._light = gloo.Texture2D(empty.astype(np.uint8), interpolation="linear")
        self._targets = gloo.FrameBuffer(color=self._sum), gloo.FrameBuffer(color=self._light)
        return self._targets
