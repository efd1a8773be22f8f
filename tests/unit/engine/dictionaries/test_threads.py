"""The number of threads that is taken, by seconds that a test sets."""

from __future__ import annotations

import pytest
import torch

from engine.dictionaries.threads import fastest, on_threads


@pytest.mark.parametrize(("together", "taken"), [(0.5, 4), (0.95, 1), (2.0, 1)])
def test_more_are_taken_only_where_they_are_clearly_faster(
    monkeypatch: pytest.MonkeyPatch, together: float, taken: int
) -> None:
    now = [0.0]
    monkeypatch.setattr("engine.dictionaries.threads.time.perf_counter", lambda: now[0])
    seen: list[int] = []

    def work() -> None:
        seen.append(torch.get_num_threads())
        now[0] += 1.0 if torch.get_num_threads() == 1 else together

    before = torch.get_num_threads()
    assert fastest(work, 4) == taken
    assert set(seen) == {1, 4}
    assert torch.get_num_threads() == before


def test_one_thread_needs_no_trial() -> None:
    assert fastest(lambda: pytest.fail("it was tried"), 1) == 1


def test_threads_are_as_before_afterwards_also_where_it_fails() -> None:
    before = torch.get_num_threads()
    seen: list[int] = []

    def failing() -> None:
        with on_threads(before + 1):
            seen.append(torch.get_num_threads())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert seen == [before + 1]
    assert torch.get_num_threads() == before
