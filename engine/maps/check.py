"""Whether a map that was read from a file can be drawn, placed in and kept again: the same for stored maps, for those
that come with Orrery and for those of run files.

Places that are not finite leave a view blank and fail at every paint, and a fact of another kind fails in a figure or
at the next save, far from the file that brought it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, get_args, get_type_hints

import numpy as np

from engine.errors import shown
from engine.records import (
    ALGORITHMS,
    NORMED,
    AnyArray,
    Background,
    Direction,
    Directions,
    FitParams,
    Layout,
    LayoutParams,
    Placed,
    Space,
    TsneParams,
    UmapParams,
)
from engine.sentences import say

CLUSTERS = 32  # groups that a background can name
_KINDS = get_args(get_type_hints(Space)["kind"])
_ALGORITHMS = get_args(get_type_hints(Layout)["algorithm"])


def require(fits: bool, what: str) -> None:
    """Raise ValueError with `what` where something does not fit."""
    if not fits:
        raise ValueError(what)


def check_space(space: Space, n_layers: int | None = None) -> None:
    """A space of a kind there is, of a layer that the model has. Raises ValueError."""
    require(space.kind in _KINDS, f"it shows a space {shown(space.kind, 40)}")
    check_words((space.texts, space.points), f"its texts are {shown((space.texts, space.points), 40)}")
    prepared = (space.standardised, space.outliers)
    require(all(flag in (True, False) for flag in prepared), f"it is prepared {shown(prepared, 40)}")
    if space.kind == "resid" and space.layer == NORMED and is_whole(space.layer, NORMED):
        return
    most = (n_layers if n_layers is not None else 2**31) if space.kind == "resid" else 0
    require(is_whole(space.layer, 0, most), f"it shows layer {shown(space.layer, 40)}")


def check_words(words: Sequence[Any], what: str) -> None:
    """All of some values are texts of a path's length at most. Raises ValueError."""
    require(all(isinstance(word, str) and len(word) < 4096 for word in words), what)


def check_layout(layout: Layout, count: int) -> None:
    """A layout of `count` points, as `Layout` describes it. Raises ValueError."""
    require(layout.algorithm in _ALGORITHMS, f"it is laid out by {shown(layout.algorithm, 40)}")
    for name in ("library", "key"):
        require(isinstance(getattr(layout, name), str), f"its {name} is {shown(getattr(layout, name), 40)}")
    check_points(layout.points3, count, 3)
    check_points(layout.points2, count, 2)
    for name in ("kept3", "kept2", "kept_error", "explained"):
        value = getattr(layout, name)
        known = value is None if name == "explained" else isinstance(value, float) and math.isnan(value)
        require(known or is_share(value), f"its {name} is {shown(value, 40)}")
    shares = layout.axis_shares
    require(len(shares) <= 3 and all(is_share(share) for share in shares), f"its axis_shares are {shown(shares, 40)}")
    require(is_whole(layout.n_measured, 0), f"its n_held_out is {shown(layout.n_measured, 40)}")
    if layout.params is not None:
        require(ALGORITHMS.get(type(layout.params)) == layout.algorithm, f"it was fitted with {shown(layout.params)}")
        if isinstance(layout.params, Directions):
            _check_directions(layout.params, count)
        else:
            _check_params(layout.params)
    else:
        require(layout.algorithm != "directions", "it has no axes")


def params_of(algorithm: Any, facts: Mapping[str, Any] | None) -> LayoutParams | None:
    """The parameters that a file tells of a layout. Raises ValueError or TypeError where its algorithm has others."""
    if not facts:
        return None
    kind = next((kind for kind, name in ALGORITHMS.items() if name == algorithm), None)
    if kind is None:
        raise ValueError(
            say("it is laid out by {algorithm}, with {facts}", algorithm=shown(algorithm, 40), facts=shown(facts, 40))
        )
    return _directions(**facts) if kind is Directions else kind(**facts)


def _directions(axes: Sequence[Mapping[str, Any]], orthogonal: bool) -> Directions:
    found = ({**axis, "start_rows": tuple(axis["start_rows"]), "end_rows": tuple(axis["end_rows"])} for axis in axes)
    return Directions(tuple(Direction(**axis) for axis in found), orthogonal)


def _check_directions(params: Directions, count: int) -> None:
    fits = params.orthogonal in (True, False) and 1 <= len(params.axes) <= 3
    require(fits, f"its axes are {shown(params, 80)}")
    for axis in params.axes:
        check_words((axis.start, axis.end), f"an axis is {shown(axis, 80)}")
        for rows in (axis.start_rows, axis.end_rows):
            require(len(rows) > 0 and all(is_whole(row, 0, count - 1) for row in rows), f"an axis is {shown(axis, 80)}")


def _check_params(params: FitParams) -> None:
    fits = is_whole(params.seed, 0) and isinstance(params.metric, str)
    if isinstance(params, TsneParams):
        fits = fits and _is_real(params.perplexity) and 0 < params.perplexity <= 1e6
    elif isinstance(params, UmapParams):
        fits = fits and is_whole(params.n_neighbors, 2) and _is_real(params.min_dist) and 0 <= params.min_dist <= 1e6
        fits = fits and len(params.along) < 10_000 and all(is_whole(layer, 0) for layer in params.along)
    else:
        ratios = (params.mn_ratio, params.fp_ratio)
        fits = fits and is_whole(params.n_neighbors, 1) and all(_is_real(it) and 0 <= it <= 1e6 for it in ratios)
    require(fits, f"it was fitted with {shown(params)}")


def check_background(background: Background) -> None:
    """The columns of a background fit each other and its facts are of their kinds. Raises ValueError."""
    count = len(background.token_ids)
    require(count > 0, "it has no points")
    columns = {"token_ids": "i", "norms": "f", "clusters": "u", "positions": "i", "surprisal": "f", "texts": "i",
               "sources": "i", "left_out": "b"}  # fmt: skip
    for name, kind in columns.items():
        value = getattr(background, name)
        if value is not None:
            check_array(value, kind, (count,), name)
    require(bool(np.isfinite(background.norms).all()), "some of its norms are not finite")
    require(int(background.clusters.max()) < CLUSTERS, "its points are in groups that there are not")
    require(background.surprisal is None or not (background.surprisal < 0).any(), "some of its surprisals are negative")
    require(background.positions is None or int(background.positions.min()) >= 0, "its positions begin before 0")
    require(all(isinstance(kind, str) for kind in background.text_kinds), "the kinds of its texts are not words")
    require(all(isinstance(name, str) for name in background.source_names), "the names of its texts are not words")
    require(isinstance(background.standardised, bool), f"standardised is {shown(background.standardised, 40)}")
    require(isinstance(background.note, str), f"its note is {shown(background.note, 40)}")


def check_placed(placed: Placed, count: int, what: str) -> None:
    """`count` places, one at least. Raises ValueError."""
    require(count > 0, f"there are no {what}")
    check_points(placed.points3, count, 3, what)
    check_points(placed.points2, count, 2, what)
    for name in ("kept3", "kept2"):
        check_array(getattr(placed, name), "f", (count,), f"{name} of {what}")
    check_array(placed.left_out, "b", (count,), f"left_out of {what}")


def check_points(points: AnyArray, count: int, axes: int, what: str = "points of a map") -> None:
    """Places [count, axes], all finite. Raises ValueError."""
    check_array(points, "f", (count, axes), what)
    require(bool(np.isfinite(points).all()), f"some {what} are not finite")


def check_array(array: AnyArray, kind: str, shape: Sequence[int | None], what: str) -> None:
    """The array's kind of number ("f", "i", "u", "b") and its axes, None for any length. Raises ValueError."""
    fits = len(array.shape) == len(shape) and all(
        wanted in (None, met) for wanted, met in zip(shape, array.shape, strict=True)
    )
    if not fits or array.dtype.kind != kind or array.dtype == np.float64:  # that only comes of layers of unlike kinds
        wanted_shape = " x ".join("?" if axis is None else str(axis) for axis in shape)
        raise ValueError(
            say(
                "{what} has the shape {shape} of {dtype}, not {wanted}",
                what=what, shape=str(array.shape), dtype=str(array.dtype), wanted=str(wanted_shape),
            )
        )  # fmt: skip


def is_whole(value: Any, low: int, high: int = 2**63 - 1) -> bool:
    """Whether it is a whole number from `low` to `high`."""
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_real(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def is_share(value: Any) -> bool:
    """Whether it is a number from 0 to 1, give or take its rounding."""
    return _is_real(value) and -1e-6 <= value <= 1 + 1e-6
