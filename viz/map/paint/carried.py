"""Labels of a moving map: for a few pictures they go with what they name, then they are laid out anew.

Laying out takes longer than all else that Python does for a picture, and nobody reads while everything moves. At rest,
and for whatever else is shown than before, labels are always laid out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.records import F32, AnyArray
from viz.map.data.frame import MapFrame
from viz.map.data.slide import same_states
from viz.map.paint.composition import Composition, Label, Picture, within
from viz.map.paint.label_layout import Box
from viz.shown_paths import Shown

PICTURES = 6  # in a row that labels are carried through
EDGE = "edge"  # the source of a label that stands at the view's edge, whatever moves
_RAYS = {"fan.end": "fan.start", "ahead.end": "ahead.start"}  # which stay in the view where their ends leave it
_SAME = ("settings", "hover_token", "hover_node", "hover_point", "selection", "single")
_ROWS = {  # what must be the same for a row of an array to be what it was
    "path.points": ("path.nodes", "path.left_out", "current"),
    "line.points": ("path.nodes", "line.by", "line.first"),
    "fan.end": ("fan.nodes", "fan.token_ids", "fan.current"),
    "ahead.end": ("ahead.rows", "ahead.tree.paths", "ahead.tree.pinned"),
    "beside.path.points": ("beside.path.nodes", "beside.name"),
    "trajectory.points": ("trajectory.nearest",),
    "regions": ("background.text_kinds",),
}


class CarriedLabels:
    """Remembers the labels that were laid out last, and carries them along."""

    def __init__(self) -> None:
        self._made: Composition | None = None
        self._picture: Picture | None = None
        self._left = 0

    def take(self, made: Composition, picture: Picture) -> None:
        """These were laid out."""
        goes_along = all(label.of[0] for label in made.labels)
        self._made, self._picture, self._left = made, picture, PICTURES if goes_along else 0

    def moved(self, picture: Picture, taken: Sequence[Box]) -> Composition | None:
        """The same labels where what they name is seen now; None where they have to be laid out anew."""
        before = self._picture
        if self._made is None or before is None or self._left <= 0 or not _is_alike(before, picture):
            return None
        self._left -= 1
        anchors: dict[int, tuple[float, float]] = {}
        by_source: dict[str, list[int]] = {}
        labels = self._made.labels
        ends = before.frame.at_rest or before.frame, picture.frame.at_rest or picture.frame
        for at, label in enumerate(labels):
            by_source.setdefault(label.of[0], []).append(at)
        for source, members in by_source.items():
            if source != EDGE and _holds(source, *ends):
                anchors.update(_anchors(source, [labels[at] for at in members], members, picture))
        carried = (_carried(label, anchors.get(at), picture, taken) for at, label in enumerate(labels))
        return Composition(tuple(label for label in carried if label is not None))


def _is_alike(before: Picture, now: Picture) -> bool:
    """Whether pictures of the same look show the same map, or the same states after another layer."""
    if (before.theme, before.width, before.height, before.size) != (now.theme, now.width, now.height, now.size):
        return False
    one, other = before.frame.at_rest or before.frame, now.frame.at_rest or now.frame
    if one is other:
        return True
    same = one.background is other.background or same_states(one.background, other.background)
    same = same and one.vocabulary is other.vocabulary and one.clusters is other.clusters
    return same and all(_equal(_of(one, name), _of(other, name)) for name in _SAME)


def _holds(source: str, one: MapFrame, other: MapFrame) -> bool:
    """Whether the rows of an array mean the same in two frames; if not, what they named is named again later."""
    if one is other:
        return True
    if source.startswith("further"):
        return _shown(one) == _shown(other)
    return all(_equal(_of(one, name), _of(other, name)) for name in _ROWS.get(source, ()))


def _shown(frame: MapFrame) -> tuple[tuple[Shown, tuple[int, ...]], ...]:
    """Which further paths and bundles there are, and how much of each is there: it comes little by little."""
    paths = ((path.shown, (len(path.line),)) for path in frame.further.paths)
    bundles = ((it.shown, (len(it.mean), *map(len, it.samples))) for it in frame.further.bundles)
    return (*paths, *bundles)


def _equal(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    return type(one) is type(other) and bool(one == other)


def _of(frame: MapFrame, name: str) -> Any:
    """What a name with dots means in a frame; a number picks one of several."""
    found: Any = frame
    for part in name.split("."):
        found = found[int(part)] if part.isdecimal() else getattr(found, part)
    return found


def _anchors(
    source: str, labels: list[Label], members: list[int], picture: Picture
) -> dict[int, tuple[float, float]]:  # fmt: skip
    """Where what these labels name is seen, of those that are in the view."""
    array: F32 = _of(picture.frame, source)
    rows: AnyArray = np.array([label.of[1] for label in labels])
    if rows.max() >= len(array) or not len(array):
        return {}
    places: F32 = array[rows]
    pixels, depth = picture.project(places)
    inside = picture.inside(pixels, depth)
    found = {}
    starts = picture.project(_of(picture.frame, _RAYS[source])[rows])[0] if source in _RAYS else None
    for i, at in enumerate(members):
        if starts is not None and depth[i] > 0:
            found[at] = within(starts[i], pixels[i], picture.width, picture.height)
        elif inside[i]:
            found[at] = (float(pixels[i, 0]), float(pixels[i, 1]))
    return found


def _carried(
    label: Label, anchor: tuple[float, float] | None, picture: Picture, taken: Sequence[Box]
) -> Label | None:  # fmt: skip
    """A label beside its anchor as before, within the view; None where its anchor is not, or something is written."""
    if label.of[0] == EDGE:
        return label
    if anchor is None:
        return None
    wide, tall = label.box[2] - label.box[0], label.box[3] - label.box[1]
    left, top = label.box[0] + anchor[0] - label.anchor[0], label.box[1] + anchor[1] - label.anchor[1]
    left, top = min(max(left, 0.0), picture.width - wide), min(max(top, 0.0), picture.height - tall)
    box = (left, top, left + wide, top + tall)
    if label.kind == "landmark" and any(_meet(box, other) for other in taken):
        return None
    return replace(label, anchor=anchor, box=box)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
