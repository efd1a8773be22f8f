"""A bench that goes on, and one trained example for all tests of this folder."""

from __future__ import annotations

import pytest

from engine.labkit.workbench import Bench
from engine.labs.superposition.records import ToyTrained, TrainToy
from engine.labs.superposition.toy_answers import train_toy


@pytest.fixture(scope="session")
def toy_bench() -> Bench:
    return Bench(lambda _doing, _done, _total: None, lambda: False)


@pytest.fixture(scope="session")
def default_training(toy_bench: Bench) -> list[ToyTrained]:
    """Every moment of the example that the view begins with."""
    found = [train_toy(TrainToy(), toy_bench)]
    while found[-1].then is not None:
        found.append(train_toy(found[-1].then, toy_bench))
    return found
