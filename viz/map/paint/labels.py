"""Decides which labels stand where: the current point, fans, the path, then as many landmarks as there is room for.

A `Composition` is plain values in logical pixels; it is painted by `viz.map.paint.overlay` and asked by the pointer
what it is over, so what is clicked is what is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.records import F32, Bools
from viz.camera import Camera, project
from viz.map.data.frame import MapFrame, Path
from viz.map.data.picking import Indices
from viz.map.paint import words
from viz.map.paint.label_layout import (
    Box,
    Occupied,
    Spot,
    Wish,
    place,
)
from viz.map.paint.point_names import readable
from viz.map.paint.text import Style, TextPainter
from viz.map.paint.trajectory import layer_names, trajectory_colour_name
from viz.theme import Theme
from viz.token_text import shown, shown_in_context

N_FAN_LABELS, N_PATH_LABELS, N_LANDMARKS, N_SELECTED_LABELS = 24, 26, 46, 12
N_CANDIDATES = 110  # landmarks that are tried
_SMALL = ".,:;'\"`´’‘“”-–_~^*·"
NEWCOMERS = 4  # landmarks that are tried besides those that stand, while every millisecond counts


Kind = Literal["current", "fan", "path", "mark", "landmark"]


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
            if label.index >= 0 and left <= x <= right and top <= y <= bottom:
                return label
        return None


@dataclass(frozen=True)
class _Draft:
    label: Label
    wish: Wish


class Composer:
    """Composes labels for a camera and a size. Landmarks that stood last come first, against flicker."""

    def __init__(self, text: TextPainter) -> None:
        self.text = text
        self._stood: set[int] = set()
        self._looks: dict[int, tuple[int, bool]] = {}  # pixels and whether large, of landmarks by background index
        self._texts_of: Path | None = None
        self._texts: dict[int, str] = {}  # of a row of that path
        self._near: Indices = np.zeros(0, np.int64)  # points that are named because few are in sight
        self._hasty = False
        self._tried = 0

    def compose(
        self, frame: MapFrame, theme: Theme, camera: Camera, width: float, height: float, size: float,
        taken: list[Box], hasty: bool = False,
    ) -> Composition:  # fmt: skip
        """The labels of a frame; `size` scales their fonts, `taken` boxes stay free (legend, statement)."""
        self._hasty = hasty
        if frame.layout is None or width < 40 or height < 40:
            return Composition(())
        matrix = camera.matrix(width, height)
        occupied = Occupied(taken)
        drafts = self._current(frame, theme, matrix, width, height, size)
        drafts += self._marked(frame, theme, matrix, width, height, size)
        drafts += self._fan(frame, theme, matrix, width, height, size)
        drafts += self._trajectory(frame, theme, matrix, width, height, size)
        if frame.settings.path_labels:
            drafts += self._path(frame, theme, matrix, width, height, size)
        self._keep_free(frame, matrix, width, height, occupied)
        placed = _settled(drafts, width, height, occupied)
        if frame.settings.landmarks:
            marks = self._regions(frame, theme, matrix, width, height, size)
            marks += self._landmarks(frame, theme, camera, matrix, width, height, size)
            settled = _settled(marks, width, height, occupied)[:N_LANDMARKS]
            there = {label.index for label in settled}
            settled += _settled(
                self._names(frame, theme, camera, matrix, width, height, size, there), width, height, occupied
            )
            self._stood = {label.index for label in settled}
            placed += settled
        return Composition(tuple(reversed(placed)))

    def _keep_free(self, frame: MapFrame, matrix: F32, width: float, height: float, occupied: Occupied) -> None:
        if frame.current >= 0:
            pixels, _ = project(matrix, frame.path.points[frame.current : frame.current + 1], width, height)
            x, y = (float(v) for v in pixels[0])
            occupied.add((x - 12, y - 12, x + 12, y + 12))

    def _current(
        self, frame: MapFrame, theme: Theme, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        if frame.current < 0:
            return []
        path, row = frame.path, frame.current
        pixels, depth = project(matrix, path.points[row : row + 1], width, height)
        if depth[0] <= 0:
            return []
        style = Style(21 * size, theme.accent, theme.ground, bold=True)
        text = quoted(self._named(frame, row))
        return [self._draft("current", text, "", style, pixels[0], 18.0, must=True, node=int(path.nodes[row]))]

    def _marked(
        self, frame: MapFrame, theme: Theme, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        """Names of what is pointed at in any view, and of what is selected where that is not a crowd."""
        if frame.background is None:
            return []
        hovered = _unnamed(frame)
        chosen = frame.selection if len(frame.selection) <= N_SELECTED_LABELS else ()
        rows = [row for row in dict.fromkeys((*hovered, *chosen)) if row < len(frame.points)]
        if not rows:
            return []
        pixels, depth = project(matrix, frame.points[rows], width, height)
        drafts = []
        for i, row in enumerate(rows):
            x, y = pixels[i]
            if depth[i] > 0 and 0 <= x <= width and 0 <= y <= height:
                style = Style(15 * size, theme.text if row in hovered else theme.accent, theme.ground, True)
                text = shown(frame.vocabulary, int(frame.background.token_ids[row]))
                drafts.append(self._draft("mark", text, "", style, pixels[i], 3.0, index=row))
        return drafts

    def _fan(
        self, frame: MapFrame, theme: Theme, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        fan = frame.fan
        rows = np.flatnonzero(fan.current)
        rows = rows[np.argsort(-fan.probability[rows], kind="stable")][:N_FAN_LABELS]
        if not len(rows):
            return []
        starts, _ = project(matrix, fan.start[rows], width, height)
        ends, depth = project(matrix, fan.end[rows], width, height)
        drafts: list[_Draft] = []
        for i, row in enumerate(rows):
            if depth[i] <= 0:
                continue
            chance = float(fan.probability[row])
            chosen = bool(fan.chosen[row])
            token = int(fan.token_ids[row])
            colour = theme.chosen if chosen else theme.text if token == frame.hover_token else theme.fan
            style = Style((13 + 5 * min(chance, 0.5) ** 0.5) * size, colour, theme.ground, True)
            anchor = within(starts[i], ends[i], width, height)
            text = quoted(shown(frame.vocabulary, token))
            node = int(fan.nodes[row])
            drafts.append(
                self._draft(
                    "fan", text, words.percent(chance), style, anchor, 6.0, node=node, token=token, chosen=chosen
                )
            )
        return drafts

    def _path(
        self, frame: MapFrame, theme: Theme, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        path = frame.path
        pixels, depth = project(matrix, path.points, width, height)
        centre = frame.current if frame.current >= 0 else len(path) - 1
        rows = np.flatnonzero(_in_view(pixels, depth, width, height, 0.0))
        rows = rows[rows != frame.current]
        rows = rows[np.lexsort((np.abs(rows - centre), ~path.left_out[rows]))]  # a giant is always named
        _, first = np.unique(path.token_ids[rows], return_index=True)  # a token that comes again is named once
        drafts: list[_Draft] = []
        ids, rays = path.token_ids.tolist(), set(frame.fan.token_ids[frame.fan.current].tolist())
        for i in rows[np.sort(first)][:N_PATH_LABELS].tolist():
            if frame.is_vocabulary and (ids[i] == frame.hover_token or ids[i] in rays):
                continue  # named as what is pointed at, or where a ray ends
            fade = max(0.6, 1.0 - abs(i - centre) / 45)
            style = Style(
                (15 if abs(i - centre) < 6 else 13) * size,
                theme.path if path.generated[i] else theme.text,
                theme.ground,
                False,
                0.0,
                fade,
            )
            text = self._named(frame, i)
            if path.left_out[i]:
                text = words.tr("{token} (outlying)").format(token=text)
            drafts.append(self._draft("path", text, "", style, pixels[i], 2.0, node=int(path.nodes[i]), token=ids[i]))
        return drafts

    def _trajectory(
        self, frame: MapFrame, theme: Theme, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        """Names of a few layers along the trajectory through them."""
        if not len(frame.trajectory):
            return []
        pixels, depth = project(matrix, frame.trajectory.points, width, height)
        inside = _in_view(pixels, depth, width, height, 0.0)
        style = Style(13 * size, trajectory_colour_name(theme), theme.ground, True)
        named = reversed(layer_names(frame.trajectory, frame.vocabulary))
        return [self._draft("mark", text, "", style, pixels[row], 2.0) for row, text in named if inside[row]]

    def _regions(
        self, frame: MapFrame, theme: Theme, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        """The kinds of text, large, each in its middle."""
        if frame.background is None or not len(frame.regions):
            return []
        pixels, depth = project(matrix, frame.regions, width, height)
        style = Style(20 * size, theme.text, theme.ground, True, 1.0, 0.85)
        return [
            self._draft("landmark", words.tr(frame.background.text_kinds[i]), "", style, pixels[i], 8.0)
            for i in np.flatnonzero(_in_view(pixels, depth, width, height, 0.0)).tolist()
        ]

    def _landmarks(
        self, frame: MapFrame, theme: Theme, camera: Camera, matrix: F32, width: float, height: float, size: float
    ) -> list[_Draft]:
        indices = frame.landmarks
        if not len(indices) or frame.background is None:
            return []
        pixels, depth = project(matrix, frame.points[indices], width, height)
        ranks = np.flatnonzero(_in_view(pixels, depth, width, height, 16.0))[:N_CANDIDATES]
        first = sorted(ranks.tolist(), key=lambda rank: rank - (8 if int(indices[rank]) in self._stood else 0))
        reach = min(1.2, 1.5 * camera.distance)  # from near, what lies behind stands back sooner
        fars = np.clip((depth - camera.distance) / reach, -1.0, 1.0).tolist()
        allowed = self._allowed([int(indices[rank]) for rank in first])
        looks: dict[int, tuple[int, bool]] = {}
        drafts = []
        for order, rank in enumerate(first):
            index = int(indices[rank])
            if index not in allowed:
                continue
            far = fars[rank]
            high, large = 19.0 if order < 12 else 15.0 if order < 30 else 13.0, order < 12
            looks[index] = round((high if far < 0.1 else high - 2.0) * size), large
            if self._hasty:  # one that stands keeps its look, which is there as a pixmap
                looks[index] = self._looks.get(index, looks[index])
            tall, large = looks[index]
            spacing, opacity = 0.6 if large else 0.0, round(0.62 - 0.26 * far, 1)
            style = Style(tall, theme.text, theme.ground, large, spacing, opacity)
            text = shown(frame.vocabulary, int(frame.background.token_ids[index])).lstrip("·")
            drafts.append(self._draft("landmark", text, "", style, pixels[rank], 14.0, centred=True, index=index))
        self._looks = looks
        return drafts

    def _names(
        self, frame: MapFrame, theme: Theme, camera: Camera, matrix: F32, width: float, height: float, size: float,
        there: set[int],
    ) -> list[_Draft]:  # fmt: skip
        """Every point in sight, where these are few; in haste those that had their name already."""
        if frame.background is None:
            return []
        if not self._hasty:
            self._near = readable(frame, camera, matrix, width, height)
        there = {*there, *frame.selection[: N_SELECTED_LABELS + 1], *_unnamed(frame)}  # named already
        rows = [i for i in self._near.tolist() if i not in there and (not self._hasty or i in self._stood)]
        rows = [i for i in rows if i < len(frame.points)]
        if not rows:
            return []
        pixels, depth = project(matrix, frame.points[rows], width, height)
        inside = _in_view(pixels, depth, width, height, 4.0)
        style = Style(13 * size, theme.text, theme.ground, False, 0.0, 0.95)
        ids = frame.background.token_ids
        return [
            self._draft("landmark", shown(frame.vocabulary, int(ids[i])), "", style, pixels[row], 1.0, index=i)
            for row, i in enumerate(rows)
            if inside[row]
        ]

    def _named(self, frame: MapFrame, row: int) -> str:
        """A token of the path in writing; worked out once for a path, since a turning map writes it in each picture."""
        if self._texts_of is not frame.path:
            self._texts_of, self._texts = frame.path, {}
        if row not in self._texts:
            self._texts[row] = shown_in_context(frame.vocabulary, frame.path.token_ids.tolist(), row)
        return self._texts[row]

    def _allowed(self, candidates: list[int]) -> set[int]:
        """The landmarks that are tried: all, or in haste those that stand and a few others, in turn."""
        if not self._hasty or not self._stood:
            return set(candidates)
        others = [index for index in candidates if index not in self._stood]
        self._tried = (self._tried + NEWCOMERS) % max(len(others), 1)
        return {*self._stood, *others[self._tried :][:NEWCOMERS]}

    def _draft(
        self,
        kind: Kind,
        text: str,
        detail: str,
        style: Style,
        anchor: F32 | tuple[float, float],
        spacing: float,
        *,
        must: bool = False,
        centred: bool = False,
        node: int = -1,
        token: int = -1,
        index: int = -1,
        chosen: bool = False,
    ) -> _Draft:
        box = self.text.size(f"{text}  {detail}" if detail else text, style)
        pad = 5.0 if kind in ("fan", "current") else 0.0
        x, y = float(anchor[0]), float(anchor[1])
        wish = Wish(
            x,
            y,
            max(box.width() + 2 * pad, 1.5 * style.pixels if pad else 0.0),
            box.height() + pad * 0.4,
            centred,
            must,
            min(spacing, 3.0) if not centred else spacing,
        )
        label = Label(kind, text, detail, style, (x, y), (0, 0, 0, 0), False, node, token, index, chosen)
        return _Draft(label, wish)


def quoted(text: str) -> str:
    """A token that is but a dot or a dash, in quotation marks: alone beside a disc nobody would see it."""
    return f"“{text}”" if len(text) <= 2 and not text.strip(_SMALL) else text


def _unnamed(frame: MapFrame) -> tuple[int, ...]:
    """The background point pointed at, unless it has its name by being the current token or the end of a ray: a second
    name would push the first from under the pointer that is about to click it."""
    token = frame.hover_token
    if not frame.is_vocabulary or token is None or token in frame.fan.token_ids[frame.fan.current]:
        return ()
    current = frame.path.token_ids[frame.current] if frame.current >= 0 else -1
    return () if token == current else (token,)


def _in_view(pixels: F32, depth: F32, width: float, height: float, margin: float) -> Bools:
    """[n] whether places are in front of the camera and at least `margin` within the view."""
    x, y = pixels[:, 0], pixels[:, 1]
    across = (x >= margin) & (x <= width - margin)
    return np.asarray(across & (y >= margin) & (y <= height - margin) & (depth > 0.02), np.bool_)


def _settled(drafts: list[_Draft], width: float, height: float, occupied: Occupied) -> list[Label]:
    spots = place([draft.wish for draft in drafts], width, height, occupied)
    return [_at(draft, spot) for draft, spot in zip(drafts, spots, strict=True) if spot is not None]


def _at(draft: _Draft, spot: Spot) -> Label:
    label, wish = draft.label, draft.wish
    box = (spot.left, spot.top, spot.left + wish.width, spot.top + wish.height)
    return Label(
        label.kind, label.text, label.detail, label.style, label.anchor, box, spot.leader,
        label.node, label.token_id, label.index, label.chosen,
    )  # fmt: skip


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
