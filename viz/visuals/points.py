"""Draws the background: up to a million points as soft round sprites of one GL_POINTS program.

Depth is shown by size, brightness and fog: a point at the camera's target has `size` pixels, one further away less, and
fades towards the ground. A sprite never gets smaller than a pixel and a half; below that it gets fainter instead, so
that far points do not flicker. Between two layouts the points move on the GPU: both places are uploaded once and `mix`
runs from 0 to 1.

Points cover one another, they do not add up: n of opacity a that lie over each other show 1 - (1 - a)^n of their
colour, which is the tone mapping 1 - exp(-sum) without a second pass, and can neither burn out nor change a hue. What
is covered depends on the order, so the points are kept in a random one: each kind is then seen in proportion to its
number. Those that stand out are drawn a second time, on top.

Where points are given forms, a second program draws them: a sprite that is large enough for it goes over from the soft
disc to its form (`viz.visuals.forms`). That costs a renderer without a GPU a third more: where it draws but a share of
the points, since every millisecond counts, they are discs.
"""

from __future__ import annotations

import numpy as np
from vispy import gloo

from engine.records import F32, U8
from viz.visuals import forms

_VERTEX = """
uniform mat4 u_matrix;
uniform float u_mix;
uniform float u_size;      // pixels at the target
uniform float u_distance;  // of the camera from its target
uniform float u_depth;     // half the depth of the scene around the target
uniform float u_fog;       // 0 = none
uniform float u_alpha;
uniform float u_most;      // pixels of the largest sprite
attribute vec3 a_from;
attribute vec4 a_to;       // w = strength
attribute vec4 a_colour;   // alpha = emphasis
varying vec4 v_colour;

void main() {
    vec4 place = u_matrix * vec4(mix(a_from, a_to.xyz, u_mix), 1.0);
    float depth = place.w;
    float size = u_size * u_distance / max(depth, 0.05);
    size *= 0.55 + 0.45 * min(a_colour.a, 2.0);
    float shown = clamp(size, 1.5, u_most);
    float far = clamp((depth - u_distance) / u_depth, -1.0, 1.6);
    float fade = 1.0 - u_fog * smoothstep(-0.9, 1.5, far);
    float faint = min(1.0, (size * size) / (shown * shown));
    float alpha = min(1.0, a_colour.a * a_to.w * fade * faint * u_alpha);
    v_colour = vec4(a_colour.rgb, 1.0) * alpha;
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


_FORMED_VERTEX = _VERTEX.replace(
    "varying vec4 v_colour;",
    f"""
uniform vec4 u_forms[{len(forms.NAMES)}];    // the larger, the smaller, twice the turn, from where it is hollow
uniform float u_gains[{len(forms.NAMES)}];
uniform vec2 u_grows;      // pixels of a sprite between which its form appears
attribute float a_form;
varying vec4 v_colour;
varying vec4 v_form;
varying vec2 v_edge;       // sharpness, and how much of the form has appeared
""",
).replace(
    "    gl_Position = place;",
    """
    int form = int(a_form + 0.5);
    v_form = u_forms[form];
    v_edge = vec2(shown * 0.35, step(0.5, a_form) * smoothstep(u_grows.x, u_grows.y, shown));
    v_colour *= mix(1.0, min(u_gains[form], 1.0 / max(alpha, 0.001)), v_edge.y);
    gl_Position = place;""",
)

_FORMED_FRAGMENT = """
varying vec4 v_colour;    // premultiplied
varying vec4 v_form;
varying vec2 v_edge;

void main() {
    vec2 offset = gl_PointCoord * 2.0 - 1.0;
    vec2 a = abs(offset);
    float turned = offset.y * v_form.z;
    float g = max(v_form.x * max(a.x, a.y) + v_form.y * min(a.x, a.y),
                  max(turned, 0.866 * a.x * abs(v_form.z) - 0.5 * turned));
    float inside = clamp(min(1.0 - g, g - v_form.w) * v_edge.x + 0.5, 0.0, 1.0);
    gl_FragColor = v_colour * mix(max(0.0, 1.0 - dot(offset, offset)), inside, v_edge.y);
}
"""

GROWS = (4.0, 6.5)  # pixels of a sprite between which its form appears
STANDS_OUT = 1.01  # emphasis above which a point is drawn on top


class Points:
    """The cloud of background points. Make it and draw it with its surface begun."""

    def __init__(self) -> None:
        self._program = gloo.Program(_VERTEX, _FRAGMENT)
        self._formed: gloo.Program | None = None  # made when forms are first wanted
        self._forms = gloo.VertexBuffer()
        self.has_forms = False
        self._from = gloo.VertexBuffer()
        self._to = gloo.VertexBuffer()
        self._colour = gloo.VertexBuffer()
        self._order = np.zeros(0, np.int64)  # in which they are kept: at random but always the same
        self._samples: dict[int, gloo.IndexBuffer] = {}  # number of points -> the first so many
        self._on_top: gloo.IndexBuffer | None = None
        self.count = 0
        self.uploads = 0  # counted, so that a test can say a still scene uploads nothing

    def set_places(self, start: F32, end: F32, strength: F32 | None = None) -> None:
        """Upload where the points come from and where they lie, both [N, 3]; `strength` [N] is of their opacity."""
        if len(end) != len(self._order):
            self._order = np.random.default_rng(0).permutation(len(end))
        strong = np.ones(len(end), np.float32) if strength is None else strength
        self._from.set_data(self._ordered(start))
        self._to.set_data(self._ordered(np.concatenate([end, strong[:, None]], axis=1)))
        self.count = len(end)
        self.has_forms = False
        self._samples.clear()
        self.uploads += 1

    def set_colours(self, colours: F32) -> None:
        """Upload [N, 4] red, green, blue in 0..1 and emphasis (1 = plain), after the places."""
        ordered = self._ordered(colours)
        self._colour.set_data(ordered)
        above = np.flatnonzero(ordered[:, 3] > STANDS_OUT).astype(np.uint32)
        self._on_top = gloo.IndexBuffer(above) if 0 < len(above) < len(ordered) else None
        self.uploads += 1

    def set_forms(self, which: U8 | None) -> None:
        """Give each point a form, [N] places in `forms.NAMES`, after the places; None: all are discs."""
        self.has_forms = which is not None and bool(which.any())
        if which is not None and self.has_forms:
            if self._formed is None:
                self._formed = gloo.Program(_FORMED_VERTEX, _FORMED_FRAGMENT)
                for row, (form, gain) in enumerate(zip(forms.table(), forms.gains(), strict=True)):
                    self._formed[f"u_forms[{row}]"], self._formed[f"u_gains[{row}]"] = form, float(gain)
                self._formed["u_grows"] = GROWS
            self._forms.set_data(np.ascontiguousarray(which[self._order], np.float32))
        self.uploads += 1

    def _ordered(self, rows: F32) -> F32:
        return np.ascontiguousarray(rows[self._order], np.float32)

    def draw(
        self, matrix: F32, mix: float, size: float, distance: float, depth: float, fog: float, alpha: float,
        share: float = 1.0, most: float = 26.0,
    ) -> None:  # fmt: skip
        """Draw the points, or a random `share` of them; `matrix` [4, 4] takes row vectors to clip space.

        `most`: pixels of the largest sprite, which is near the camera.
        """
        if not self.count:
            return
        program = self._program
        if self.has_forms and self._formed is not None and share >= 1.0:
            program = self._formed
            program["a_form"] = self._forms
        program["a_from"], program["a_to"], program["a_colour"] = self._from, self._to, self._colour
        program["u_matrix"], program["u_mix"], program["u_size"] = matrix, mix, size
        program["u_distance"], program["u_depth"], program["u_fog"] = distance, depth, fog
        program["u_alpha"], program["u_most"] = alpha, most
        program.draw("points", None if share >= 1.0 else self._sample(max(1, round(self.count * share))))
        if self._on_top is not None:
            program.draw("points", self._on_top)

    def _sample(self, n: int) -> gloo.IndexBuffer:
        if n not in self._samples:
            self._samples[n] = gloo.IndexBuffer(np.arange(n, dtype=np.uint32))
        return self._samples[n]
