"""Names of clusters on the map, few and large from far, more from near; and what is said of them beside chance."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.charts.numbers import NBSP
from viz.joined import facts
from viz.map.data.clusters import OF_SPACE, ClusterReading, middles, name_of
from viz.map.faithful import percent
from viz.map.paint.composition import Draft, Picture, draft
from viz.map.paint.text import Style, TextPainter

translate = QCoreApplication.translate  # by this name its texts are collected

MOST = 24  # clusters that are named at once
FINENESS = (20, 16, 14)  # pixels of a name, from coarse to fine


def cluster_names(text: TextPainter, picture: Picture) -> list[Draft]:
    """Names of the largest clusters in sight, each in its middle."""
    frame, theme, reading = picture.frame, picture.theme, picture.frame.clusters
    if reading is None or reading.found is None or frame.background is None:
        return []
    at = reading.named_at(picture.camera.distance)
    if at < 0:
        return []
    level = reading.found.levels[at]
    places = middles(frame.points, level.labels)
    pixels, depth = picture.project(places)
    style = Style(FINENESS[at] * picture.size, theme.text, theme.ground, True)
    rows = np.flatnonzero(picture.inside(pixels, depth, 8.0))[:MOST]
    return [
        draft(
            text, "mark", name_of(level, row, frame.background, frame.vocabulary), style, pixels[row], 8.0, centred=True
        )
        for row in rows.tolist()
    ]


def statement(reading: ClusterReading, brief: bool = False) -> list[str]:
    """How many clusters there are, beside those of a second sample and of a cloud that has none."""
    found, level = reading.found, reading.level
    if reading.why_not:
        return [reading.why_not]
    if found is None or level is None:
        return [translate("Map", "Looking for clusters. Progress and Cancel are in the status line.")]
    n, share = len(level.sizes), percent(float(level.sizes.sum()) / max(found.n_points, 1))
    if brief:
        said = translate("Map", "{n} clusters hold {share} of the points (chance: {m} hold {chance})")
        return [said.format(n=n, share=share, m=level.chance_count, chance=percent(level.chance_share))]
    basis = translate("Map", "HDBSCAN on this picture's {n} points").format(n=f"{found.n_points:,}")
    if reading.by == OF_SPACE:
        basis = translate("Map", "HDBSCAN in the {axes} principal axes of the unit vectors ({share} of their variance)")
        basis = basis.format(axes=10, share=percent(found.explained))
    if found.n_clustered < found.n_points:
        more = translate("Map", "run on {n} of {all} points, the others go with the nearest of them")
        basis = facts((basis, more.format(n=f"{found.n_clustered:,}", all=f"{found.n_points:,}")))
    first = translate(
        "Map",
        "{basis}: {n} clusters of at least {least} hold {share} of the points. A second sample has {again} "
        "(adjusted Rand index {rand}), a Gaussian cloud of the same covariance {m} that hold {chance}.",
    ).format(
        basis=basis, n=n, least=level.least, share=share, again=level.again, rand=_number(level.agreement),
        m=level.chance_count, chance=percent(level.chance_share),
    )  # fmt: skip
    lines = [first]
    if n:
        said = translate(
            "Map",
            "Of the 15 true neighbours (all dimensions) of a point in a cluster {share} are in it too (chance "
            "{chance}). The number at each name is its stability: 1 is the same again, below 0.5 it has dissolved.",
        )
        lines.append(said.format(share=percent(level.neighbours), chance=percent(level.neighbours_chance)))
    if reading.by == OF_SPACE and float(level.sizes.sum()) < 0.5 * found.n_points:
        lines.append(translate("Map", "So most of this space is not a cluster by density, however its pictures look."))
    return lines


def _number(value: float) -> str:
    return f"{value:z.2f}" if math.isfinite(value) else f"–{NBSP}".strip()
