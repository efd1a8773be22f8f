"""Draws lines of any width as quads in screen space: GL's own line width is unreliable.

A segment is four vertices that share its two ends; the vertex shader projects both ends, clips them at the near plane
and pushes the corner sideways by half the width in pixels. The fragment shader softens the edges over a pixel. A
segment whose `head` is not 0 is drawn as an arrow head of that many pixels, sitting on the middle of the line between
its ends. `order`, `rate` and the uniform `now` reveal segments one after the other: a segment is
whole at now = order and began to grow 1 / rate before.
"""

from __future__ import annotations

import numpy as np
from vispy import gloo

from engine.records import F32
from viz.visuals.shapes import Segments

_VERTEX = """
uniform mat4 u_matrix;
uniform vec2 u_view;       // pixels
uniform float u_scale;     // pixels per unit of width
uniform float u_now;
attribute vec3 a_start;
attribute vec3 a_end;
attribute vec2 a_corner;   // along 0 or 1, side -1 or 1
attribute vec2 a_width;    // at start, at end
attribute vec4 a_colour0;
attribute vec4 a_colour1;
attribute vec3 a_extra;    // order, head, rate
varying vec4 v_colour;
varying float v_side;
varying float v_half;

const float NEAR = 0.02;

void main() {
    float shown = clamp((u_now - a_extra.x) * a_extra.z + 1.0, 0.0, 1.0);
    shown = shown * (2.0 - shown);
    vec4 s = u_matrix * vec4(a_start, 1.0);
    vec4 e = u_matrix * vec4(mix(a_start, a_end, shown), 1.0);
    if (s.w < NEAR && e.w < NEAR || shown <= 0.0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
    if (s.w < NEAR) s = mix(e, s, (e.w - NEAR) / (e.w - s.w));
    if (e.w < NEAR) e = mix(s, e, (s.w - NEAR) / (s.w - e.w));
    vec2 sp = s.xy / s.w * 0.5 * u_view;
    vec2 ep = e.xy / e.w * 0.5 * u_view;
    vec2 along = ep - sp;
    float len = length(along);
    vec2 dir = len > 0.001 ? along / len : vec2(1.0, 0.0);
    float w0 = a_width.x * u_scale;
    float w1 = a_width.y * u_scale;
    if (a_extra.y > 0.0) {
        float head = min(a_extra.y * u_scale, len * 0.5);
        float shrink = head / (a_extra.y * u_scale);
        vec2 middle = mix(sp, ep, 0.58);
        sp = middle - dir * head * 0.5;
        ep = middle + dir * head * 0.5;
        w0 *= shrink;
        w1 *= shrink;
    }
    float half_width = 0.5 * mix(w0, w1, a_corner.x);
    float pad = half_width + 1.0;
    vec2 at = mix(sp, ep, a_corner.x) + vec2(-dir.y, dir.x) * a_corner.y * pad;
    vec4 base = mix(s, e, a_corner.x);
    gl_Position = vec4(at / (0.5 * u_view), base.z / base.w, 1.0);
    v_colour = mix(a_colour0, a_colour1, a_corner.x * shown);
    v_side = a_corner.y * pad;
    v_half = half_width;
}
"""

_FRAGMENT = """
uniform float u_light;
varying vec4 v_colour;
varying float v_side;
varying float v_half;

void main() {
    float edge = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0) * min(1.0, v_half * 2.0 + 0.25);
    float alpha = v_colour.a * edge;
    gl_FragColor = vec4(v_colour.rgb * alpha, alpha * (1.0 - u_light));
}
"""

_CORNERS = np.array([[0, -1], [0, 1], [1, -1], [1, 1]], np.float32)
_DTYPE = np.dtype(
    [
        ("a_start", np.float32, 3),
        ("a_end", np.float32, 3),
        ("a_corner", np.float32, 2),
        ("a_width", np.float32, 2),
        ("a_colour0", np.float32, 4),
        ("a_colour1", np.float32, 4),
        ("a_extra", np.float32, 3),
    ]
)


class Ribbons:
    """Segments on the GPU. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._vertices = gloo.VertexBuffer()
        self._indices = gloo.IndexBuffer()
        self.count = 0
        self.uploads = 0

    def set_segments(self, segments: Segments) -> None:
        """Upload the segments in place of those before."""
        self.count = len(segments)
        self.uploads += 1
        if not self.count:
            return
        self._vertices.set_data(vertices(segments))
        quad = np.array([0, 1, 2, 2, 1, 3], np.uint32)
        self._indices.set_data((np.arange(self.count, dtype=np.uint32)[:, None] * 4 + quad).reshape(-1))
        self._program.bind(self._vertices)

    def draw(self, matrix: F32, view: tuple[int, int], scale: float, now: float, light: float) -> None:
        """Draw them; `view` is the viewport and `scale` the physical pixels of a logical one."""
        if not self.count:
            return
        program = self._program
        program["u_matrix"], program["u_view"], program["u_scale"] = matrix, view, scale
        program["u_now"], program["u_light"] = now, light
        program.draw("triangles", self._indices)


def vertices(segments: Segments) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    """[4 R] vertices, four corners of each segment after one another."""
    made = np.zeros((len(segments), 4), _DTYPE)
    made["a_start"] = segments.start[:, None]
    made["a_end"] = segments.end[:, None]
    made["a_corner"] = _CORNERS[None]
    made["a_width"] = segments.width[:, None]
    made["a_colour0"] = segments.colour[:, None, 0]
    made["a_colour1"] = segments.colour[:, None, 1]
    made["a_extra"] = np.stack([segments.order, segments.head, segments.rate], axis=1)[:, None]
    return made.reshape(-1)
