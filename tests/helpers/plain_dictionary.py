"""A dictionary's training as one would write it down: dense, by autograd and the library's own Adam."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from engine.dictionaries.training import BETAS, EPS, FIRES, PARTS, Learner


class Plain:
    """OpenAI's recipe (or ReLU with L1) from where a learner begins."""

    def __init__(self, start: Learner) -> None:
        self.recipe = start.recipe
        self.params = {part: getattr(start, part).clone().requires_grad_() for part in PARTS}
        self.adam = torch.optim.Adam(list(self.params.values()), self.recipe.rate, BETAS, EPS)
        self.silent = torch.zeros(self.recipe.width, dtype=torch.int64)

    def loss(self, z: Tensor) -> Tensor:
        """Of one batch."""
        p: dict[str, Any] = self.params
        pre = (z - p["b_dec"]) @ p["w_enc"].T + p["b_enc"]
        if self.recipe.activation == "relu":
            f = pre.relu()
            dense: Tensor = ((f @ p["w_dec"] + p["b_dec"] - z) ** 2).mean() + self.recipe.l1 * f.sum(1).mean()
            return dense
        found = pre.topk(self.recipe.k, dim=1)
        f = torch.zeros_like(pre).scatter(1, found.indices, found.values.relu())
        guess = f @ p["w_dec"] + p["b_dec"]
        self.silent[(f > FIRES).any(0)] = 0
        self.silent += len(z)
        dead = self.silent > self.recipe.dead_after
        masked = pre * dead
        least = masked.topk(self.recipe.aux_k, dim=1)
        g = torch.zeros_like(pre).scatter(1, least.indices, least.values.relu())
        wanted = z - guess.detach() + p["b_dec"].detach()
        missed = ((g @ p["w_dec"] + p["b_dec"] - wanted) ** 2).mean() / ((wanted - wanted.mean(0)) ** 2).mean()
        both: Tensor = ((guess - z) ** 2).mean() + self.recipe.aux_weight * missed
        return both

    def learn(self, z: Tensor) -> float:
        """One step; its loss."""
        self.adam.zero_grad()
        loss = self.loss(z)
        loss.backward()
        w = self.params["w_dec"]
        with torch.no_grad():
            assert w.grad is not None
            w.grad -= (w.grad * w).sum(1, keepdim=True) * w
            self.adam.step()
            w /= w.norm(dim=1, keepdim=True)
        return float(loss.detach())
