"""Past moments of a training: the weights at some of its steps, at most so many numbers in all.

Which steps are kept follows from their numbers alone, so that a training in slices keeps what an uninterrupted one
does: every `every`-th; every other one goes where there are too many.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from engine.nets.records import I64
from engine.records import F32

NUMBERS: Final = 65_536  # of all moments together: a slice hands them on
LEAST, MOST = 4, 100  # moments


class History:
    """The weights [n] of one net at some steps, rising."""

    def __init__(self, n_weights: int) -> None:
        self.every = 1
        self._most = min(max(NUMBERS // max(n_weights, 1), LEAST), MOST)
        self._n_weights = n_weights
        self._kept: list[tuple[int, F32]] = []

    def is_due(self, step: int) -> bool:
        """Whether the weights after so many steps are kept."""
        return step % self.every == 0

    def add(self, step: int, weights: F32) -> None:
        """Keep the weights after `step` steps, of which `is_due` said so."""
        self._kept.append((step, weights))
        while len(self._kept) > self._most:
            self.every *= 2
            self._kept = [it for it in self._kept if it[0] % self.every == 0]

    @property
    def steps(self) -> I64:
        """[H]"""
        return np.array([step for step, _ in self._kept], np.int64)

    @property
    def weights(self) -> F32:
        """[H, n_weights]"""
        rows = [weights for _, weights in self._kept]
        return np.stack(rows) if rows else np.empty((0, self._n_weights), np.float32)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """All that is needed to go on."""
        return {"history.step": self.steps, "history.weights": self.weights,
                "history.every": np.array([self.every], np.int64)}  # fmt: skip

    def take(self, arrays: dict[str, npt.NDArray[Any]]) -> None:
        """What `arrays` gave."""
        self.every = int(arrays["history.every"][0])
        rows = np.asarray(arrays["history.weights"], np.float32)
        self._kept = [(int(step), row) for step, row in zip(arrays["history.step"], rows, strict=True)]
