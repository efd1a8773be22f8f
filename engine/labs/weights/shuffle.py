"""The control of a picture: the same weights, each at a place drawn by lot.

Up to `WHOLE` weights are shuffled as they are. Of more, which would take gigabytes a second time, row and column are
mixed in turns by tables of random numbers (a Feistel network over rows x columns; Luby and Rackoff 1988 show that four
turns of random tables cannot be told from a permutation drawn by lot): any part can be had by itself.
"""

from __future__ import annotations

import numpy as np

from engine.records import F32, I64

WHOLE = 2**25  # weights: 128 MiB
TURNS = 4
FEWEST = 64  # rows and columns that the tables mix well


def fits(rows: int, columns: int) -> bool:
    """Whether so many weights are shuffled as a whole."""
    return rows * columns <= WHOLE or min(rows, columns) < FEWEST


def shuffled(values: F32, seed: int) -> F32:
    """The same numbers, each at a place drawn by lot."""
    rows, columns = values.shape
    found: F32 = _drawn(rows, columns, seed).permutation(values.ravel()).reshape(values.shape)
    return found


class Places:
    """Where the weight comes from that stands at a place of the shuffled matrix, of one too large to be shuffled."""

    def __init__(self, rows: int, columns: int, seed: int) -> None:
        drawn = _drawn(rows, columns, seed)
        self._size = rows, columns
        self._tables = [(drawn.integers(0, rows, columns), drawn.integers(0, columns, rows)) for _ in range(TURNS)]

    def source(self, rows: I64, columns: I64) -> tuple[I64, I64]:
        """Row and column [len(rows), len(columns)] in the real matrix."""
        row, column = np.broadcast_arrays(rows[:, None], columns[None, :])
        for down, across in self._tables:
            row = (row + down[column]) % self._size[0]
            column = (column + across[row]) % self._size[1]
        return row, column


def _drawn(rows: int, columns: int, seed: int) -> np.random.Generator:
    return np.random.default_rng((seed, rows, columns))
