"""What one row's state at each position is made of: features, the dictionary's constant, and what it leaves over.

x = sum of f_j s d_j (features) + (b_dec s + mean) (constant) + error, with s the scale of the dictionary or of the
position. Where nothing is read (see `unread`) all of x is error. A node's effect is its part of x times the gradient.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.dictionaries.dictionary import AT_ONCE, Dictionary


@dataclass(frozen=True)
class Reading:
    """A dictionary's reading of a state x [T, D]; float32 on the dictionary's device. A features that are not 0."""

    dictionary: Dictionary
    positions: Tensor  # [A]
    features: Tensor  # [A]
    activations: Tensor  # [A] not 0
    scale: Tensor  # [T, D] or [D]
    constant: Tensor  # [T, D]; 0 where nothing is read
    error: Tensor  # [T, D]; the whole state where nothing is read
    unread: Tensor  # [T] where nothing is

    def scale_at(self, position: int) -> Tensor:
        """[D or 1]"""
        return self.scale[position] if self.scale.dim() == 2 else self.scale

    def feature_effects(self, gradient: Tensor) -> Tensor:
        """[A] activation times the gradient by it, of a gradient [T, D] by x."""
        scaled = gradient.to(self.scale.device) * self.scale
        step = max(1, AT_ONCE // max(scaled.shape[-1], 1))
        parts = [
            (scaled[self.positions[at : at + step]] * self.dictionary.w_dec[self.features[at : at + step]]).sum(-1)
            for at in range(0, len(self.positions), step)
        ]
        return torch.cat(parts) * self.activations if parts else self.activations

    def part(self, position: int, feature: int) -> Tensor:
        """[D] what one feature's activation adds to x; 0 where it is not active."""
        here = (self.positions == position) & (self.features == feature)
        return self.activations[here].sum() * self.dictionary.w_dec[feature] * self.scale_at(position)

    def reads_along(self, position: int, feature: int) -> Tensor:
        """[D] the gradient of an active feature's activation by x at its position, its norm held."""
        return self.dictionary.w_enc[feature] / self.scale_at(position)

    def error_along(self, position: int, gradient: Tensor) -> Tensor:
        """[D] the gradient by x at a position of (error times `gradient` [D]), the same features staying active."""
        if bool(self.unread[position]):
            return gradient
        here = self.features[self.positions == position]
        scale = self.scale_at(position)
        through = self.dictionary.w_dec[here] @ (gradient * scale)  # [active]
        return gradient - (through @ self.dictionary.w_enc[here]) / scale


def unread(dictionary: Dictionary, x: Tensor, start: int) -> Tensor:
    """[t] where a dictionary reads nothing in x [t, D] from position `start` on: the first position, and outliers."""
    skipped = dictionary.left_out(x)
    if start == 0:
        skipped[0] = True
    return skipped


def read(dictionary: Dictionary, x: Tensor) -> Reading:
    """The reading of x [T, D]."""
    x = x.detach().to(dictionary.w_enc.device).float()
    _, mean, scale = dictionary.normalised(x)
    skipped = unread(dictionary, x, 0)
    sparse: list[tuple[Tensor, Tensor, Tensor]] = []
    decoded = torch.zeros_like(x)
    step = max(1, AT_ONCE // dictionary.width)
    for low in range(0, len(x), step):
        f = dictionary.encode(x[low : low + step])
        f[skipped[low : low + step]] = 0.0
        at, which = torch.nonzero(f, as_tuple=True)
        sparse.append((at + low, which, f[at, which]))
        decoded[low : low + step] = f @ dictionary.w_dec
    constant = (dictionary.b_dec * scale + mean).expand_as(x).clone()
    constant[skipped] = 0.0
    error = x - decoded * scale - constant
    positions, features, activations = (torch.cat(parts) for parts in zip(*sparse, strict=True))
    return Reading(dictionary, positions, features, activations, scale, constant, error, skipped)
