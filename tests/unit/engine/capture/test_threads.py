"""The suite runs on one thread; a person's model does not. What several threads compute is equal but for rounding."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from engine.capture.recorder import forward
from tests.helpers.families import sample_ids
from tests.helpers.subjects import apart, subject


@pytest.fixture
def three_threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("three_threads")
@pytest.mark.parametrize("family", ["llama", "gpt2", "bloom"])
def test_what_is_recorded_over_several_threads_is_what_one_records(family: str) -> None:
    made = subject(family)
    assert torch.get_num_threads() == 3
    several = forward(made.model, made.anatomy, sample_ids(made.ids.shape[0]), want=made.everything)
    torch.set_num_threads(1)
    one = forward(made.model, made.anatomy, made.ids, want=made.everything)
    for name in ("logits", "resid", "neurons", "attn"):
        assert apart(getattr(several, name), getattr(one, name)) < 1e-5, name
