"""The four products of a sparse layer, at a cost of what is active: k of n latents at each of B positions.

`which` [B, k] names latents, no latent twice in a row, `values` [B, k] says how much of each. In dense arithmetic, with
f [B, n] the values at their places:

    decoded      f W              [B, D] of W [n, D]
    gathered     (dy W').at which [B, k] of dy [B, D]
    scattered    f' rows          [n, D] of rows [B, D]
    counted      sum of f         [n]
"""

from __future__ import annotations

import warnings

import torch
from torch import Tensor
from torch.nn.functional import embedding_bag

_ROWS = 16  # positions gathered at once where no sampled product is there: what a core's cache holds
_ON_A_CARD = 2**24  # numbers gathered at once there


def decoded(which: Tensor, values: Tensor, table: Tensor) -> Tensor:
    """f W [B, D]."""
    return embedding_bag(which, table, per_sample_weights=values, mode="sum")


def scattered(which: Tensor, values: Tensor, rows: Tensor, n: int) -> Tensor:
    """f' rows [n, D]: the rows [B, D] at which a latent is active, summed by how much it is."""
    flat = which.flatten()
    order = flat.argsort(stable=True)
    begins = flat.bincount(minlength=n).cumsum(0).roll(1)
    begins[0] = 0
    weights = values.flatten()[order]
    return embedding_bag(order // which.shape[1], rows, begins, per_sample_weights=weights, mode="sum")


def counted(which: Tensor, values: Tensor, n: int) -> Tensor:
    """The sum of each latent's values [n]."""
    return values.new_zeros(n).index_add_(0, which.flatten(), values.flatten())


def gathered(which: Tensor, dy: Tensor, table: Tensor) -> Tensor:
    """dy . W[which] [B, k]."""
    if dy.device.type == "cpu":
        return _sampled(which, dy, table) if torch.backends.mkl.is_available() else _in_chunks(which, dy, table, _ROWS)
    return _in_chunks(which, dy, table, max(1, _ON_A_CARD // max(which.shape[1] * dy.shape[1], 1)))


def _in_chunks(which: Tensor, dy: Tensor, table: Tensor, rows: int) -> Tensor:
    out = dy.new_empty(which.shape)
    for at in range(0, len(which), rows):
        some = slice(at, at + rows)
        out[some] = torch.linalg.vecdot(table[which[some]], dy[some, None, :])
    return out


def _sampled(which: Tensor, dy: Tensor, table: Tensor) -> Tensor:
    """By the library's product that is evaluated at some places only; it wants them in order."""
    b, k = which.shape
    ordered, order = which.sort(dim=1)
    begins = torch.arange(0, b * k + 1, k, device=which.device)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sparse ", UserWarning)  # says that such tensors are young
        mask = torch.sparse_csr_tensor(
            begins, ordered.flatten(), dy.new_zeros(b * k), (b, len(table)), check_invariants=False
        )
        found = torch.sparse.sampled_addmm(mask, dy, table.T, beta=0.0).values().view(b, k)
    return torch.empty_like(found).scatter_(1, order, found)
