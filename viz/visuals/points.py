"""Draws the background: up to 262,144 points as soft round sprites of one GL_POINTS program.

Depth is shown by size, brightness and fog: a point at the camera's target has `size` pixels, one further away less, and
fades towards the ground. A sprite never gets smaller than a pixel and a half; below that it gets fainter instead, so
that far points do not flicker. Blending is premultiplied, `light` says how much of a point is light that adds up (dense
places shine, on a dark ground) and how much is paint that covers (on a light ground). Between two layouts the points
move on the GPU: both places are uploaded once and `mix` runs from 0 to 1.
"""

from __future__ import annotations

import numpy as np
from vispy import gloo

from engine.records import F32

_VERTEX = """
uniform mat4 u_matrix;
uniform float u_mix;
uniform float u_size;      // pixels at the target
uniform float u_distance;  // of the camera from its target
uniform float u_depth;     // half the depth of the scene around the target
uniform float u_fog;       // 0 = none
uniform float u_light;
uniform float u_alpha;
attribute vec3 a_from;
attribute vec3 a_to;
attribute vec4 a_colour;   // alpha = emphasis
varying vec4 v_colour;

void main() {
    vec4 place = u_matrix * vec4(mix(a_from, a_to, u_mix), 1.0);
    float depth = place.w;
    float size = u_size * u_distance / max(depth, 0.05);
    size *= 0.55 + 0.45 * min(a_colour.a, 2.0);
    float shown = clamp(size, 1.5, 26.0);
    float far = clamp((depth - u_distance) / u_depth, -1.0, 1.6);
    float fade = 1.0 - u_fog * smoothstep(-0.9, 1.5, far);
    float faint = min(1.0, (size * size) / (shown * shown));
    float alpha = min(1.0, a_colour.a * fade * faint * u_alpha);
    v_colour = vec4(a_colour.rgb * alpha, alpha * (1.0 - u_light));
    gl_Position = place;
    gl_PointSize = shown;
}
"""

_FRAGMENT = """
varying vec4 v_colour;    // premultiplied

void main() {
    vec2 offset = gl_PointCoord * 2.0 - 1.0;
    gl_FragColor = v_colour * max(0.0, 1.0 - dot(offset, offset));
}
"""


class Points:
    """The cloud of background points. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._from = gloo.VertexBuffer()
        self._to = gloo.VertexBuffer()
        self._colour = gloo.VertexBuffer()
        self._samples: dict[int, gloo.IndexBuffer] = {}  # number of points -> which, at random but always the same
        self.count = 0
        self.uploads = 0  # counted, so that a test can say a still scene uploads nothing

    def set_places(self, start: F32, end: F32) -> None:
        """Upload where the points come from and where they lie, both [N, 3]."""
        self._from.set_data(np.ascontiguousarray(start, np.float32))
        self._to.set_data(np.ascontiguousarray(end, np.float32))
        self.count = len(end)
        self._samples.clear()
        self.uploads += 1

    def set_colours(self, colours: F32) -> None:
        """Upload [N, 4] red, green, blue in 0..1 and emphasis (1 = plain)."""
        self._colour.set_data(np.ascontiguousarray(colours, np.float32))
        self.uploads += 1

    def draw(
        self,
        matrix: F32,
        mix: float,
        size: float,
        distance: float,
        depth: float,
        fog: float,
        light: float,
        alpha: float,
        share: float = 1.0,
    ) -> None:
        """Draw the points, or a random `share` of them; `matrix` [4, 4] takes row vectors to clip space."""
        if not self.count:
            return
        program = self._program
        program["a_from"], program["a_to"], program["a_colour"] = self._from, self._to, self._colour
        program["u_matrix"], program["u_mix"], program["u_size"] = matrix, mix, size
        program["u_distance"], program["u_depth"], program["u_fog"] = distance, depth, fog
        program["u_light"], program["u_alpha"] = light, alpha
        program.draw("points", None if share >= 1.0 else self._sample(max(1, round(self.count * share))))

    def _sample(self, n: int) -> gloo.IndexBuffer:
        if n not in self._samples:
            chosen = np.random.default_rng(0).permutation(self.count)[:n]
            self._samples[n] = gloo.IndexBuffer(np.sort(chosen).astype(np.uint32))
        return self._samples[n]
