"""The loop of a training: step, look where a look is due, tell now and then, and end between two steps.

A pause, a stop and the end of a slice are the same to it: `carry_on` says no. It is asked between steps and may wait.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

TELL_EVERY = 0.25  # seconds between reports, at least


class Steps(Protocol):
    """A training as the loop sees it."""

    @property
    def step(self) -> int:
        """How many steps were made."""

    @property
    def last(self) -> int:
        """How many are made in all."""

    def advance(self) -> float:
        """Make one, and return its loss."""

    def look_is_due(self) -> bool:
        """Whether the held-out examples are looked at after the step made last."""

    def look(self, loss: float) -> None:
        """Look at them, keep what is to be kept, and report."""

    def tell(self, loss: float) -> None:
        """Report without a look."""


def run_steps(training: Steps, carry_on: Callable[[], bool] = lambda: True, tell_every: float = TELL_EVERY) -> bool:
    """Train until the last step or until `carry_on` says no; whether the last step is made."""
    told_at = 0.0
    while training.step < training.last and carry_on():
        loss = training.advance()
        if training.look_is_due():
            training.look(loss)
            told_at = time.monotonic()
        elif time.monotonic() - told_at >= tell_every:
            training.tell(loss)
            told_at = time.monotonic()
    return training.step >= training.last


@dataclass
class Pace:
    """How fast it goes, over the last seconds; looks and pauses are not counted."""

    each: int  # examples in a step
    seconds: float = 0.0  # spent training
    speed: float = 0.0  # examples a second

    @contextmanager
    def step(self) -> Iterator[None]:
        """Around one step that is made."""
        started = time.perf_counter()
        yield
        took = max(time.perf_counter() - started, 1e-9)
        self.seconds += took
        speed = self.each / took
        self.speed = speed if not self.speed else 0.95 * self.speed + 0.05 * speed

    def left(self, steps: int) -> float:
        """Seconds that so many steps take; NaN where none was made yet."""
        return steps * self.each / self.speed if self.speed else float("nan")
