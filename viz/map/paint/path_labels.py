"""Names of further paths at their ends, and the numbers of groups at the ends of samples."""

from __future__ import annotations

import numpy as np

from viz.map.data.further import FurtherBundle, FurtherPath
from viz.map.paint.composition import Draft, Picture, draft
from viz.map.paint.path_styles import shade_name, style_of
from viz.map.paint.path_words import short_name
from viz.map.paint.text import Style, TextPainter
from viz.shown_paths import Single
from viz.token_text import shown_in_context

N_TOKENS = 6  # of the end of a path that are named


def further_labels(text: TextPainter, picture: Picture) -> list[Draft]:
    """The drafts, names before tokens."""
    further = picture.frame.further
    if not len(further):
        return []
    drafts = list[Draft]()
    for at, path in enumerate(further.paths):
        drafts += _end(text, picture, path, f"further.paths.{at}.line.points")
    for at, bundle in enumerate(further.bundles):
        drafts += _middle(text, picture, bundle, f"further.bundles.{at}.mean.points")
    for at, path in enumerate(further.paths):
        drafts += _tokens(text, picture, path, f"further.paths.{at}.line.points")
    for at, bundle in enumerate(further.bundles):
        drafts += _groups(text, picture, bundle, f"further.bundles.{at}.samples")
    return drafts


def _end(text: TextPainter, picture: Picture, path: FurtherPath, source: str) -> list[Draft]:
    if not len(path.line):
        return []
    pixels, depth = picture.project(path.line.points[-1:])
    if not picture.inside(pixels, depth)[0]:
        return []
    style = Style(15 * picture.size, style_of(path.shown, picture.theme).colour, picture.theme.ground, True)
    name = short_name(path.shown, picture.frame.n_layers)
    return [draft(text, "mark", name, style, pixels[0], 9.0, must=True, of=(source, -1))]


def _middle(text: TextPainter, picture: Picture, bundle: FurtherBundle, source: str) -> list[Draft]:
    """The letter of a bundle where its mean ends."""
    if not len(bundle.mean):
        return []
    pixels, depth = picture.project(bundle.mean.points[-1:])
    if not picture.inside(pixels, depth)[0]:
        return []
    style = Style(22 * picture.size, style_of(bundle.shown, picture.theme).colour, picture.theme.ground, True)
    return [draft(text, "mark", bundle.shown.letter, style, pixels[0], 11.0, must=True, of=(source, -1))]


def _tokens(text: TextPainter, picture: Picture, path: FurtherPath, source: str) -> list[Draft]:
    line, frame = path.line, picture.frame
    if not frame.settings.path_labels or not len(line):
        return []
    pixels, depth = picture.project(line.points)
    inside, ids = picture.inside(pixels, depth), line.token_ids.tolist()
    style = Style(12.5 * picture.size, style_of(path.shown, picture.theme).colour, picture.theme.ground)
    rows = range(max(len(line) - N_TOKENS, 0), len(line))
    return [
        draft(text, "mark", shown_in_context(frame.vocabulary, ids, row), style, pixels[row], 5.0, of=(source, row))
        for row in reversed(rows)
        if inside[row]
    ]


def _groups(text: TextPainter, picture: Picture, bundle: FurtherBundle, source: str) -> list[Draft]:
    """Typical samples at their ends by their group and last token, those of smaller groups by their group alone."""
    shown, frame = bundle.shown, picture.frame
    if len(shown.typical) < 2 and not frame.settings.path_labels:
        return []
    ends = [at for at, line in enumerate(bundle.samples) if len(line)]
    ends.sort(key=lambda at: at not in shown.typical)
    if not ends:
        return []
    pixels, depth = picture.project(np.stack([bundle.samples[at].points[-1] for at in ends]))
    inside, drafts = picture.inside(pixels, depth), list[Draft]()
    colour = style_of(shown, picture.theme).colour
    for row, at in enumerate(ends):
        if not inside[row]:
            continue
        typical = at in shown.typical or frame.single == Single(shown.letter, at)
        if not typical and not shown.groups[at]:
            continue
        name = f"{shown.letter}{shown.groups[at] + 1}" if len(shown.typical) > 1 else ""
        if typical and frame.settings.path_labels:
            ids = bundle.samples[at].token_ids.tolist()
            name = f"{name} {shown_in_context(frame.vocabulary, ids, len(ids) - 1)}".strip()
        if name:
            tint = shade_name(colour, shown.groups[at], picture.theme)
            style = Style((13 if typical else 10.5) * picture.size, tint, picture.theme.ground, typical)
            end = f"{source}.{at}.points"
            drafts.append(draft(text, "mark", name, style, pixels[row], 4.0, of=(end, -1)))
    return drafts
