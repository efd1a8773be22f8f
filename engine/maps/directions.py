"""A layout whose axes a person chose: from the mean of some points to the mean of others.

It is linear: every coordinate is the product of a centred vector with an axis of length 1, so new vectors are placed
exactly and nothing is invented, only left out. Axes are made orthogonal in the order in which they were chosen
(Gram-Schmidt), or left as they are; then two that are alike show the same twice. Where fewer than three were chosen the
others are the largest principal components of what is left at right angles to them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.errors import InputRefused, shown
from engine.maps.pca import F64, Axes, PcaFit, fit_along, principal_axes
from engine.records import F32, I64, Background, Bools, Direction, Directions
from engine.sentences import say

LIBRARY = "Orrery directions 1"
MOST = 3  # axes
LEAST = 1e-3  # of an axis' length that is left at right angles to those before it, and of a difference's


def directions_fit(vectors: F32, params: Directions, counted: Bools | None = None) -> PcaFit:
    """The layout of `vectors` [N, D] along chosen directions; the rest's components are of the `counted` rows [N].

    Raises:
        InputRefused: there are no axes or too many, one has no length, or one is a combination of those before it.
    """
    if not 1 <= len(params.axes) <= MOST:
        raise InputRefused(
            say("A layout has 1 to {most} chosen axes, but {n} were given.", most=MOST, n=len(params.axes))
        )
    rows = vectors if counted is None else vectors[counted]
    mean = rows.mean(axis=0, dtype=np.float64)  # [D]
    units = np.stack([_unit(vectors, axis) for axis in params.axes], axis=1)  # [D, k]
    span = _orthogonal(units, params.axes)  # [D, k]
    chosen = span if params.orthogonal else units
    axes = np.concatenate([chosen, _rest(rows, mean, span)], axis=1)  # [D, 3], fewer in few dimensions
    along = _along(rows, mean, axes)  # [n, k]
    total = float(sum(np.square(part - mean).sum() for part in np.array_split(rows, 16)) / len(rows))
    found = Axes(
        mean.astype(np.float32), axes.astype(np.float32), along.var(axis=0).astype(np.float32), total
    )  # fmt: skip
    flat = np.linalg.qr(axes)[0]  # [D, k] of the same span
    explained = float(_along(rows, mean, flat).var(axis=0).sum() / total) if total > 0 else 1.0
    return fit_along(vectors, found, counted, explained)


def word_rows(background: Background, forms: Sequence[tuple[int, ...]], typed: str) -> tuple[int, ...]:
    """The background points that a word stands for: its tokens, or in a space of states every place of the text where
    it stands, there the state at its last token.

    Raises:
        InputRefused: it does not stand in that text.
    """
    if background.positions is None:
        return forms[0]
    found = np.unique(np.concatenate([_places(background, form) for form in forms]))
    if not len(found):
        raise InputRefused(
            say(
                "{typed} does not occur in the text behind this map of states, so it has no state there. Choose "
                "a word of that text, select points, or take a longer text as the background.",
                typed=shown(typed.strip(), 40),
            )
        )
    return tuple(int(row) for row in found)


def _places(background: Background, form: tuple[int, ...]) -> I64:
    """Rows at the last of consecutive tokens `form`, left-out ones not among them."""
    ids, positions = background.token_ids, background.positions
    if positions is None or len(ids) < len(form):
        return np.empty(0, np.int64)
    last = len(form) - 1
    fits = np.ones(len(ids) - last, np.bool_)
    for at, token in enumerate(form):
        fits &= ids[at : len(ids) - last + at] == token
    fits &= positions[last:] - positions[: len(ids) - last] == last  # of one text
    rows = np.flatnonzero(fits) + last
    return rows if background.left_out is None else rows[~background.left_out[rows]]


def _unit(vectors: F32, axis: Direction) -> F64:
    """The direction of an axis, of length 1. [D]"""
    ends = []
    for rows in (axis.start_rows, axis.end_rows):
        if not rows or min(rows) < 0 or max(rows) >= len(vectors):
            raise InputRefused(
                say("An axis begins and ends at points of the map, numbered 0 to {last}.", last=len(vectors) - 1)
            )
        ends.append(vectors[np.array(rows)].mean(axis=0, dtype=np.float64))
    difference = ends[1] - ends[0]
    length, size = float(np.linalg.norm(difference)), max(float(np.linalg.norm(end)) for end in ends)
    if length <= LEAST * size or length == 0:
        raise InputRefused(
            say(
                "The axis {what} has no direction: both ends are the same vector. Choose two that differ.",
                what=axis.in_words,
            )
        )
    unit: F64 = difference / length
    return unit


def _orthogonal(units: F64, axes: Sequence[Direction]) -> F64:
    """The units [D, k] made orthogonal in their order. [D, k]"""
    made: list[F64] = []
    for at in range(units.shape[1]):
        left = units[:, at].copy()
        for _ in range(2):  # twice is enough for float64
            for before in made:
                left -= (before @ left) * before
        length = float(np.linalg.norm(left))
        if length < LEAST:
            raise InputRefused(
                say(
                    "The axis {what} is a combination of those before it, so it would add nothing. Choose another one.",
                    what=axes[at].in_words,
                )
            )
        made.append(left / length)
    return np.stack(made, axis=1)


def _rest(rows: F32, mean: F64, span: F64) -> F64:
    """The largest principal components at right angles to `span` [D, k]. [D, 3 - k], fewer in few dimensions"""
    wanted = min(MOST, rows.shape[1]) - span.shape[1]
    if wanted <= 0:
        return np.empty((rows.shape[1], 0))
    left = (rows - mean.astype(np.float32)).astype(np.float32)
    left -= ((left @ span) @ span.T).astype(np.float32)
    found = principal_axes(left, wanted).axes.astype(np.float64)
    found -= span @ (span.T @ found)
    return np.asarray(np.linalg.qr(found)[0] * np.sign(np.diag(np.linalg.qr(found)[1])), np.float64)


def _along(rows: F32, mean: F64, axes: F64) -> F64:
    """Coordinates of `rows` [n, D] along axes [D, k]. [n, k] float64"""
    products: F64 = rows @ axes - mean @ axes
    return products
