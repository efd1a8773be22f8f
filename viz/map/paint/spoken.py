"""The map in sentences, for who does not see it: what is shown, how faithful it is, where the text is and may go."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz import joined
from viz.charts.numbers import percent
from viz.map.data.frame import MapFrame
from viz.map.paint import words
from viz.plural import plural
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected

RAYS = 3  # that are named


def spoken(frame: MapFrame) -> str:
    """All of it, of the frame that is shown."""
    if frame.layout is None:
        return joined.spoken(words.space_name(frame.space, frame.n_layers), words.why_empty(frame))
    return joined.spoken(*words.statement(frame), _path(frame), _fan(frame), _selection(frame))


def _path(frame: MapFrame) -> str:
    path = frame.path
    if not 0 <= frame.current < len(path) or frame.vocabulary is None:
        return ""
    n = frame.path_length
    said = translate("Map", "The path has {n} token(s); the selected token is {token} at position {position}", "", n)
    return plural(said, n).format(
        n=n, token=shown(frame.vocabulary, int(path.token_ids[frame.current])),
        position=int(path.positions[frame.current]),
    )  # fmt: skip


def _fan(frame: MapFrame) -> str:
    """The likeliest of the rays that begin at the selected token."""
    fan = frame.fan
    rows = np.flatnonzero(fan.nodes == frame.node)
    if not len(rows) or frame.vocabulary is None:
        return ""
    best = rows[np.argsort(-fan.probability[rows], kind="stable")][:RAYS].tolist()
    listed = joined.listed(
        f"{shown(frame.vocabulary, int(fan.token_ids[row]))} {percent(float(fan.probability[row]))}" for row in best
    )
    n = len(rows)
    said = translate("Map", "{n} ray(s) to what may come next, the most likely: {listed}", "", n)
    return plural(said, n).format(n=n, listed=listed)


def _selection(frame: MapFrame) -> str:
    n = len(frame.selection)
    return plural(translate("Map", "{n} point(s) selected", "", n), n).format(n=n) if n else ""
