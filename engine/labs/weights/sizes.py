"""How the weights of a matrix are distributed, beside a normal distribution of the same mean and spread.

Two passes over bands of rows, in double precision: the second takes powers of the distance from the mean, so that
nothing is lost where the mean is far from 0.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.stats import norm

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.weights.records import AskSizes, Sizes
from engine.labs.weights.source import Source
from engine.records import F32
from engine.sentences import say

FAR = 3.0  # standard deviations


def sizes(source: Source, question: AskSizes, bench: Workbench) -> Sizes:
    """Counts, moments and extremes. Raises Stopped; InputRefused: no weight is a finite number."""
    if question.bins < 1:
        raise InputRefused(say("A histogram needs at least 1 bin, not {n}.", n=question.bins))
    low, high, total, count = np.inf, -np.inf, 0.0, 0
    for known in _bands(source, bench):
        low, high = min(low, float(known.min(initial=np.inf))), max(high, float(known.max(initial=-np.inf)))
        total, count = total + float(known.sum(dtype=np.float64)), count + known.size
    if not count:
        raise InputRefused(say("No weight of this matrix is a finite number. Choose another one."))
    mean = total / count
    reach = max(abs(low), abs(high)) or 1.0
    edges = np.linspace(-reach, reach, question.bins + 1)
    counts, powers, zeros = np.zeros(question.bins, np.int64), np.zeros(3), 0
    for known in _bands(source, bench):
        apart = known.astype(np.float64) - mean
        square = apart * apart
        powers += square.sum(), (square * apart).sum(), (square * square).sum()
        zeros += int((known == 0).sum())
        counts += np.histogram(known, edges)[0]
    variance, third, fourth = powers / count
    spread = float(np.sqrt(variance))
    told = spread > 1e-9 * abs(mean) and spread > 0
    beyond = 0
    if told:
        for known in _bands(source, bench):
            beyond += int((np.abs(known.astype(np.float64) - mean) > FAR * spread).sum())
    normal = np.diff(norm.cdf(edges, mean, spread)) if told else np.zeros(question.bins)
    return Sizes(
        edges.astype(np.float32), counts, (normal * count).astype(np.float32), mean, spread,
        float(third / spread**3) if told else float("nan"), float(fourth / spread**4 - 3) if told else float("nan"),
        low, high, beyond / count, float(2 * norm.sf(FAR)), zeros, source.rows * source.columns - count, count,
    )  # fmt: skip


def _bands(source: Source, bench: Workbench) -> Iterator[F32]:
    for top, bottom in source.bands(bench, say("Counting the weights")):
        values = source.read(top, bottom, 0, source.columns)
        yield values[np.isfinite(values)]
