"""The chance of being drawn that temperature, penalty and filters leave each candidate, from what a record keeps.

A record has the K likeliest tokens with logits and untempered probabilities. The rest is known exactly where the
whole distribution was asked for; otherwise its mass is known (what K leave) and taken as spread evenly, and the
result says that it is an estimate. The order is the engine's: penalty, temperature, top-k, top-p, min-p.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.records import F32, I32, Bools, Sampling

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Odds:
    """What sampling makes of the candidates."""

    chances: F32  # [K] chance of being drawn, 0 where cut
    survive: Bools  # [K] whether the filters leave the candidate in
    n_survivors: int  # of the whole vocabulary
    exact: bool  # False: the tokens past K were taken as equally likely


def odds(ids: I32, logits: F32, probs: F32, vocab: int, sampling: Sampling, seen: I32, full: F32 | None = None) -> Odds:
    """The odds of candidates `ids`, `logits`, `probs` [K]; `full` [V] is the whole distribution where known."""
    norm = float(logits[0]) - float(np.log(max(float(probs[0]), 1e-30)))  # logit = log p + norm
    with np.errstate(divide="ignore"):
        if full is not None:
            scores = np.log(full.astype(np.float64)) + norm  # [V]
            where = ids.astype(np.int64)
            seen_at = np.unique(seen).astype(np.int64)
        else:
            n_rest = max(vocab - len(ids), 0)
            rest = max(1.0 - float(probs.sum(dtype=np.float64)), 0.0)
            level = np.log(rest / n_rest) + norm if n_rest and rest > 0 else -np.inf
            scores = np.concatenate([logits.astype(np.float64), np.full(n_rest, level)])  # [V], candidates first
            where = np.arange(len(ids))
            seen_at = np.nonzero(np.isin(ids, seen))[0]
    chances = _drawn(_penalised(scores, seen_at, sampling.repetition_penalty), sampling)
    survive = chances > 0
    untouched = sampling.temperature in (0.0, 1.0) and sampling.repetition_penalty == 1.0
    n_survivors = int(survive.sum())
    exact = full is not None or (untouched and n_survivors <= len(ids)) or len(ids) >= vocab
    return Odds(chances[where].astype(np.float32), survive[where], n_survivors, exact)


def _penalised(scores: F64, seen: npt.NDArray[np.int64], penalty: float) -> F64:
    if penalty != 1.0 and len(seen):
        scores = scores.copy()
        scores[seen] = np.where(scores[seen] > 0, scores[seen] / penalty, scores[seen] * penalty)
    return scores


def _drawn(scores: F64, sampling: Sampling) -> F64:
    """Chances [V] after temperature and filters, summing to 1."""
    if sampling.temperature == 0.0:
        chances = np.zeros_like(scores)
        chances[int(scores.argmax())] = 1.0
        return chances
    powers = np.exp((scores - scores.max()) / sampling.temperature)
    powers /= powers.sum()
    floor = sampling.min_p * float(powers.max())
    if 0 < sampling.top_k < len(powers):
        floor = max(floor, float(np.partition(powers, -sampling.top_k)[-sampling.top_k]))
    if sampling.top_p < 1.0:
        floor = max(floor, _top_p_floor(powers, sampling))
    kept = np.where(powers >= floor * (1 - 1e-9), powers, 0.0)
    return np.asarray(kept / kept.sum())


def _top_p_floor(powers: F64, sampling: Sampling) -> float:
    """The smallest probability that top-p keeps, counted among those top-k left."""
    falling = np.sort(powers)[::-1]
    if 0 < sampling.top_k < len(falling):
        falling = falling[: sampling.top_k]
    reached = np.cumsum(falling) / falling.sum()
    return float(falling[min(int(np.searchsorted(reached, sampling.top_p)), len(falling) - 1)])
