"""Cosines from vectors kept in 8 bits, each with how far off it can be at most.

One vector is compared with very many at the speed at which they are read from memory, and in 8 bits they are a quarter
as long. A unit vector u = s q + e, with integers q, scale s and what rounding leaves, e, and likewise a unit query
x = t p + f, have u . x = s t (q . p) + e . x + s q . f, so s t (q . p) is off by at most |e| + (1 + |e|) |f|.
For 49,152 embeddings of 576 values that is 0.02, and leaves a few hundred to be compared in full.

Needs torch, and is made only in a process that has it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from engine.records import F32

if TYPE_CHECKING:
    from torch import Tensor

_MOST = 127
_BLOCK = 2**15  # values rounded at once: more are not kept near the processor
_ARITHMETIC = 1e-5  # of the float32 sums of a product of unit vectors, by far


class Quantised:
    """`vectors` [N, D] in 8 bits, as unit vectors; rows of length 0 stay 0."""

    def __init__(self, vectors: F32, inverse_lengths: F32) -> None:
        import torch

        count, width = vectors.shape
        values = torch.empty((count, width), dtype=torch.int8)
        self._scales, self._left = np.empty(count, np.float32), np.empty(count, np.float32)  # s, |e| [N]
        rows = max(1, _BLOCK // width)
        for start in range(0, count, rows):
            part = slice(start, start + rows)
            rounded, self._scales[part], self._left[part] = _rounded(vectors[part] * inverse_lengths[part, None])
            values[part] = torch.from_numpy(rounded)
        self._values: Tensor = values.T  # [D, N]

    def cosines(self, unit: F32) -> tuple[F32, F32]:
        """With the unit vector `unit` [D]: the cosines [N], and how far each may be off [N]."""
        import torch

        from engine.libraries.torch_inside import integer_products

        rounded, scale, left = _rounded(unit[None])
        sums = integer_products(torch.from_numpy(rounded), self._values)[0].numpy()
        return sums.astype(np.float32) * (self._scales * scale[0]), self._left + (1 + self._left) * left[
            0
        ] + _ARITHMETIC


def can_quantise(width: int) -> bool:
    """Whether this process has torch and this processor code for it that sums exactly."""
    if "torch" not in sys.modules:
        return False
    from engine.libraries.torch_inside import integer_products_are_exact

    return integer_products_are_exact(width)


def _rounded(rows: F32) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int8]], F32, F32]:
    """Rows [n, D] as integers [n, D] and scales [n], and the length of what that leaves [n]."""
    scales = np.maximum(rows.max(axis=1), -rows.min(axis=1)) / np.float32(_MOST)
    integers = rows * np.divide(1, scales, out=np.zeros_like(scales), where=scales > 0)[:, None]
    np.rint(integers, out=integers)
    rest = rows - integers * scales[:, None]
    return integers.astype(np.int8), scales, np.sqrt(np.vecdot(rest, rest))
