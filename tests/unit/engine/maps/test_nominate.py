"""Nominees hold the k largest values, whatever the length, and little else."""

import numpy as np
import pytest

from engine.maps.nominate import BLOCK, nominees


@pytest.mark.parametrize("n", [1, 15, 16, BLOCK * 64 - 1, BLOCK * 64, BLOCK * 80 + 7, 49_152])
@pytest.mark.parametrize("levels", [7, 10**6])
def test_the_k_largest_are_among_the_nominees(n: int, levels: int) -> None:
    values = np.random.default_rng(n).integers(0, levels, n).astype(np.float32)  # few levels: many ties
    found = nominees(values, 16)
    kth = np.sort(values)[-min(16, n)]
    assert np.array_equal(found, np.unique(found))
    assert set(np.flatnonzero(values >= kth)) <= set(found)


def test_slack_adds_those_close_to_the_kth_and_the_least_value_keeps_others_out() -> None:
    values = np.linspace(0, 1, BLOCK * 100, dtype=np.float32)
    close = set(np.flatnonzero(values >= values[-16] - 0.01))
    assert close <= set(nominees(values, 16, slack=0.01))
    values[:-3] = -np.inf
    assert list(nominees(values, 16, least=-2.0)) == list(range(BLOCK * 100 - 3, BLOCK * 100))


def test_few_more_than_the_k_largest_are_nominated() -> None:
    values = np.random.default_rng(0).standard_normal(49_152).astype(np.float32)
    assert 16 <= len(nominees(values, 16)) < 64
