"""Names of places on the map: kinds of text, landmarks, and from near every point there is.

Landmarks that stood in the last picture come first, against flicker, and in haste they are nearly all that is tried.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.map.data.own_points import names_of_regions
from viz.map.data.picking import Indices
from viz.map.paint.composition import Draft, Label, Picture, draft, settled, unnamed
from viz.map.paint.label_layout import Occupied
from viz.map.paint.point_names import readable
from viz.map.paint.text import Style, TextPainter
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected

N_LANDMARKS, N_SELECTED_LABELS = 46, 12
N_CANDIDATES = 110  # landmarks that are tried
NEWCOMERS = 4  # landmarks that are tried besides those that stand, while every millisecond counts


class LandmarkNames:
    """Places the names of one view; it remembers which stood, and how they looked."""

    def __init__(self, text: TextPainter) -> None:
        self.text = text
        self._stood: set[int] = set()
        self._looks: dict[int, tuple[int, bool]] = {}  # pixels and whether large, of landmarks by background index
        self._near: Indices = np.zeros(0, np.int64)  # points that are named because few are in sight
        self._tried = 0

    def placed(self, picture: Picture, occupied: Occupied, hasty: bool) -> list[Label]:
        """The names that find a place among what is `occupied`, the most important first."""
        drafts = self._regions(picture) + self._landmarks(picture, hasty)
        made = settled(drafts, picture, occupied)[:N_LANDMARKS]
        there = {label.index for label in made}
        made += settled(self._names(picture, there, hasty), picture, occupied)
        self._stood = {label.index for label in made}
        return made

    def _regions(self, picture: Picture) -> list[Draft]:
        """The kinds of text, large, each in its middle."""
        frame, theme = picture.frame, picture.theme
        if frame.background is None or not len(frame.regions):
            return []
        pixels, depth = picture.project(frame.regions)
        style = Style(20 * picture.size, theme.text, theme.ground, True, 1.0, 0.85)
        kinds = names_of_regions(frame.background)
        return [
            draft(self.text, "landmark", translate("Map", kinds[i]), style, pixels[i], 8.0, of=("regions", i))
            for i in np.flatnonzero(picture.inside(pixels, depth)).tolist()
        ]

    def _landmarks(self, picture: Picture, hasty: bool) -> list[Draft]:
        frame, theme, distance = picture.frame, picture.theme, picture.camera.distance
        indices = frame.landmarks
        if not len(indices) or frame.background is None:
            return []
        pixels, depth = picture.project(frame.points[indices])
        ranks = np.flatnonzero(picture.inside(pixels, depth, 16.0))[:N_CANDIDATES]
        first = sorted(ranks.tolist(), key=lambda rank: rank - (8 if int(indices[rank]) in self._stood else 0))
        reach = min(1.2, 1.5 * distance)  # from near, what lies behind stands back sooner
        fars = np.clip((depth - distance) / reach, -1.0, 1.0).tolist()
        allowed = self._allowed([int(indices[rank]) for rank in first], hasty)
        looks: dict[int, tuple[int, bool]] = {}
        drafts = []
        for order, rank in enumerate(first):
            index = int(indices[rank])
            if index not in allowed:
                continue
            looks[index] = _look(order, fars[rank], picture.size)
            if hasty:  # one that stands keeps its look, which is there as a pixmap
                looks[index] = self._looks.get(index, looks[index])
            tall, large = looks[index]
            spacing, opacity = 0.6 if large else 0.0, round(0.62 - 0.26 * fars[rank], 1)
            style = Style(tall, theme.text, theme.ground, large, spacing, opacity)
            text = shown(frame.vocabulary, int(frame.background.token_ids[index])).lstrip("·")
            drafts.append(
                draft(
                    self.text,
                    "landmark",
                    text,
                    style,
                    pixels[rank],
                    14.0,
                    centred=True,
                    index=index,
                    of=("points", index),
                )
            )
        self._looks = looks
        return drafts

    def _allowed(self, candidates: list[int], hasty: bool) -> set[int]:
        """The landmarks that are tried: all, or in haste those that stand and a few others, in turn."""
        if not hasty or not self._stood:
            return set(candidates)
        others = [index for index in candidates if index not in self._stood]
        self._tried = (self._tried + NEWCOMERS) % max(len(others), 1)
        return {*self._stood, *others[self._tried :][:NEWCOMERS]}

    def _names(self, picture: Picture, there: set[int], hasty: bool) -> list[Draft]:
        """Every point in sight, where these are few; in haste those that had their name already."""
        frame, theme = picture.frame, picture.theme
        if frame.background is None:
            return []
        if not hasty:
            self._near = readable(frame, picture.camera, picture.matrix, picture.width, picture.height)
        there = {*there, *frame.selection[: N_SELECTED_LABELS + 1], *unnamed(frame)}  # named already
        rows = [i for i in self._near.tolist() if i not in there and (not hasty or i in self._stood)]
        rows = [i for i in rows if i < len(frame.points)]
        if not rows:
            return []
        pixels, depth = picture.project(frame.points[rows])
        inside = picture.inside(pixels, depth, 4.0)
        style = Style(13 * picture.size, theme.text, theme.ground, False, 0.0, 0.95)
        ids = frame.background.token_ids
        return [
            draft(
                self.text,
                "landmark",
                shown(frame.vocabulary, int(ids[i])),
                style,
                pixels[row],
                1.0,
                index=i,
                of=("points", i),
            )
            for row, i in enumerate(rows)
            if inside[row]
        ]


def _look(order: int, far: float, size: float) -> tuple[int, bool]:
    """(pixels, whether large) of the landmark that comes at this place of the order, `far` behind the target."""
    high = 19.0 if order < 12 else 15.0 if order < 30 else 13.0
    return round((high if far < 0.1 else high - 2.0) * size), order < 12
