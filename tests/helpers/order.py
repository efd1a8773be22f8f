"""Another order of the tests, to find those that lean on what was run before them: `pytest --shuffle SEED`."""

from __future__ import annotations

import itertools
import random

import pytest


def shuffle(items: list[pytest.Item], seed: int) -> None:
    """Change the order of the files, and of the tests within each; what a file shares is still made once."""
    chance = random.Random(seed)
    files = [list(group) for _, group in itertools.groupby(items, key=lambda item: item.path)]
    chance.shuffle(files)
    for tests in files:
        chance.shuffle(tests)
    items[:] = itertools.chain.from_iterable(files)
