"""Exact cosine neighbours among a space's background vectors, the same whatever else is asked in the same call.

One matrix product gives every cosine in float32, but its last bits depend on how many rows are multiplied at once.
So it only nominates: every row within `SLACK` of the k-th best is kept, and those few are ranked again in float64,
row by row, ties by index. The nominees always contain the true k best, hence the answer does not depend on the batch.

The vectors are not copied: only their inverse lengths are kept beside the model's own matrix. Spaces that are
standardised first hold one standardised copy (of some thousand rows). Where one vector after another is asked for among
very many, as while a model writes, reading them all takes the time: then 8 bits of each are kept beside them and
nominate instead, with a bound that is proved (`Quantised`), where this processor sums their products exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.errors import MapProblem
from engine.maps.nominate import nominees
from engine.maps.quantised import Quantised, can_quantise
from engine.records import F32, I64, Bools
from engine.sentences import say

SLACK = 1e-5  # far above the error of a float32 dot product of unit vectors
_BATCH_ENTRIES = 2**22  # cosines computed at once
_EXACT_ROWS = 1024  # rows converted to float64 at once
LARGE = 2**23  # values, above which reading them takes longer than anything else that is done for one vector
SINGLES = 8  # vectors asked for one by one before 8 bits of each are made
_FEW = 16  # of so many one may be nominated by 8 bits: gathering more is no faster than reading all


class CosineSearch:
    """Neighbours of any vector among `vectors` [N, D] float32, all but the `left_out` rows."""

    def __init__(self, vectors: F32, left_out: Bools | None = None) -> None:
        if vectors.ndim != 2 or vectors.size == 0:
            raise MapProblem(
                say("A map needs at least one vector, but was given an array of shape {shape}.", shape=vectors.shape)
            )
        self.vectors = vectors  # [N, D]
        squares = np.einsum("nd,nd->n", vectors, vectors)  # [N]
        lengths = np.sqrt(squares)
        self._inverse = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)  # [N]
        self._barred = np.flatnonzero(left_out) if left_out is not None else np.empty(0, np.int64)
        self.available = len(vectors) - len(self._barred)
        self._singles = 0
        self._quantised: Quantised | None = None

    def nearest(self, vector: F32, k: int, without: int | None = None) -> tuple[I64, F32]:
        """The k rows of largest cosine with `vector` [D], best first: (indices [k], cosines [k])."""
        return next(self.nearest_each(vector[None], k, without))

    def nearest_each(self, vectors: F32, k: int, without: int | None = None) -> Iterator[tuple[I64, F32]]:
        """`nearest` for each row of `vectors` [n, D], with one matrix product per batch of rows."""
        rows = max(1, _BATCH_ENTRIES // len(self.vectors))
        for start in range(0, len(vectors), rows):
            batch = vectors[start : start + rows]
            lengths = np.sqrt(np.einsum("nd,nd->n", batch, batch))[:, None]
            unit = np.divide(batch, lengths, out=np.zeros_like(batch), where=lengths > 0)  # [n, D]
            if len(unit) == 1:
                yield self._nearest_one(batch[0], unit[0], k, without)
                continue
            cosines = unit @ self.vectors.T  # [n, N]
            cosines *= self._inverse
            cosines[:, self._barred] = -np.inf
            if without is not None:
                cosines[:, without] = -np.inf
            for vector, row in zip(batch, cosines, strict=True):
                yield self._ranked(vector, row, k)

    def _nearest_one(self, vector: F32, unit: F32, k: int, without: int | None) -> tuple[I64, F32]:
        rows = self._by_8_bits(unit, k, without)
        if rows is not None:
            cosines = np.vecdot(self.vectors[rows], unit) * self._inverse[rows]
            return self._ranked(vector, cosines, k, rows)
        # by dot products: on one thread they are as fast as a product on two, and wait for nobody
        cosines = np.vecdot(self.vectors, unit) * self._inverse
        cosines[self._barred] = -np.inf
        if without is not None:
            cosines[without] = -np.inf
        return self._ranked(vector, cosines, k)

    def _by_8_bits(self, unit: F32, k: int, without: int | None) -> I64 | None:
        """Rows [m], rising, among which the k nearest are; None where all must be read."""
        kept = self._quantised or self._made()
        if kept is None:
            return None
        cosines, off = kept.cosines(unit)
        least = cosines - off  # [N]
        least[self._barred] = -np.inf
        if without is not None:
            least[without] = -np.inf
        sure = least[nominees(least, k, least=-3.0)]  # the k largest are among them
        bound = np.partition(sure, -k)[-k] if len(sure) >= k else np.float32(-3)
        found = (cosines + off >= bound) & (least > -np.inf)
        rows = np.flatnonzero(found)
        return rows if len(rows) * _FEW < len(cosines) else None

    def _made(self) -> Quantised | None:
        """8 bits of each, made once they pay, if they do here at all."""
        self._singles += 1
        if self._singles == SINGLES and self.vectors.size >= LARGE and can_quantise(self.vectors.shape[1]):
            self._quantised = Quantised(self.vectors, self._inverse)
        return self._quantised

    def _ranked(self, vector: F32, cosines: F32, k: int, of: I64 | None = None) -> tuple[I64, F32]:
        rows = nominees(cosines, k, SLACK, least=-2.0)  # [m], no barred one
        rows = rows if of is None else of[rows]
        exact = self._exact(vector, rows)  # [m]
        order = np.lexsort((rows, -exact))[:k]
        return rows[order], exact[order].astype(np.float32)

    def _exact(self, vector: F32, rows: I64) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        wanted = vector.astype(np.float64)  # [D]
        length = np.sqrt(np.square(wanted).sum())
        out = np.empty(len(rows))
        for start in range(0, len(rows), _EXACT_ROWS):
            chunk = self.vectors[rows[start : start + _EXACT_ROWS]].astype(np.float64)  # [c, D]
            lengths = np.sqrt(np.square(chunk).sum(axis=1)) * length
            dots = (chunk * wanted).sum(axis=1)
            out[start : start + len(chunk)] = np.divide(dots, lengths, out=np.zeros_like(dots), where=lengths > 0)
        return out
