"""Remembering by identity."""

from __future__ import annotations

import numpy as np

from viz.memo import by_identity


def test_memo_goes_by_identity_and_forgets_the_oldest() -> None:
    calls: list[int] = []

    @by_identity(2)
    def total(values: np.ndarray[tuple[int], np.dtype[np.float64]], factor: int = 1) -> float:
        calls.append(1)
        return float(values.sum()) * factor

    one, equal = np.ones(3), np.ones(3)
    assert total(one) == total(one) == 3
    assert len(calls) == 1
    assert total(equal) == 3
    assert len(calls) == 2
    assert total(one, factor=2) == 6
    total(one)
    assert len(calls) == 4  # only two results are kept
