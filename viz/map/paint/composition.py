"""What the labels of a picture are made of: the picture they are for, drafts of them, and the composition that results.

A `Composition` is plain values in logical pixels; it is painted by `viz.map.paint.overlay` and asked by the pointer
what it is over, so what is clicked is what is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.records import F32, Bools
from viz.camera import Camera, project
from viz.map.data.frame import MapFrame
from viz.map.paint.label_layout import Box, Occupied, Spot, Wish, place
from viz.map.paint.text import Style, TextPainter
from viz.theme import Theme

Kind = Literal["current", "fan", "ahead", "path", "mark", "landmark"]


@dataclass(frozen=True)
class Label:
    """One label to be painted. `node` and `token_id` say what a click on it means."""

    kind: Kind
    text: str
    detail: str
    style: Style
    anchor: tuple[float, float]
    box: Box
    leader: bool
    node: int = -1
    token_id: int = -1
    index: int = -1  # background index of a landmark
    chosen: bool = False
    of: tuple[str, int] = ("", -1)  # the array of a frame that holds the place named ("path.points"), and the row


@dataclass(frozen=True)
class Composition:
    """All labels of a picture, the least important first."""

    labels: tuple[Label, ...]

    def at(self, x: float, y: float) -> Label | None:
        """The label under a pixel."""
        for label in reversed(self.labels):
            left, top, right, bottom = label.box
            if left <= x <= right and top <= y <= bottom and label.kind not in ("landmark", "mark"):
                return label
        return None

    def name_at(self, x: float, y: float) -> Label | None:
        """The name of a background point under a pixel."""
        for label in reversed(self.labels):
            left, top, right, bottom = label.box
            if label.index >= 0 and label.kind != "ahead" and left <= x <= right and top <= y <= bottom:
                return label
        return None


@dataclass(frozen=True)
class Picture:
    """What labels are composed for: `width` x `height` logical pixels; `size` scales their fonts."""

    frame: MapFrame
    theme: Theme
    camera: Camera
    matrix: F32  # [4, 4] of the camera at this size
    width: float
    height: float
    size: float

    def project(self, places: F32) -> tuple[F32, F32]:
        """Where [n, 3] places are seen: ([n, 2] pixels, [n] depth)."""
        return project(self.matrix, places, self.width, self.height)

    def inside(self, pixels: F32, depth: F32, margin: float = 0.0) -> Bools:
        """[n] whether places are in front of the camera and at least `margin` within the view."""
        x, y = pixels[:, 0], pixels[:, 1]
        across = (x >= margin) & (x <= self.width - margin)
        return np.asarray(across & (y >= margin) & (y <= self.height - margin) & (depth > 0.02), np.bool_)


@dataclass(frozen=True)
class Draft:
    """A label without a place, and the place it wants."""

    label: Label
    wish: Wish


def draft(
    painter: TextPainter,
    kind: Kind,
    text: str,
    style: Style,
    anchor: F32 | tuple[float, float],
    spacing: float,
    *,
    detail: str = "",
    must: bool = False,
    centred: bool = False,
    node: int = -1,
    token: int = -1,
    index: int = -1,
    chosen: bool = False,
    of: tuple[str, int] = ("", -1),
) -> Draft:
    """A draft of a label, as large as its words need."""
    box = painter.size(f"{text}  {detail}" if detail else text, style)
    pad = 5.0 if kind in ("fan", "ahead", "current") else 0.0
    x, y = float(anchor[0]), float(anchor[1])
    wish = Wish(
        x,
        y,
        max(box.width() + 2 * pad, 1.5 * style.pixels if pad else 0.0),
        box.height() + pad * 0.4,
        centred,
        must,
        spacing if centred else min(spacing, 3.0),
    )
    label = Label(kind, text, detail, style, (x, y), (0, 0, 0, 0), False, node, token, index, chosen, of)
    return Draft(label, wish)


def settled(drafts: list[Draft], picture: Picture, occupied: Occupied) -> list[Label]:
    """The labels that find a place, which `occupied` then holds too."""
    spots = place([it.wish for it in drafts], picture.width, picture.height, occupied)
    return [_at(it, spot) for it, spot in zip(drafts, spots, strict=True) if spot is not None]


def _at(it: Draft, spot: Spot) -> Label:
    label, wish = it.label, it.wish
    box = (spot.left, spot.top, spot.left + wish.width, spot.top + wish.height)
    return Label(
        label.kind, label.text, label.detail, label.style, label.anchor, box, spot.leader,
        label.node, label.token_id, label.index, label.chosen, label.of,
    )  # fmt: skip


def unnamed(frame: MapFrame) -> tuple[int, ...]:
    """The background point pointed at, unless it has its name by being the current token or the end of a ray: a second
    name would push the first from under the pointer that is about to click it."""
    token = frame.hover_token
    if not frame.is_vocabulary or token is None or token in frame.fan.token_ids[frame.fan.current]:
        return ()
    current = frame.path.token_ids[frame.current] if frame.current >= 0 else -1
    return () if token == current else (token,)


def within(start: F32, end: F32, width: float, height: float, margin: float = 16.0) -> tuple[float, float]:
    """`end`, or where the line from `start` to it leaves the view, so that a ray's label is always in sight."""
    x, y = float(end[0]), float(end[1])
    sx, sy = float(start[0]), float(start[1])
    part = 1.0
    for a, b, size in ((sx, x, width), (sy, y, height)):
        if b < margin and b < a:
            part = min(part, (a - margin) / (a - b))
        elif b > size - margin and b > a:
            part = min(part, (size - margin - a) / (b - a))
    part = max(part, 0.0)
    return sx + (x - sx) * part, sy + (y - sy) * part
