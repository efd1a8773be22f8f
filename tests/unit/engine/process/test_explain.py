"""Failures as a person reads them."""

from __future__ import annotations

import pytest
import torch

from engine.errors import InputRefused
from engine.process.explain import failed


def test_an_error_of_ours_speaks_for_itself() -> None:
    answer = failed(4, InputRefused("The prompt is empty."))
    assert (answer.request_id, answer.kind, answer.sentence) == (4, "InputRefused", "The prompt is empty.")
    assert "InputRefused" in answer.detail


@pytest.mark.parametrize(
    ("error", "amount"),
    [
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB. GPU 0 has 79 GiB"), "20.00 GiB"),
        (
            RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 1610612736 bytes."),
            "1.5 GiB",
        ),
        (MemoryError(), "more memory"),
        (MemoryError("Unable to allocate 3.00 GiB for an array"), "3.00 GiB"),
    ],
)
def test_too_little_memory_says_how_much_was_asked_for(error: BaseException, amount: str) -> None:
    answer = failed(1, error)
    assert answer.kind == "OutOfMemory"
    assert amount in answer.sentence


def test_a_fault_is_told_as_one_with_its_trace() -> None:
    try:
        raise KeyError("x")
    except KeyError as error:
        answer = failed(1, error)
    assert answer.kind == "Fault"
    assert "KeyError" in answer.sentence
    assert "test_explain" in answer.detail
