"""A feature's page out of the index: where it is active by range, its histogram, its tokens, and what fires with it."""

from __future__ import annotations

import numpy as np

from engine.labs.features.index import Activations, strongest
from engine.labs.features.records import RANGES, AskContexts, Contexts, Group, Range
from engine.records import F32, I32, I64

BEFORE, AFTER = 12, 7  # tokens shown around a place
SHOWN = {"top": 12, "upper": 6, "middle": 6, "random": 6}
BINS = 40
PARTNERS = 10
TOKENS = 12
SHIFTS = 8


def contexts(question: AskContexts, found: Activations) -> Contexts:
    """The page of one feature."""
    feature = question.feature
    positions, values = found.of(feature)
    chance = np.random.default_rng((question.seed, feature))
    largest = float(values.max(initial=0.0))
    counts, edges = np.histogram(values, BINS, (0.0, max(largest, 1e-6)))
    ids, shares, at_tokens, densities = _tokens(found, positions, values)
    partners, phi, lift, together, shifted = _partners(found, feature, positions, chance)
    return Contexts(
        feature, found.n_counted, len(values) / max(found.n_counted, 1), largest,
        float(values.mean()) if len(values) else 0.0,
        tuple(_group(found, of, positions, values, chance) for of in RANGES) if len(values) else (),
        BEFORE, edges.astype(np.float32), counts.astype(np.int32), ids, shares, at_tokens, densities,
        partners, phi, lift, together, shifted,
    )  # fmt: skip


def bounds(of: Range, largest: float) -> tuple[float, float]:
    """The activations of a range: thirds of the largest; "top" and "random" are of all."""
    if of == "upper":
        return largest * 2 / 3, largest
    return (largest / 3, largest * 2 / 3) if of == "middle" else (0.0, largest)


def _group(found: Activations, of: Range, positions: I32, values: F32, chance: np.random.Generator) -> Group:
    low, high = bounds(of, float(values.max()))
    within = np.flatnonzero((values > low) & (values <= high))
    if of == "top":
        chosen = within[_apart(found, positions[within], values[within], SHOWN[of])]
    else:
        drawn = chance.permutation(len(within))[: SHOWN[of]]
        chosen = within[drawn[np.argsort(-values[within[drawn]], kind="stable")]]
    width = BEFORE + 1 + AFTER
    ids, around = np.full((len(chosen), width), -1, np.int32), np.full((len(chosen), width), np.nan, np.float32)
    titles = []
    for row, at in enumerate(positions[chosen].tolist()):
        number, begin, end = found.window(at)
        low_at, high_at = max(begin, at - BEFORE), min(end, at + AFTER + 1)
        goal = slice(low_at - at + BEFORE, high_at - at + BEFORE)
        ids[row, goal], around[row, goal] = found.token_ids[low_at:high_at], 0.0
        part = slice(*np.searchsorted(positions, (low_at, high_at)).tolist())
        around[row, positions[part] - at + BEFORE] = values[part]
        titles.append(found.titles[int(found.source[number])])
    return Group(of, low, high, len(within), ids, around, tuple(titles))


def _apart(found: Activations, positions: I32, values: F32, count: int) -> I64:
    """The strongest places, but one in each piece as long as there are others: a passage would fill the list."""
    order = strongest(values, 20 * count)
    pieces = np.searchsorted(found.starts, positions[order], side="right")
    first = np.sort(np.unique(pieces, return_index=True)[1])[:count]
    rest = np.setdiff1d(np.arange(len(order)), first)[: count - len(first)]
    chosen: I64 = order[np.sort(np.concatenate([first, rest]))]
    return chosen


def _tokens(found: Activations, positions: I32, values: F32) -> tuple[I32, F32, I32, F32]:
    """The tokens that the sum of activations falls on: ids, shares of it, positions, and share of the token's own."""
    if not len(positions):
        return np.empty(0, np.int32), np.empty(0, np.float32), np.empty(0, np.int32), np.empty(0, np.float32)
    ids, which = np.unique(found.token_ids[positions], return_inverse=True)
    sums, counts = np.bincount(which, values.astype(np.float64)), np.bincount(which)
    order = np.argsort(-sums, kind="stable")[:TOKENS]
    counted = found.token_ids[found.counted.astype(bool)]
    all_of = np.array([int((counted == token).sum()) for token in ids[order].tolist()])
    return (
        ids[order].astype(np.int32), (sums[order] / sums.sum()).astype(np.float32), counts[order].astype(np.int32),
        (counts[order] / np.maximum(all_of, 1)).astype(np.float32),
    )  # fmt: skip


def _partners(
    found: Activations, feature: int, positions: I32, chance: np.random.Generator
) -> tuple[I32, F32, F32, I32, float]:  # fmt: skip
    """Features that are active at the same positions: phi, lift and how often; and the largest phi by chance."""
    together = _active_at(found, positions)
    phi = phi_of(found, together, len(positions))
    phi[feature] = -np.inf
    order = np.argsort(-phi, kind="stable")[:PARTNERS]
    order = order[together[order] > 0]
    n, own, others = found.n_counted, len(positions), np.diff(found.ends)
    lift = together[order] * n / np.maximum(own * others[order], 1)
    counted = np.flatnonzero(found.counted)
    shifted = []
    for step in chance.integers(1, max(len(counted), 2), SHIFTS).tolist() if own else ():
        moved = counted[(np.searchsorted(counted, positions) + step) % len(counted)]
        chances = phi_of(found, _active_at(found, moved.astype(np.int32)), own)
        chances[feature] = -np.inf
        shifted.append(float(chances.max()))
    return (
        order.astype(np.int32), phi[order].astype(np.float32), lift.astype(np.float32),
        together[order].astype(np.int32), float(np.mean(shifted)) if shifted else 0.0,
    )  # fmt: skip


def _active_at(found: Activations, positions: I32) -> I64:
    """[n] at how many of the positions each feature is active."""
    begin, end = found.row_ends[positions], found.row_ends[positions + 1]
    lengths = end - begin
    if not lengths.sum():
        return np.zeros(found.width, np.int64)
    index = np.repeat(begin - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(lengths.sum())
    return np.bincount(found.row_features[index], minlength=found.width)


def phi_of(found: Activations, together: I64, own: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """[n] correlation of "is active" between a feature that is active at `own` positions and every feature."""
    n, others = float(found.n_counted), np.diff(found.ends).astype(np.float64)
    spread = own * (n - own) * others * (n - others)
    return (n * together - own * others) / np.sqrt(np.maximum(spread, 1e-12)) * (spread > 0)
