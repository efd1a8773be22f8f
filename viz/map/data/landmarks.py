"""Chooses the words that name the regions of a map, in an order that serves every zoom.

Greedy selection: each next landmark is the candidate for which (distance to those chosen, capped) x density^0.4 is
largest, so the first dozen cover the whole map, later ones the spaces between, and crowded places come before the edge.
Which of them are shown is decided while painting: those in view that do not collide, the earlier first. Zooming in
leaves fewer in view and so brings later ones up.
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
import numpy.typing as npt

from engine.records import F32, I32, I64, TOKEN_KINDS, U8, Bools
from viz.map.data.density import density
from viz.memo import by_identity

Indices = npt.NDArray[np.int64]

N_CANDIDATES = 4000
N_LANDMARKS = 700
_WORD = TOKEN_KINDS.index("word start")
_SUFFIXES = b"s es d ed r er ers ing ings ly n en y al ally 's ment ments ness able ful less ship ish ist ists ism"
_ENDINGS = frozenset(_SUFFIXES.split())


@by_identity(6)
def landmarks(points: F32, token_ids: I32, data: U8, offsets: I64, kinds: U8) -> Indices:
    """Background indices in the order in which they deserve a label; whole, common, readable words only."""
    if not len(points):
        return np.zeros(0, np.int64)
    chosen = candidates(token_ids, data, offsets, kinds)
    return chosen[spread_order(points[chosen], density(points)[chosen], N_LANDMARKS)]


@by_identity(4)
def named(points: F32) -> Indices:
    """The same where every point has a name of its own: in crowded spots, far from each other."""
    some = np.arange(0, len(points), max(1, len(points) // (3 * N_CANDIDATES)))
    return np.asarray(some[spread_order(points[some], density(points)[some], N_LANDMARKS)], np.int64)


@by_identity(4)
def regions(points: F32, texts: I32) -> F32:
    """[K, 3] for each kind of text the point of it that lies most in its middle."""
    found = []
    for kind in range(int(texts.max(initial=-1)) + 1):
        own = points[texts == kind]
        middle = np.median(own, axis=0) if len(own) else np.full(3, np.nan)
        found.append(own[np.linalg.norm(own - middle, axis=1).argmin()] if len(own) else middle)
    return np.array(found, np.float32).reshape(-1, 3)


def candidates(token_ids: I32, data: U8, offsets: I64, kinds: U8) -> Indices:
    """Background indices of readable words, the most common (lowest id) first, each token once."""
    lengths = np.diff(offsets)
    starts = offsets[:-1]
    fits = (kinds == _WORD) & (lengths >= 5) & (lengths <= 15)
    second = data[np.minimum(starts + 1, max(len(data) - 1, 0))] if len(data) else np.zeros(len(starts), np.uint8)
    lower = (second >= ord("a")) & (second <= ord("z"))
    capital = (second >= ord("A")) & (second <= ord("Z"))
    good = (fits & (lower | capital))[token_ids]
    found = np.flatnonzero(good)
    _, first = np.unique(token_ids[found], return_index=True)  # sorted by token id
    found = found[first][: 3 * N_CANDIDATES]
    found = found[whole_words(token_ids[found], data, offsets, kinds)]
    if not len(found):
        found = np.arange(min(len(token_ids), N_CANDIDATES))
    return np.asarray(found[:N_CANDIDATES], np.int64)


def whole_words(token_ids: I32, data: U8, offsets: I64, kinds: U8) -> Bools:
    """[n] whether each token looks like a whole word: what longer tokens add to it is at most an ending.

    A vocabulary made by merging is full of beginnings (" exper" of "experience"), which name no region.
    """
    raw, bounds = data.tobytes(), offsets.tolist()
    everything = sorted(raw[bounds[i] : bounds[i + 1]] for i in np.flatnonzero(kinds == _WORD).tolist())
    whole = np.zeros(len(token_ids), np.bool_)
    for row, token in enumerate(token_ids.tolist()):
        word = raw[bounds[token] : bounds[token + 1]]
        at = bisect_right(everything, word)
        whole[row] = True
        for longer in everything[at : at + 40]:
            if not longer.startswith(word):
                break
            if longer[len(word) :] not in _ENDINGS:
                whole[row] = False
                break
    return whole


def spread_order(places: F32, weight: F32, n: int) -> Indices:
    """Indices of at most n places, each next one far from those before and in a crowded spot."""
    if not len(places):
        return np.zeros(0, np.int64)
    heavy = np.maximum(weight, 1.0) ** 0.4
    away = np.full(len(places), 0.5, np.float32)
    order = np.empty(min(n, len(places)), np.int64)
    for i in range(len(order)):
        best = int(np.argmax(away * heavy))
        order[i] = best
        away = np.minimum(away, np.linalg.norm(places - places[best], axis=1))
        away[best] = 0.0
    return order
