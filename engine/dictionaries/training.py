"""Teaches a dictionary, step by step; gradients are written out, so that a step costs what is active.

"topk" is OpenAI's code (`sparse_autoencoder/train.py`, with 2406.04093): a = relu(topk((z - b_dec) W_enc' + b_enc)),
loss = MSE + AuxK. AuxK lets the latents that have been silent for `dead_after` positions explain what is left: of these
the `aux_k` largest are decoded, and the square error to the residual, divided by the residual's variance over the
batch, counts `aux_weight`. Decoder rows keep length 1: the part of the gradient along a row is taken out before Adam
(betas 0.9 and 0.999, eps 6.25e-10), and what the step adds to the length after it (their code does that before the next
step). SAELens' AuxK differs: d/2 latents, a weight that grows with the dead ones, a sum over the numbers, no bias.
"relu" is a = relu(...), loss = MSE + l1 times the sum of a position's activations, with the same decoder.

Equal recipes on equal batches give equal bits, also from a state that was kept, on one device with one number of
threads.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import linear, normalize

from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import DictionaryInfo, Recipe, Scores
from engine.dictionaries.sparse import counted, decoded, gathered, scattered
from engine.errors import InputRefused
from engine.sentences import say

BETAS: Final = (0.9, 0.999)
EPS: Final = 6.25e-10
FIRES: Final = 1e-3  # activation from which on a latent is not silent
PARTS: Final = ("w_enc", "b_enc", "w_dec", "b_dec")
LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "width": (2, 131_072), "k": (1, 131_072), "aux_k": (0, 131_072), "dead_after": (1, 2**40), "batch": (1, 65_536),
    "steps": (1, 1_000_000), "seed": (0, 2**31 - 1), "tokens": (256, 100_000_000), "context": (2, 65_536),
    "aux_weight": (0.0, 100.0), "l1": (0.0, 100.0), "rate": (1e-9, 10.0),
}  # fmt: skip


def require_recipe(recipe: Recipe) -> None:
    """Refuse a recipe that no dictionary can be trained by. Raises InputRefused."""
    for name, (low, high) in LIMITS.items():
        value = getattr(recipe, name)
        whole = isinstance(low, int)
        if type(value) not in ((int,) if whole else (int, float)) or not low <= value <= high:
            raise InputRefused(
                say("{name} must be a number from {low:,} to {high:,}, but is {value}.", name=name, low=low, high=high,
                    value=str(value)[:40])
            )  # fmt: skip
    if recipe.activation not in ("topk", "relu"):
        raise InputRefused(say("Dictionaries are trained with topk or relu here. Choose one of them."))
    if recipe.activation == "topk" and recipe.k > recipe.width:
        raise InputRefused(
            say(
                "k is {k:,}, but there are only {width:,} latents. Choose a k of {width:,} at most, or more latents.",
                k=recipe.k,
                width=recipe.width,
            )
        )


@dataclass(frozen=True)
class Stepped:
    """A batch before the step that learns from it."""

    error: float  # mean square of a number
    variance: float  # of the batch's numbers, about their mean at each of D
    active: float  # latents above 0, a position

    @property
    def explained(self) -> float:
        """Share of the variance."""
        return 1.0 - self.error / self.variance if self.variance else math.nan


class Learner:
    """A dictionary on its way. `step` counts the steps made."""

    def __init__(self, recipe: Recipe, d: int, device: torch.device) -> None:
        self.recipe, self.d, self.device = recipe, d, device
        rows = torch.randn(recipe.width, d, generator=torch.Generator().manual_seed(recipe.seed))
        w_dec = normalize(rows, dim=1).to(device)
        self.w_dec, self.w_enc = w_dec, w_dec.clone()
        self.b_enc = torch.zeros(recipe.width, device=device)
        self.b_dec = torch.zeros(d, device=device)
        self.silent = torch.zeros(recipe.width, dtype=torch.int64, device=device)  # positions since it fired
        self.step = 0
        fused = device.type in ("cpu", "cuda", "mps")
        self._adam = torch.optim.Adam([self.w_enc, self.b_enc, self.w_dec, self.b_dec], recipe.rate, BETAS, EPS,
                                      fused=fused)  # fmt: skip

    # -- a step ----------------------------------------------------------------------------------------------------

    @torch.no_grad()
    def learn(self, z: Tensor) -> Stepped:
        """Learn from normalised activations [B, D]; what they were explained to beforehand."""
        told = (self._topk if self.recipe.activation == "topk" else self._relu)(z.to(self.w_dec.device))
        grad = self.w_dec.grad
        assert grad is not None  # noqa: S101  set by both
        grad.addcmul_((grad * self.w_dec).sum(1, keepdim=True), self.w_dec, value=-1.0)
        self._adam.step()
        self.w_dec.div_(torch.linalg.vector_norm(self.w_dec, dim=1, keepdim=True).clamp_min_(1e-12))
        self.step += 1
        return told

    def _topk(self, z: Tensor) -> Stepped:
        n = self.recipe.width
        x = z - self.b_dec
        pre = linear(x, self.w_enc, self.b_enc)
        values, which = pre.topk(self.recipe.k, dim=-1, sorted=False)
        values.relu_()
        error = decoded(which, values, self.w_dec).add_(self.b_dec).sub_(z)  # [B, D]
        told = _told(z, error, values)
        self._note(which[values > FIRES], len(z))
        dy = error * (2 / error.numel())
        dv = gathered(which, dy, self.w_dec).mul_(values > 0)
        d_dec, d_enc = scattered(which, values, dy, n), scattered(which, dv, x, n)
        d_bias, sums = dy.sum(0), counted(which, dv, n)
        if self.recipe.aux_weight > 0:
            self._aux(x, pre, error, d_enc, d_dec, d_bias, sums)
        self._put(d_enc, sums, d_dec, d_bias - sums @ self.w_enc)
        return told

    def _aux(
        self, x: Tensor, pre: Tensor, error: Tensor, d_enc: Tensor, d_dec: Tensor, d_bias: Tensor, sums: Tensor
    ) -> None:
        """Add what AuxK asks for to the gradients. As in OpenAI's code its decoding has the bias too, which learns."""
        n, dead = self.recipe.width, (self.silent > self.recipe.dead_after).nonzero()[:, 0]
        variance = float((error - error.mean(0)).square_().mean())
        if not variance > 0.0:
            return
        left = error
        k = min(self.recipe.aux_k, len(dead))
        if k:
            values, which = pre[:, dead].topk(k, dim=-1, sorted=False)
            values.relu_()
            which = dead[which]
            left = decoded(which, values, self.w_dec).add_(error)
        dy = left * (2 * self.recipe.aux_weight / (left.numel() * variance))
        d_bias.add_(dy.sum(0))
        if k:
            dv = gathered(which, dy, self.w_dec).mul_(values > 0)
            d_dec.add_(scattered(which, values, dy, n))
            d_enc.add_(scattered(which, dv, x, n))
            sums.add_(counted(which, dv, n))

    def _relu(self, z: Tensor) -> Stepped:
        x = z - self.b_dec
        f = linear(x, self.w_enc, self.b_enc).relu_()
        error = torch.addmm(self.b_dec, f, self.w_dec).sub_(z)
        told = _told(z, error, f)
        self._note((f > FIRES).any(0), len(z))
        dy = error * (2 / error.numel())
        d_dec = f.T @ dy
        dv = (dy @ self.w_dec.T).add_(self.recipe.l1 / len(z)).mul_(f > 0)
        sums = dv.sum(0)
        self._put(dv.T @ x, sums, d_dec, dy.sum(0) - sums @ self.w_enc)
        return told

    def _note(self, fired: Tensor, positions: int) -> None:
        self.silent[fired] = 0
        self.silent += positions

    def _put(self, w_enc: Tensor, b_enc: Tensor, w_dec: Tensor, b_dec: Tensor) -> None:
        self.w_enc.grad, self.b_enc.grad, self.w_dec.grad, self.b_dec.grad = w_enc, b_enc, w_dec, b_dec

    # -- what it is ------------------------------------------------------------------------------------------------

    def finite(self) -> bool:
        """Whether all its numbers still are."""
        return all(bool(torch.isfinite(getattr(self, part)).all()) for part in PARTS)

    def silent_share(self, positions: int) -> float:
        """Share of the latents silent for so many positions and more."""
        return float((self.silent > positions).float().mean())

    def dictionary(self, mean: Tensor, scale: Tensor, info: DictionaryInfo | None = None) -> Dictionary:
        """As it is now: another step does not change it."""
        recipe = self.recipe
        told = info or DictionaryInfo(
            "", "", recipe.hook, recipe.width, self.d, recipe.activation, recipe.k, recipe=recipe, scores=Scores()
        )
        parts = {part: getattr(self, part).detach().clone() for part in PARTS}
        there = self.w_dec.device  # of a model over several cards the activations may lie elsewhere
        return Dictionary(told, **parts, mean=mean.to(there), scale=scale.to(there))

    # -- keeping and going on --------------------------------------------------------------------------------------

    def state(self) -> dict[str, Tensor]:
        """All that it goes on from, copied to the host."""
        held = {part: getattr(self, part) for part in PARTS} | {"silent": self.silent}
        for part in PARTS:
            for moment, value in self._adam.state.get(getattr(self, part), {}).items():
                held[f"{moment}.{part}"] = value
        return {name: value.detach().to("cpu", copy=True) for name, value in held.items()}

    def go_on_from(self, state: Mapping[str, Tensor], step: int) -> None:
        """Be as it was. Raises ValueError where the state is of another dictionary or damaged."""
        for part in (*PARTS, "silent"):
            own: Tensor = getattr(self, part)
            own.copy_(_same(state, part, own))
        self.step = step
        if not step:
            return
        for part in PARTS:
            own = getattr(self, part)
            moments = {name: _same(state, f"{name}.{part}", own).to(self.device) for name in ("exp_avg", "exp_avg_sq")}
            count = state[f"step.{part}"].to(self.device if self.device.type == "cuda" else "cpu", torch.float32)
            self._adam.state[own] = {"step": count.clone(), **{name: it.clone() for name, it in moments.items()}}


def _same(state: Mapping[str, Tensor], name: str, like: Tensor) -> Tensor:
    value = state.get(name)
    if value is None or value.shape != like.shape or value.dtype != like.dtype:
        raise ValueError(f"{name} is not what it was")
    if value.is_floating_point() and not bool(torch.isfinite(value).all()):
        raise ValueError(f"{name} is not finite")
    return value


def _told(z: Tensor, error: Tensor, values: Tensor) -> Stepped:
    square = float(error.square().mean())
    variance = float((z - z.mean(0)).square_().mean())
    return Stepped(square, variance, float((values > 0).sum()) / len(z))
