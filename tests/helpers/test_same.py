"""Deep equality finds what differs and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from tests.helpers.same import difference, same


@dataclass(frozen=True, eq=False)
class Part:
    value: Any


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1),
        (float("nan"), float("nan")),
        (np.array([1.0, np.nan]), np.array([1.0, np.nan])),
        (Part(np.arange(3)), Part(np.arange(3))),
        ((Part("a"), {"k": [1]}), (Part("a"), {"k": [1]})),
        (frozenset({1}), frozenset({1})),
        (None, None),
    ],
)
def test_equal(one: Any, other: Any) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        (1, 2, "frame"),
        (1, 1.0, "int against float"),
        (Part(np.arange(3)), Part(np.arange(4)), "frame.value"),
        (Part(np.zeros(1, np.float32)), Part(np.zeros(1)), "float32"),
        ({"k": (1, 2)}, {"k": (1, 3)}, "['k'][1]"),
        ([1], [1, 2], "entries"),
        ({"a": 1}, {"b": 1}, "keys"),
    ],
)
def test_different(one: Any, other: Any, where: str) -> None:
    assert where in str(difference(one, other))
