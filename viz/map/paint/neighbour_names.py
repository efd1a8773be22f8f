"""Names at the ends of the lines to a point's neighbours, and the words that say what the lines are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.map.data.frame import MapFrame
from viz.map.paint.composition import Draft, Picture, draft
from viz.map.paint.neighbour_lines import stranger_colour, true_colour
from viz.map.paint.text import Style, TextPainter
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected


def neighbour_names(text: TextPainter, picture: Picture) -> list[Draft]:
    """A name for each neighbour in sight, the nearest first, strangers last."""
    frame, theme, lines = picture.frame, picture.theme, picture.frame.neighbour_lines
    if frame.background is None or not len(lines):
        return []
    drafts = list[Draft]()
    for rows, colour in ((lines.ids, true_colour(theme)), (lines.strangers, stranger_colour(theme))):
        pixels, depth = picture.project(frame.points[rows])
        style = Style(13 * picture.size, colour, theme.ground)
        for at in np.flatnonzero(picture.inside(pixels, depth, 4.0)).tolist():
            name = shown(frame.vocabulary, int(frame.background.token_ids[rows[at]]))
            index = int(rows[at])
            drafts.append(draft(text, "mark", name, style, pixels[at], 3.0, index=index, of=("points", index)))
    return drafts


def statement(frame: MapFrame) -> list[str]:
    """What the lines are of, or how to have some."""
    lines = frame.neighbour_lines
    if lines.why_not:
        return [lines.why_not]
    if not len(lines):
        if lines.question is not None:
            return []
        return [translate("Map", "Lines to true neighbours: point at a dot, or click one to keep them.")]
    name = shown(frame.vocabulary, int(frame.background.token_ids[lines.index])) if frame.background is not None else ""
    said = translate(
        "Map", "{token}: {n} of its {all} true neighbours (cosine, all dimensions) are among its {all} nearest here."
    )
    return [said.format(token=name, n=lines.n_near, all=len(lines))]


def keys(frame: MapFrame) -> list[str]:
    """The legend's words for a true neighbour near here, a true one far from here, and a stranger."""
    lines = frame.neighbour_lines
    return [
        translate("Map", "true neighbour, near here too ({n})").format(n=lines.n_near),
        translate("Map", "true neighbour, but not among the nearest here ({n})").format(n=len(lines) - lines.n_near),
        translate("Map", "near here, but no true neighbour ({n})").format(n=len(lines.strangers)),
    ]
