"""An unchanged frame is known as such; whatever may differ is painted again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from viz.same_frame import same_frame


@dataclass(frozen=True, eq=False)
class Part:
    value: Any
    read: dict[str, int] = field(default_factory=dict)


def made() -> Iterator[Any]:
    """Values of every kind, made anew each time and all of them different."""
    yield from (1, 1.0, True, "1", b"1", None, (1,), [1], {"a": 1}, {"a": 2}, {"b": 1}, frozenset({1}), float("nan"))
    yield from (
        np.arange(3),
        np.arange(3.0),
        np.arange(4),
        np.array([0.0, np.nan]),
        np.array([0.0, 1.0]),
        np.array("a"),
    )
    yield from (Part(np.arange(3)), Part(np.ones(3)), (Part("a"), Part({"k": [1]})), (Part("a"), Part({"k": [2]})))


def test_equal_all_the_way_down_and_nothing_else() -> None:
    for at, one in enumerate(made()):
        for beside, other in enumerate(made()):
            assert same_frame(one, other) == (at == beside), (one, other)


def test_what_is_not_known_is_equal_to_itself_alone() -> None:
    one, other = object(), object()
    assert same_frame((one,), (one,))
    assert not same_frame((one,), (other,))


@pytest.mark.parametrize("changed", [1.5, np.nan])
def test_one_number_of_many_counts(changed: float) -> None:
    values, others = np.zeros((3, 4), np.float32), np.zeros((3, 4), np.float32)
    others[2, 3] = changed
    assert not same_frame(Part(values), Part(others))
