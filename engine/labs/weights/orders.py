"""In which order rows and columns are shown: by length, beside what is alike, or by what they are to the model.

By similarity: clustered by cosine distance, average linkage, and laid out as the tree's leaves (`scipy`). Of more than
`CLUSTERED` rows a sample is clustered, drawn with a fixed seed, and every other row stands beside the one of the sample
that it is most like. The shuffled control is put into order in the same way: sorting finds an order in noise too.
"""

from __future__ import annotations

import numpy as np
from scipy.cluster.hierarchy import leaves_list, linkage

from engine.labkit.workbench import Workbench
from engine.labs.weights.records import Axis, Order
from engine.labs.weights.source import Source
from engine.records import F32, I32, I64, U8
from engine.sentences import say

CLUSTERED = 1500
FEATURES = 1024  # of a row's weights that are compared, evenly spread, where there are more
NONE: I32 = np.empty(0, np.int32)


def norms(source: Source, across: bool, bench: Workbench) -> F32:
    """[rows] Euclidean length of each row, or of each column where `across`; what is not finite counts as 0."""
    squares = np.zeros(source.columns if across else source.rows)
    for top, bottom in source.bands(bench, say("Measuring rows and columns")):
        values = np.nan_to_num(source.read(top, bottom, 0, source.columns)).astype(np.float64) ** 2
        if across:
            squares += values.sum(0)
        else:
            squares[top:bottom] = values.sum(1)
    return np.sqrt(squares).astype(np.float32)


def by_norm(source: Source, across: bool, bench: Workbench) -> I32:
    """Longest first; of equal ones the first."""
    return np.argsort(-norms(source, across, bench), kind="stable").astype(np.int32)


def by_similarity(source: Source, across: bool, bench: Workbench) -> tuple[I32, int]:
    """The order, and how many were clustered where that is not all of them, else 0."""
    n, others = (source.columns, source.rows) if across else (source.rows, source.columns)
    if n < 3:
        return NONE, 0
    compared = _spread(others, FEATURES)
    some = n > CLUSTERED
    sampled = np.sort(np.random.default_rng(0).choice(n, CLUSTERED, replace=False)) if some else np.arange(n)
    bench.progress(say("Clustering rows and columns"), 0, 0)
    sample = _unit(_vectors(source, across, sampled, compared))
    apart = np.maximum(1.0 - (sample @ sample.T).astype(np.float64), 0.0)
    leaves = leaves_list(linkage(apart[np.triu_indices(len(apart), 1)], "average"))
    if not some:
        return leaves.astype(np.int32), 0
    place = np.empty(len(sampled), np.int64)
    place[leaves] = np.arange(len(sampled))
    beside, like = np.empty(n, np.int64), np.empty(n)
    for low in range(0, n, 2048):
        rows = np.arange(low, min(low + 2048, n))
        alike = _unit(_vectors(source, across, rows, compared)) @ sample.T
        nearest = alike.argmax(1)
        beside[rows], like[rows] = place[nearest], alike[np.arange(len(rows)), nearest]
    return np.lexsort((-like, beside)).astype(np.int32), len(sampled)


def _spread(n: int, most: int) -> I64:
    return np.unique(np.linspace(0, n - 1, min(n, most)).round().astype(np.int64))


def _vectors(source: Source, across: bool, which: I64, compared: I64) -> F32:
    """[which, compared] weights of some rows, or of some columns."""
    values = source.picked(compared, which).T if across else source.picked(which, compared)
    found: F32 = np.nan_to_num(values)
    return found


def _unit(vectors: F32) -> F32:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: F32 = vectors / np.maximum(lengths, np.float32(1e-30))
    return found


def by_role(axis: Axis, lengths: F32, cosines: F32 | None, kinds: U8 | None) -> I32:
    """Heads whole, the longest first; neurons by the cosine of what they read and write; tokens by their kind.

    `lengths` [n] of the rows. What is neither of these, or of which this is not known, stays as it is stored.
    """
    order = np.arange(axis.n)
    start = 0
    for piece in axis.pieces:
        inside = np.arange(start, start + piece.n)
        if piece.kind in ("head", "kv head") and piece.n % piece.width == 0:
            of_heads = (lengths[inside].reshape(-1, piece.width).astype(np.float64) ** 2).sum(1)
            best = np.argsort(-of_heads, kind="stable")
            order[inside] = (start + best[:, None] * piece.width + np.arange(piece.width)).ravel()
        elif piece.kind == "neuron" and cosines is not None and len(cosines) == piece.n:
            order[inside] = start + np.argsort(-cosines, kind="stable")
        elif piece.kind == "token" and kinds is not None:
            order[inside] = start + np.argsort(_padded(kinds, piece.n), kind="stable")
        start += piece.n
    return order.astype(np.int32)


def _padded(kinds: U8, n: int) -> U8:
    """Rows that no token has stand last."""
    found = np.full(n, np.uint8(255))
    found[: min(n, len(kinds))] = kinds[:n]
    return found


def is_known(order: Order, axis: Axis) -> bool:
    """Whether ordering this axis so changes anything: residual dimensions and positions have no role of their own."""
    return order != "role" or any(piece.kind in ("head", "kv head", "neuron", "token") for piece in axis.pieces)
