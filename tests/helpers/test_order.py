"""Shuffled tests are the same tests, file by file, and every process that is told the same seed agrees."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.helpers.order import shuffle


def shuffled(seed: int) -> list[tuple[Path, int]]:
    items = [SimpleNamespace(path=Path(name), number=number) for name in "abcdefgh" for number in range(9)]
    given = cast(list[pytest.Item], items)
    shuffle(given, seed)
    return [(item.path, item.number) for item in items]


def test_a_file_stays_together_and_nothing_is_lost() -> None:
    met = [path for path, _ in shuffled(1)]
    changes = sum(one != other for one, other in itertools.pairwise(met))
    assert changes == len(set(met)) - 1
    assert sorted(shuffled(1)) == sorted(shuffled(2))


def test_files_and_tests_change_places_as_the_seed_says() -> None:
    assert shuffled(1) == shuffled(1)
    assert shuffled(1) != shuffled(2)
    assert [path for path, _ in shuffled(1)] != [path for path, _ in shuffled(2)]
    assert [number for _, number in shuffled(1)[:9]] != list(range(9))
