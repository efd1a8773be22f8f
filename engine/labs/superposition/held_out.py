"""Folds over a table of two properties: each leaves out whole combinations, and knows every row and column."""

from __future__ import annotations

import numpy as np

from engine.labs.superposition.records import I64


def folds(firsts: int, seconds: int) -> I64:
    """Which fold leaves out each combination, as in a Latin square: at most one of a row and column.  # [k * s]"""
    rows, columns = np.divmod(np.arange(firsts * seconds), seconds)
    return np.asarray((rows + columns) % max(firsts, seconds), np.int64)


def read_held_out(points: np.ndarray, labels: I64, fold: I64) -> I64:
    """What a linear probe reads for each point [n, d] by those of the other folds; labels and folds [n].

    Ridge regression on each label's indicator (scikit-learn's RidgeClassifier). Where the other folds hold one label
    only, that is what is read.
    """
    from sklearn.linear_model import RidgeClassifier

    points, found = in_fewer_dimensions(points), np.empty(len(points), np.int64)
    for held in np.unique(fold):
        test = fold == held
        known = np.unique(labels[~test])
        if len(known) < 2:
            found[test] = known[0] if len(known) else -1
            continue
        probe = RidgeClassifier(alpha=1.0).fit(points[~test], labels[~test])
        found[test] = probe.predict(points[test])
    return found


def in_fewer_dimensions(points: np.ndarray) -> np.ndarray:
    """The same points in the space that they span: ridge regression does not change, and is fitted faster. [n, d]"""
    n, d = points.shape
    if d <= n:
        return points
    left, sizes, _ = np.linalg.svd(points.astype(np.float64), full_matrices=False)
    return np.asarray(left * sizes)  # [n, n]
