"""Draws the few marked points (tokens of the path, ends of rays, matches of a search) as discs with rim and glow.

One GL_POINTS program; sizes are in logical pixels and do not shrink with depth, so that the path stays readable from
everywhere. A disc fills the inner part of its sprite, the rest is glow that fades out quadratically.
"""

from __future__ import annotations

import numpy as np
from vispy import gloo

from engine.records import F32
from viz.visuals.shapes import Marks

_VERTEX = """
uniform mat4 u_matrix;
uniform float u_scale;
uniform float u_now;
attribute vec3 a_place;
attribute vec4 a_colour;
attribute vec4 a_look;     // size, order, glow (0..1), ring (0 = filled)
varying vec4 v_colour;
varying vec4 v_look;       // radius, sprite radius, glow, ring

void main() {
    float shown = clamp((u_now - a_look.y) * 2.5 + 1.0, 0.0, 1.0);
    float grow = shown < 1.0 ? shown * (1.6 - 0.6 * shown) : 1.0;
    float radius = 0.5 * a_look.x * u_scale * grow;
    float sprite = radius * (1.0 + 3.0 * a_look.z) + 1.0;
    gl_Position = shown > 0.0 ? u_matrix * vec4(a_place, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 2.0 * sprite;
    v_colour = a_colour;
    v_look = vec4(radius, sprite, a_look.z, a_look.w * u_scale);
}
"""

_FRAGMENT = """
uniform vec3 u_rim;
uniform float u_light;
varying vec4 v_colour;
varying vec4 v_look;

void main() {
    float r = length(gl_PointCoord * 2.0 - 1.0) * v_look.y;
    float disc = clamp(v_look.x + 0.5 - r, 0.0, 1.0);
    if (v_look.w > 0.0) disc *= clamp(r - (v_look.x - v_look.w) + 0.5, 0.0, 1.0);
    float core = clamp(v_look.x * 0.72 + 0.5 - r, 0.0, 1.0);
    float past = clamp(1.0 - (r - v_look.x) / max(v_look.y - v_look.x, 0.001), 0.0, 1.0);
    float glow = v_look.z * 0.55 * past * past * (1.0 - disc);
    vec3 colour = v_look.w > 0.0 ? v_colour.rgb : mix(u_rim, v_colour.rgb, core);
    float a_disc = disc * v_colour.a;
    float a_glow = glow * v_colour.a;
    gl_FragColor = vec4(colour * a_disc + v_colour.rgb * a_glow, a_disc + a_glow * (1.0 - u_light));
}
"""


class Discs:
    """Marks on the GPU. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._place = gloo.VertexBuffer()
        self._colour = gloo.VertexBuffer()
        self._look = gloo.VertexBuffer()
        self.count = 0
        self.uploads = 0

    def set_marks(self, marks: Marks) -> None:
        """Upload the marks in place of those before."""
        self.count = len(marks)
        self.uploads += 1
        if self.count:
            self._place.set_data(np.ascontiguousarray(marks.place, np.float32))
            self._colour.set_data(np.ascontiguousarray(marks.colour, np.float32))
            self._look.set_data(np.ascontiguousarray(marks.look, np.float32))

    def draw(self, matrix: F32, scale: float, now: float, rim: F32, light: float) -> None:
        """Draw them; `rim` [3] is the colour between a disc and what lies behind it."""
        if not self.count:
            return
        program = self._program
        program["a_place"], program["a_colour"], program["a_look"] = self._place, self._colour, self._look
        program["u_matrix"], program["u_scale"], program["u_now"] = matrix, scale, now
        program["u_rim"], program["u_light"] = rim, light
        program.draw("points")
