"""What a norm does to a direction, measured on the module itself instead of read from its class.

Every norm in use maps x to gain * (x - mean) / scale(x) + shift, or the same without the mean (RMS). On a vector of
+a and -a the scale is a and the mean 0, so two calls give gain and shift; a third tells whether the mean is taken off.
With the scale held fixed the norm is linear, which is what direct logit attribution rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.capture.placed import fitting, tensor_of
from engine.errors import InputRefused
from engine.sentences import say
from engine.shortage import pass_on

_LARGE = 1e3  # far above every epsilon


@dataclass(frozen=True)
class Norm:
    """A norm's parts; float32 on the host."""

    module: nn.Module | None  # None: no norm at all
    gain: Tensor  # [D]
    shift: Tensor  # [D]
    centres: bool

    def apart(self, state: Tensor) -> float:
        """The scale that the norm divides `state` [D] by."""
        if self.module is None:
            return 1.0
        normed = _run(self.module, state) - self.shift
        bare = self.gain * self.centred(state)
        return float((bare @ bare) / (bare @ normed))

    def centred(self, vectors: Tensor) -> Tensor:
        """`vectors` [..., D] without their means, where the norm takes those off."""
        return vectors - vectors.mean(-1, keepdim=True) if self.centres else vectors

    def back(self, directions: Tensor) -> Tensor:
        """Directions [..., D] after the norm as directions before it, for a scale of 1."""
        return self.centred(directions * self.gain)


def norm_of(module: nn.Module | None, width: int) -> Norm | None:
    """The parts of a norm module; None where it is of another kind. Without a module: the identity."""
    if module is None:
        return Norm(None, torch.ones(width), torch.zeros(width), False)
    signs = torch.ones(width)
    signs[1::2] = -1.0
    if width % 2:
        signs[-1] = 0.0
    probe = signs * _LARGE
    try:
        up, down, moved = (_run(module, values) for values in (probe, -probe, probe + 0.5 * _LARGE))
    except (RuntimeError, TypeError, ValueError, IndexError) as error:
        pass_on(error)
        return None
    if up.shape != probe.shape:
        return None
    shift = (up + down) / 2
    size = float(probe.pow(2).mean().sqrt()) / _LARGE
    gain = (up - down) / 2 * signs * size
    centres = bool(torch.allclose(moved, up, rtol=1e-3, atol=1e-3 * float(up.abs().max())))
    if width % 2:
        last = torch.zeros(width)
        last[-1], last[0] = _LARGE, -_LARGE
        gain[-1] = (_run(module, last) - _run(module, -last))[-1] / 2 * (2 / width) ** 0.5
    found = Norm(module, gain, shift, centres)
    return found if _holds(found, width) else None


def _holds(norm: Norm, width: int) -> bool:
    """Whether the three parts explain the module on a vector that was not used to find them."""
    state = torch.randn(width, generator=torch.Generator().manual_seed(0)) * 3 + 0.7
    if norm.module is None:
        return True
    expected = norm.gain * norm.centred(state) / norm.apart(state) + norm.shift
    met = _run(norm.module, state)
    return bool(torch.allclose(expected, met, rtol=2e-2, atol=1e-2 * float(met.abs().max())))


def _run(module: nn.Module, state: Tensor) -> Tensor:
    with torch.inference_mode():
        result: Tensor = module(fitting(state, module)[None])
    return result[0].float().cpu().clone()


@dataclass(frozen=True)
class Readout:
    """How a state becomes logits: norm, then the unembedding's rows."""

    norm: Norm
    weight: Tensor  # [V, D] of the unembedding, on the model's device
    bias: Tensor | None  # [V]
    logit_scale: float

    def direction(self, token_id: int) -> Tensor:
        """[D] what a state's logit of the token grows along, for a scale of 1 of the final norm."""
        row = self.weight[token_id].float().cpu()
        return self.norm.back(row) * self.logit_scale

    def constant(self, token_id: int) -> float:
        """What is added to the token's logit whatever the state."""
        bias = 0.0 if self.bias is None else float(self.bias[token_id])
        return (float(self.weight[token_id].float().cpu() @ self.norm.shift) + bias) * self.logit_scale

    def read(self, vectors: Tensor) -> Tensor:
        """[n, V] logits that each of `vectors` [n, D] adds, for a scale of 1 of the final norm."""
        moved = self.norm.centred(vectors.float().cpu()) * self.norm.gain
        given = moved.to(device=self.weight.device, dtype=self.weight.dtype)
        return (given @ self.weight.T).float() * self.logit_scale


def readout(anatomy: Anatomy) -> Readout:
    """The model's head in parts.

    Raises:
        InputRefused: the head is of another form (a projection stands before it, or its norm is of no known kind).
    """
    head: Any = anatomy.unembedding
    weight = tensor_of(head)
    if weight is None or weight.dim() != 2 or weight.shape[1] != anatomy.d_model or not anatomy.plain_head:
        raise InputRefused(
            say(
                "Contributions cannot be computed for this model: its output layer is not a single matrix, so a "
                "logit is not a sum of parts. Choose another model for this view."
            )
        )
    norm = norm_of(anatomy.final_norm, anatomy.d_model)
    if norm is None:
        raise InputRefused(
            say(
                "Contributions cannot be computed for this model: Orrery does not recognise its final norm. "
                "Choose another model for this view."
            )
        )
    bias = tensor_of(head, "bias")
    return Readout(norm, weight, None if bias is None else bias.float().cpu(), anatomy.logit_scale)
