"""How many of torch's threads a piece of work is fastest on: threads that wait spin, and may take what they bring."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import torch

CLEARLY: Final = 1.1  # times as fast as one thread, or one is taken
TURNS: Final = 2


@contextmanager
def on_threads(n: int) -> Iterator[None]:
    """Meanwhile torch computes on so many threads."""
    before = torch.get_num_threads()
    if n == before:
        yield
        return
    torch.set_num_threads(n)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def fastest(work: Callable[[], object], most: int | None = None) -> int:
    """1, or `most` threads (as many as torch is set to) where that was measured to be clearly faster."""
    most = torch.get_num_threads() if most is None else most
    if most <= 1:
        return 1
    alone, together = (_seconds(work, n) for n in (1, most))
    return most if alone > CLEARLY * together else 1


def _seconds(work: Callable[[], object], n: int) -> float:
    """The best of some turns."""
    with on_threads(n):
        work()
        took = []
        for _ in range(TURNS):
            began = time.perf_counter()
            work()
            took.append(time.perf_counter() - began)
    return min(took)
