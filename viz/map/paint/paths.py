"""Lines and marks of further paths and bundles: dashed lines with a mark for each token, thin samples, a broad mean.

What is singled out is drawn last and in full; the others then stand back.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.records import F32
from viz.map.data.frame import MapFrame
from viz.map.data.further import FurtherBundle, FurtherPath
from viz.map.data.trajectory import ALWAYS
from viz.map.paint.dashes import patterned
from viz.map.paint.path_look import thinness
from viz.map.paint.path_styles import THROUGH, PathStyle, Strokes, shade, style_of
from viz.shown_paths import Single
from viz.theme import Theme, rgb
from viz.visuals.shapes import Marks, Segments

WIDE, CASING, HEAD = 2.6, 2.4, 10.0  # logical pixels
MOST_DASHES = 500  # of one path
SAMPLE_DASHES = 110  # of one sample
BACK = 0.16  # of the opacity of what stands back
FEW_HEADS = 24  # pieces that all have an arrow head; of more every fourth


def faint_segments(frame: MapFrame, theme: Theme) -> list[Segments]:
    """What lies lowest, and is left out while a slow renderer moves: samples that are typical of nothing, and casings.

    Thousands of long thin pieces take such a renderer longer than all the points do.
    """
    further = frame.further
    made = [line for bundle in further.bundles for at, line in _samples(bundle, theme, frame.single)
            if not _stands_out(bundle, at, frame.single)]  # fmt: skip
    return made + [_casing(path, theme, frame.single) for path in further.paths if len(path.line) > 1]


def further_segments(frame: MapFrame, theme: Theme) -> list[Segments]:
    """The samples that stand out, then means, then paths; what is singled out on top."""
    further, single = frame.further, frame.single
    below, above = list[Segments](), list[Segments]()
    for bundle in further.bundles:
        for at, made in _samples(bundle, theme, single):
            if _stands_out(bundle, at, single):
                (above if _is_single(single, bundle.shown.letter, at) else below).append(made)
    for bundle in further.bundles:
        below += _mean(bundle, theme, single)
    for path in further.paths:
        into = above if _is_single(single, path.shown.number, -1) else below
        into += _path(path, theme, single)
    return [*below, *above]


def _stands_out(bundle: FurtherBundle, sample: int, single: Single | None) -> bool:
    """Whether a sample, or the text before all of them (-1), is always drawn."""
    return sample < 0 or sample in bundle.shown.typical or single == Single(bundle.shown.letter, sample)


def further_marks(frame: MapFrame, theme: Theme) -> list[Marks]:
    """A mark for each token of a path and each end of a sample, larger ones along a mean."""
    made = list[Marks]()
    for bundle in frame.further.bundles:
        made += _bundle_marks(bundle, theme, frame.single)
    made += [_path_marks(path, theme, frame.single) for path in frame.further.paths if len(path.line)]
    return made


def _is_single(single: Single | None, name: int | str, sample: int) -> bool:
    return single is not None and single.name == name and single.sample in (-1, sample)


def strength(single: Single | None, name: int | str, sample: int = -1) -> float:
    """Of the opacity that something has: all of it unless something else is singled out."""
    return 1.0 if single is None or _is_single(single, name, sample) else BACK


def _path(path: FurtherPath, theme: Theme, single: Single | None) -> list[Segments]:
    points = path.line.points
    if len(points) < 2:
        return []
    style = style_of(path.shown, theme)
    alpha = strength(single, path.shown.number)
    start, end, _ = patterned(points, style.strokes, style.period, MOST_DASHES)
    n = len(points) - 1
    every = 1 if n <= FEW_HEADS else 4
    colour = rgb(style.colour)
    return [
        _pieces(start, end, WIDE, colour, 0.95 * alpha),
        _pieces(points[:-1][::every], points[1:][::every], HEAD, colour, 0.95 * alpha, HEAD),
    ]


def _casing(path: FurtherPath, theme: Theme, single: Single | None) -> Segments:
    """The ground's colour around a path, so that it is seen among points."""
    style, alpha = style_of(path.shown, theme), strength(single, path.shown.number)
    start, end, _ = patterned(path.line.points, style.strokes, style.period, MOST_DASHES)
    return _pieces(start, end, WIDE + CASING, rgb(theme.ground), 0.7 * alpha)


def _samples(bundle: FurtherBundle, theme: Theme, single: Single | None) -> Iterator[tuple[int, Segments]]:
    """(sample, its line) of each: thin, those that are typical of a group stronger; and the text before, as -1."""
    shown, style = bundle.shown, style_of(bundle.shown, theme)
    if len(bundle.before) > 1 and shown.prompt:  # of A it is the run's own
        yield -1, _thin(bundle.before.points, style, rgb(style.colour), 1.6, 0.5 * strength(single, shown.letter))
    faint = 0.5 * thinness(sum(map(len, bundle.samples)) / 4)
    for at, line in enumerate(bundle.samples):
        typical = at in shown.typical
        chosen = single is not None and single.name == shown.letter and single.sample == at
        alpha = (0.9 if chosen or typical else faint) * strength(single, shown.letter, at)
        wide = 2.6 if chosen else 1.8 if typical else 1.1
        points = np.concatenate([bundle.fork, line.points])
        yield at, _thin(points, style, shade(style.colour, shown.groups[at], theme), wide, alpha)


def _thin(points: F32, style: PathStyle, colour: F32, wide: float, alpha: float) -> Segments:
    if len(points) < 2:
        return _pieces(points[:0], points[:0], wide, colour, alpha)
    start, end = _stroked(points, style.strokes, style.period)
    return _pieces(start, end, wide, colour, alpha)


def _stroked(points: F32, strokes: Strokes, period: float, most: int = SAMPLE_DASHES) -> tuple[F32, F32]:
    if strokes == THROUGH:
        return points[:-1], points[1:]
    start, end, _ = patterned(points, strokes, period, most)
    return start, end


def _mean(bundle: FurtherBundle, theme: Theme, single: Single | None) -> list[Segments]:
    points = np.concatenate([bundle.fork, bundle.mean.points])
    if not len(bundle.mean) or len(points) < 2:
        return []
    style = style_of(bundle.shown, theme)
    alpha = 1.0 if single is None or single == Single(bundle.shown.letter) else BACK
    start, end = _stroked(points, style.strokes, style.period, MOST_DASHES)
    colour = rgb(style.colour) * 0.7 + rgb(theme.text) * 0.3
    return [
        _pieces(start, end, 8.0, rgb(theme.ground), 0.8 * alpha),
        _pieces(start, end, 4.6, colour, alpha),
        _pieces(points[:-1][2::3], points[1:][2::3], 15.0, colour, alpha, 15.0),
    ]


def _pieces(start: F32, end: F32, wide: float, colour: F32, alpha: float, head: float = 0.0) -> Segments:
    n = len(start)
    made = np.empty((n, 2, 4), np.float32)
    made[..., :3], made[..., 3] = colour, alpha
    width = np.full((n, 2), wide, np.float32)
    if head:
        width[:, 1] = 0.0
    one = np.ones(n, np.float32)
    return Segments(start, end, width, made, one * np.float32(ALWAYS), one, one * np.float32(head))


def _path_marks(path: FurtherPath, theme: Theme, single: Single | None) -> Marks:
    style, line = style_of(path.shown, theme), path.line
    n = len(line)
    colour = np.empty((n, 4), np.float32)
    colour[:, :3], colour[:, 3] = rgb(style.colour), strength(single, path.shown.number)
    look = np.zeros((n, 4), np.float32)
    look[:, 0], look[:, 1] = (9.0 if style.rings else 7.0), ALWAYS
    look[:, 3] = np.where(line.left_out, 1.4, 2.2 if style.rings else 0.0)
    look[-1, 0], look[-1, 3] = 17.0, 3.2
    return Marks(line.points, colour, look)


def _bundle_marks(bundle: FurtherBundle, theme: Theme, single: Single | None) -> list[Marks]:
    shown, style = bundle.shown, style_of(bundle.shown, theme)
    ends = [(at, line.points[-1]) for at, line in enumerate(bundle.samples) if len(line)]
    n = len(ends)
    colour, look = np.empty((n, 4), np.float32), np.zeros((n, 4), np.float32)
    for row, (at, _) in enumerate(ends):
        colour[row, :3] = shade(style.colour, shown.groups[at], theme)
        colour[row, 3] = strength(single, shown.letter, at)
    look[:, 0], look[:, 1], look[:, 3] = (8.0 if style.rings else 6.5), ALWAYS, (2.0 if style.rings else 0.0)
    places = np.stack([place for _, place in ends]) if ends else np.zeros((0, 3), np.float32)
    m = len(bundle.mean)
    middle, of_mean = np.empty((m, 4), np.float32), np.zeros((m, 4), np.float32)
    middle[:, :3] = rgb(style.colour) * 0.7 + rgb(theme.text) * 0.3
    middle[:, 3] = 1.0 if single is None or single == Single(shown.letter) else BACK
    of_mean[:, 0], of_mean[:, 1] = 6.0, ALWAYS
    if m:
        of_mean[-1] = (18.0, ALWAYS, 0.0, 4.0)
    return [Marks(places, colour, look), Marks(bundle.mean.points, middle, of_mean)]
