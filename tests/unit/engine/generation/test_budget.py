"""The memory rule: judged as a whole, in order, and for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.capture.anatomy import Anatomy
from engine.capture.recognise import describe
from engine.generation.budget import MemoryBudget, attention_bytes
from tests.helpers.families import FAMILIES


@pytest.fixture(scope="module")
def anatomy() -> Anatomy:
    return describe(FAMILIES["llama"]())


def test_attention_bytes_are_those_of_the_chunks_sent(anatomy: Anatomy) -> None:
    heads = anatomy.n_layers * anatomy.n_heads * 4
    assert attention_bytes(anatomy, 0, 8, 8) == heads * 64
    assert attention_bytes(anatomy, 0, 8, 3) == heads * (3 * 3 + 3 * 6 + 2 * 8)
    assert attention_bytes(anatomy, 5, 1, 1) == heads * 6


def test_a_quantity_that_did_not_fit_once_is_not_recorded_again(anatomy: Anatomy) -> None:
    neurons = anatomy.n_layers * anatomy.d_mlp * 4
    budget = MemoryBudget(anatomy, 5 * neurons)
    budget.admit(0, 4, 4)
    seen = [budget.neurons]
    for start, count in ((4, 2), (6, 1)):
        budget.admit(start, count, count)
        seen.append(budget.neurons)
    assert seen == [True, False, False]


def test_what_the_model_lacks_is_not_recorded(anatomy: Anatomy) -> None:
    poor = replace(anatomy, missing={"attn": "none", "neurons": "none"})
    budget = MemoryBudget(poor, 2**40)
    budget.admit(0, 1, 1)
    assert (budget.attn, budget.neurons) == (False, False)
