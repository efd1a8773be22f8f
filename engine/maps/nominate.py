"""The k largest of many values, found in about one pass.

The values are laid out as `BLOCK` rows; the k-th largest of the column maxima bounds the k-th largest value from below,
and only columns whose maximum reaches it can hold a nominee. A maximum over rows is one comparison of long vectors at
a time, which a processor does as fast as it reads; sorting or partitioning all values takes several times as long.
"""

from __future__ import annotations

import numpy as np

from engine.records import F32, I64

BLOCK = 64
_WORTHWHILE = 4  # columns for each of the k wanted: below that a partition of all values is as good


def nominees(values: F32, k: int, slack: float = 0.0, least: float = -np.inf) -> I64:
    """Indices [m], rising, among which are the k largest of `values` [N] and whatever is within `slack` of the k-th.

    Values under `least` are never among them, so there may be fewer than k.
    """
    columns = len(values) // BLOCK
    if columns < _WORTHWHILE * k:
        bound = float(np.partition(values, -k)[-k]) if len(values) > k else -np.inf
        return np.flatnonzero(values >= max(bound - slack, least))
    blocks = values[: BLOCK * columns].reshape(BLOCK, columns)
    maxima = blocks.max(axis=0)  # [columns]
    bound = max(float(np.partition(maxima, -k)[-k]) - slack, least)
    picked = np.flatnonzero(maxima >= bound)
    rows, which = np.nonzero(blocks[:, picked] >= bound)
    rest = BLOCK * columns + np.flatnonzero(values[BLOCK * columns :] >= bound)
    found: I64 = np.sort(np.concatenate([rows * columns + picked[which], rest]))
    return found
