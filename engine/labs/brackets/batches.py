"""Training batches without padding: each step draws a few lengths, and many strings of each.

A step's `batch` strings come in `groups` equal groups of one length each. The numbers of pairs are drawn by stratified
sampling (group g takes the quantile (g + u) / groups of the uniform distribution over 0..max_pairs, u uniform), so
every length stays equally likely while each step sees short and long strings. The generator of a step is seeded by
(seed, step) and nothing else: a resumed training draws what the uninterrupted one would have drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.language import END, HELD_OUT_FROM, HELD_OUT_SHARE, START, Language, draw, held_out

I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Lengths:
    """The distribution of lengths: pairs uniform on 0..max_pairs."""

    max_pairs: int

    def __str__(self) -> str:
        return f"pairs of brackets uniform on 0 to {self.max_pairs} (strings of 0 to {2 * self.max_pairs} brackets)"


def stratified_pairs(lengths: Lengths, groups: int, rng: np.random.Generator) -> I64:
    """One number of pairs for each group; over many steps each of 0..max_pairs is equally likely.  # [groups]"""
    quantiles = (np.arange(groups) + rng.random(groups)) / groups
    return np.minimum((quantiles * (lengths.max_pairs + 1)).astype(np.int64), lengths.max_pairs)


def draw_split(count: int, pairs: int, rng: np.random.Generator, language: Language, held: bool) -> I64:
    """`count` uniform strings among those held out (or those not held out).  # [count, 2 * pairs]

    Below 5 pairs no string is held out: `held` then gives any of them.
    """
    wanted_held = held and pairs >= HELD_OUT_FROM
    size = 2 * HELD_OUT_SHARE * count if wanted_held else count + count // 8 + 8
    kept: list[I64] = []
    found = 0
    while found < count:
        ids = draw(size, pairs, rng, language)
        ids = ids[held_out(ids) == wanted_held]
        kept.append(ids)
        found += len(ids)
    return np.concatenate(kept)[:count]


def framed(ids: I64) -> tuple[I64, I64]:
    """Inputs (start, then the string) and targets (the string, then End).  # [b, n] -> two of [b, n + 1]"""
    start = np.full((len(ids), 1), START, np.int64)
    end = np.full((len(ids), 1), END, np.int64)
    return np.concatenate([start, ids], axis=1), np.concatenate([ids, end], axis=1)


def step_groups(
    lengths: Lengths, batch: int, groups: int, seed: int, step: int, language: Language
) -> Iterator[tuple[I64, I64]]:
    """The groups of one step: (inputs, targets), each [batch // groups, 2n + 1] for its own n."""
    rng = np.random.default_rng((seed, step))
    for pairs in stratified_pairs(lengths, groups, rng):
        yield framed(draw_split(batch // groups, int(pairs), rng, language, held=False))
