"""A sparse dictionary's arithmetic: activations -> latents -> activations.

    z = (x - mean) / scale                  x [t, D] as the model has it; what mean and scale are: `Normalising`
    pre = (z - b_dec if centred) W_enc' + b_enc
    f = topk(relu(pre)) | relu(pre) | pre * (pre > threshold) | (gate > 0) * relu(pre)          [t, n] activations
    x^ = (f W_dec + b_dec) * scale + mean

A position longer than `info.longest` is an outlier, which the dictionary says nothing of: no latent is active there,
and its reconstruction is the position itself (the residual stream's first position, as a rule).

All of it is float32, whatever the model's dtype. Sources: OpenAI's `sparse_autoencoder` (2406.04093), Gemma Scope
(2408.05147), the gated form (2404.16014).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from engine.dictionaries.records import DictionaryInfo

EPS = 1e-5  # added to a position's standard deviation
AT_ONCE = 2**24  # latents computed at once: 64 MB


@dataclass(frozen=True)
class Dictionary:
    """A dictionary on a device. Tensors are float32."""

    info: DictionaryInfo
    w_enc: Tensor  # [n, D]
    b_enc: Tensor  # [n]
    w_dec: Tensor  # [n, D]
    b_dec: Tensor  # [D]
    mean: Tensor  # [D]
    scale: Tensor  # [D], above 0
    centred: bool = True  # b_dec is subtracted before encoding
    threshold: Tensor | None = None  # [n] of "jumprelu"
    gate: tuple[Tensor, Tensor] | None = field(default=None)  # of "gated": [n] factor and [n] bias of the gate

    @property
    def width(self) -> int:
        """Latents."""
        return int(self.w_dec.shape[0])

    def to(self, device: torch.device) -> Dictionary:
        """The same on another device."""
        move = {name: getattr(self, name).to(device) for name in ("w_enc", "b_enc", "w_dec", "b_dec", "mean", "scale")}
        threshold = None if self.threshold is None else self.threshold.to(device)
        gate = None if self.gate is None else (self.gate[0].to(device), self.gate[1].to(device))
        return replace(self, **move, threshold=threshold, gate=gate)

    # -- in and out of its own units -------------------------------------------------------------------------------

    def normalised(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """z [t, D] of x [t, D], and the mean and the scale (both broadcast to it) that lead back."""
        x = x.float()
        if self.info.normalising == "fixed":
            return (x - self.mean) / self.scale, self.mean, self.scale
        if self.info.normalising == "length":
            scale = torch.linalg.vector_norm(x, dim=-1, keepdim=True).clamp_min(EPS) / x.shape[-1] ** 0.5
            return x / scale, torch.zeros_like(scale), scale
        mean = x.mean(-1, keepdim=True)
        if self.info.normalising == "mean":
            return x - mean, mean, torch.ones_like(mean)
        scale = (x - mean).std(-1, keepdim=True) + EPS
        return (x - mean) / scale, mean, scale

    def pre_activations(self, z: Tensor) -> Tensor:
        """[t, n] of normalised activations [t, D]."""
        return torch.nn.functional.linear(z - self.b_dec if self.centred else z, self.w_enc, self.b_enc)

    def active(self, pre: Tensor) -> Tensor:
        """[t, n] activations of pre-activations."""
        kind = self.info.activation
        if kind == "topk":
            values, which = pre.topk(min(self.info.k, pre.shape[-1]), dim=-1, sorted=False)
            return torch.zeros_like(pre).scatter_(-1, which, values.relu())
        if kind == "jumprelu" and self.threshold is not None:
            return pre * (pre > self.threshold)
        if kind == "gated" and self.gate is not None:
            return self._gated(pre)
        return pre.relu()

    def _gated(self, pre: Tensor) -> Tensor:
        """`pre` is of the magnitudes: exp(r) W x + b; the gate's is W x + its own bias."""
        assert self.gate is not None  # noqa: S101  by the caller
        r, bias = self.gate
        gate = (pre - self.b_enc) * torch.exp(-r) + bias
        return (gate > 0) * pre.relu()

    def encode(self, x: Tensor) -> Tensor:
        """Activations [t, n] of x [t, D]; float32 on the dictionary's device."""
        x = x.to(self.w_enc.device)
        step = max(1, AT_ONCE // self.width)
        if len(x) <= step:
            f = self.active(self.pre_activations(self.normalised(x)[0]))
            return f if self.info.longest == math.inf else f.masked_fill_(self.left_out(x)[:, None], 0.0)
        return torch.cat([self.encode(x[at : at + step]) for at in range(0, len(x), step)])

    def encode_some(self, x: Tensor, features: Tensor) -> Tensor:
        """Activations [t, m] of some latents (indices [m]), without keeping those of all."""
        x = x.to(self.w_enc.device)
        step = max(1, AT_ONCE // self.width)
        return torch.cat([self.encode(x[at : at + step])[:, features] for at in range(0, len(x), step)])

    def decode(self, f: Tensor, like: Tensor) -> Tensor:
        """x^ [t, D] of activations [t, n], in the units of `like` [t, D], the activations that were read."""
        _, mean, scale = self.normalised(like.to(self.w_dec.device))
        return (f @ self.w_dec + self.b_dec) * scale + mean

    def reconstruct(self, x: Tensor) -> Tensor:
        """x^ [t, D] of x."""
        made = self.decode(self.encode(x), x)
        return torch.where(self.left_out(x)[:, None], x.to(made), made)

    def left_out(self, x: Tensor) -> Tensor:
        """[t] the positions of x [t, D] that it says nothing of."""
        norms: Tensor = torch.linalg.vector_norm(x.to(self.w_enc.device, torch.float32), dim=-1)
        return norms > self.info.longest

    def directions(self) -> Tensor:
        """[n, D] what a latent's activation of 1 adds to what is read; of "position" before a position's own scale."""
        return self.w_dec * self.scale if self.info.normalising == "fixed" else self.w_dec
