"""The true neighbours of many points of a space, found a part at a time: what was found stays while the space is open.

Each point is compared with all others (cosine in float32, exact), so the work grows with the square of their number.
They are taken in an order drawn by chance: whatever part is known is a sample of all, a search that was stopped goes on
where it was, and every layout of the space is measured with the same neighbours. A processor multiplies in numpy, a
graphics card in torch, which is where the model's matrix is compared with itself within seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import Stopped
from engine.maps.nominate import nominees
from engine.records import F32, I32, I64

if TYPE_CHECKING:
    import torch

IDS = 50  # neighbours of each point that are kept by name
REACHES = (20, 50, 150)  # ranks whose cosine is kept besides
BUDGET = 2e12  # multiplications of one search on a processor: half a minute to three on two cores
ON_CARD = 1e15  # and on a graphics card
_ENTRIES = 2**23  # cosines at once

Told = Callable[[int, int], None]


class NeighbourTable:
    """Neighbours among the rows `counted` [n] of `vectors` [N, D]; points count by their place in `counted`."""

    def __init__(self, vectors: F32, counted: I64, seed: int = 0) -> None:
        self.counted = counted
        self._vectors = vectors
        self._order = np.random.default_rng(seed).permutation(len(counted))
        self._ids: list[I32] = []
        self._reach: list[F32] = []
        self.known = 0

    @property
    def rows(self) -> I64:
        """[known] the points whose neighbours are known, in the order they were drawn."""
        return self._order[: self.known]

    @property
    def ids(self) -> I32:
        """[known, min(IDS, n - 1)] their nearest others, nearest first."""
        return np.concatenate(self._ids) if self._ids else np.empty((0, 0), np.int32)

    @property
    def reach(self) -> F32:
        """[known, 3] the cosine of their neighbours of the ranks REACHES; of the last one where there are fewer."""
        return np.concatenate(self._reach) if self._reach else np.empty((0, len(REACHES)), np.float32)

    def affordable(self, card: bool) -> int:
        """How many points one search may take."""
        one = max(len(self.counted) * self._vectors.shape[1], 1)
        return min(len(self.counted), max(1, int((ON_CARD if card else BUDGET) / one)))

    def grow(self, device: torch.device | None, stop: Callable[[], bool], told: Told) -> None:
        """Find the neighbours of as many points as are affordable, on a graphics card where one is given.

        Raises Stopped, and what was found until then stays.
        """
        wanted = self.affordable(device is not None)
        if self.known >= wanted:
            return
        unit = _unit(self._vectors, self.counted)  # [n, D]
        best = _on_card(unit, device) if device is not None else _on_processor(unit)
        step = max(1, _ENTRIES // len(unit))
        while self.known < wanted:
            if stop():
                raise Stopped
            told(self.known, wanted)
            rows = self._order[self.known : min(self.known + step, wanted)]
            ids, cosines = best(rows, min(REACHES[-1], len(unit) - 1))
            self._ids.append(ids[:, :IDS].astype(np.int32))
            self._reach.append(cosines[:, [min(rank, cosines.shape[1]) - 1 for rank in REACHES]])
            self.known += len(rows)
        told(wanted, wanted)


def _unit(vectors: F32, rows: I64) -> F32:
    """Rows of length 1 [n, D]; rows of zeros stay so."""
    chosen = vectors[rows]  # a copy, divided in its place
    lengths = np.sqrt(np.einsum("nd,nd->n", chosen, chosen))[:, None]
    unit: F32 = np.divide(chosen, lengths, out=np.zeros_like(chosen), where=lengths > 0)
    return unit


Best = Callable[[I64, int], tuple[I64, F32]]  # points, k -> their k nearest others and cosines, nearest first


def _on_processor(unit: F32) -> Best:
    def best(rows: I64, k: int) -> tuple[I64, F32]:
        cosines = unit[rows] @ unit.T  # [b, n]
        cosines[np.arange(len(rows)), rows] = -np.inf
        ids = np.empty((len(rows), k), np.int64)
        for at, row in enumerate(cosines):
            found = nominees(row, k)
            ids[at] = found[np.lexsort((found, -row[found]))[:k]]
        return ids, np.take_along_axis(cosines, ids, axis=1)

    return best


def _on_card(unit: F32, device: torch.device) -> Best:
    import torch

    there = torch.tensor(unit, device=device)

    def best(rows: I64, k: int) -> tuple[I64, F32]:
        at = torch.tensor(rows, device=device)
        cosines = there[at] @ there.T
        cosines[torch.arange(len(rows), device=device), at] = -torch.inf
        found = cosines.topk(k, dim=1)
        return found.indices.cpu().numpy(), found.values.cpu().numpy()

    return best
