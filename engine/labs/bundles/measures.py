"""How far samples are apart at each step, and which of them go together. Numpy and scikit-learn."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.labs.bundles.records import DRAWS
from engine.records import F32, I32

F64 = npt.NDArray[np.float64]
MOST_GROUPS = 6


def distances(states: F32) -> F64:
    """[n, n] 1 - cosine of states [n, D]; 0 on the diagonal."""
    wide = states.astype(np.float64)
    wide /= np.maximum(np.linalg.norm(wide, axis=-1, keepdims=True), 1e-12)
    apart: F64 = np.clip(1.0 - wide @ wide.T, 0.0, 2.0)
    np.fill_diagonal(apart, 0.0)
    return apart


def spread(apart: F64, seed: int = 0) -> tuple[float, float, float]:
    """Mean over pairs of [n, n] distances with its 95 % interval; NaN where there is no pair.

    The interval is a percentile bootstrap over samples: pairs of a sample with itself, which a draw with replacement
    makes, are left out.
    """
    n = len(apart)
    if n < 2:
        return (float("nan"),) * 3
    mean = float(apart.sum() / (n * (n - 1)))
    times = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), DRAWS).astype(np.float64)  # [DRAWS, n]
    pairs = n**2 - (times**2).sum(1)
    sums = np.einsum("bi,ij,bj->b", times, apart, times)
    found = sums[pairs > 0] / pairs[pairs > 0]
    low, high = np.quantile(found, (0.025, 0.975))
    return mean, float(low), float(high)


def parted_at(values: F32) -> int:
    """The first step at which half of the largest value is reached; -1 where nothing is apart."""
    known = np.nan_to_num(values, nan=-1.0)
    top = float(known.max(initial=0.0))
    return int(np.argmax(known >= top / 2)) if top > 1e-9 else -1


def groups(states: F32) -> tuple[I32, I32, float]:
    """([n] group of each of states [n, D], [G] the most typical of each group, how well they are apart).

    Average linkage on cosine distances; of 2 to `MOST_GROUPS` groups, as many as give the best silhouette.
    """
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.metrics import silhouette_score

    apart, n = distances(states), len(states)
    best, score = np.zeros(n, np.int32), float("nan")
    if n > 2 and apart.max() > 1e-9:
        for k in range(2, min(MOST_GROUPS, n - 1) + 1):
            labels = AgglomerativeClustering(k, metric="precomputed", linkage="average").fit_predict(apart)
            found = float(silhouette_score(apart, labels, metric="precomputed"))
            if not found <= score:
                best, score = labels.astype(np.int32), found
    sizes = np.bincount(best)
    rank = np.argsort(np.argsort(-sizes, kind="stable"), kind="stable")
    ordered = rank[best].astype(np.int32)
    members = [np.flatnonzero(ordered == group) for group in range(len(sizes))]
    typical = [int(own[apart[np.ix_(own, own)].sum(1).argmin()]) for own in members]
    return ordered, np.array(typical, np.int32), score
