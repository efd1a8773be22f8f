"""What a dictionary on its way looks like: how dense its latents are, how its directions lie, what they fire at."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import normalize

from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.measures import NUMBERS_AT_ONCE, Held
from engine.dictionaries.records import Activity
from engine.labs.dictionary_training.records import FORMING, Context, Densities, Forming, Geometry

BINS = 30
COMPARED = 512  # decoder rows that are compared with all others
CONTEXTS, AROUND = 4, 8  # contexts of a feature, and tokens before and behind its peak
DENSE = 0.02  # share of the positions: a denser latent is not chosen to be watched


def densities(activity: Activity) -> Densities:
    """The histogram of log10 of the share of positions, from one position alone to all."""
    alive = activity.density[activity.density > 0].astype(np.float64)
    edges = np.linspace(np.log10(1 / activity.positions), 0.0, BINS + 1)
    logs = np.clip(np.log10(alive), edges[0], edges[-1])  # rounding leads a hair beside the ends
    counts = np.histogram(logs, edges)[0]
    return Densities(edges, counts.astype(np.int64), int((activity.density == 0).sum()), activity.positions)


def geometry(w_dec: Tensor, seed: int) -> Geometry:
    """The nearest other row of some rows [n, D], drawn by the seed, and of as many random directions."""
    n, d = w_dec.shape
    draw = torch.Generator().manual_seed(seed)
    which = torch.randperm(n, generator=draw)[:COMPARED].to(w_dec.device)
    chance = torch.randn(n, d, generator=draw).to(w_dec.device)
    own, random = (_nearest(normalize(rows, dim=1), which) for rows in (w_dec, chance))
    edges = np.linspace(0.0, 1.0, 2 * BINS + 1)
    share, of_random = (np.histogram(np.clip(it, 0, 1), edges)[0] / len(it) for it in (own, random))
    return Geometry(edges, share, of_random, float(np.median(own)), float(np.median(random)), len(own))


def _nearest(rows: Tensor, which: Tensor) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    cosines = rows[which] @ rows.T
    cosines[torch.arange(len(which), device=rows.device), which] = -1.0
    return np.asarray(cosines.amax(1).cpu().double().numpy())


def to_watch(activity: Activity, before: tuple[int, ...], seed: int) -> tuple[int, ...]:
    """The features that were watched and are alive, filled up with others that are neither dead nor everywhere."""
    alive = [feature for feature in before if activity.density[feature] > 0]
    few = max(3, CONTEXTS) / activity.positions
    fit = np.flatnonzero((activity.density >= few) & (activity.density <= max(DENSE, few)))
    drawn = np.random.default_rng((seed, 5)).permutation(fit if len(fit) else np.flatnonzero(activity.density > 0))
    others = [int(feature) for feature in drawn if feature not in alive]
    return tuple((alive + others)[:FORMING])


def forming(dictionary: Dictionary, held: Held, features: tuple[int, ...]) -> tuple[Forming, ...]:
    """The features' activations over held-out pieces: density, largest, and where they are most active."""
    if not features:
        return ()
    kept = held.kept(dictionary)  # [H, t]
    which = torch.tensor(features, device=dictionary.w_enc.device)
    parts = held.raw.reshape(-1, held.raw.shape[-1]).split(max(1, NUMBERS_AT_ONCE // dictionary.width))
    found = torch.cat([dictionary.encode_some(part, which) for part in parts])
    values = (found.view(*kept.shape, -1) * kept[..., None].to(found.device)).cpu().numpy()  # [H, t, m]
    positions = int(kept.sum())
    return tuple(_one(held, values[..., at], feature, positions) for at, feature in enumerate(features))


def _one(
    held: Held, values: np.ndarray[tuple[int, ...], np.dtype[np.float32]], feature: int, positions: int
) -> Forming:
    peaks = values.argmax(1)  # of each piece: one context a piece
    best = np.argsort(-values.max(1), kind="stable")[:CONTEXTS]
    contexts = []
    for piece in best:
        peak = int(peaks[piece])
        low, high = max(0, peak - AROUND), min(values.shape[1], peak + AROUND + 1)
        if values[piece, peak] > 0:
            contexts.append(
                Context(held.ids[piece, low:high].copy(), values[piece, low:high].astype(np.float32), peak - low)
            )
    return Forming(feature, float((values > 0).sum() / positions), float(values.max()), tuple(contexts))
