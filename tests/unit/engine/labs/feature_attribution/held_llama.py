"""A Llama by hand, in float64 and without hooks or gradients, whose patterns, norm scales and gates can be held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor


class HeldLlama:
    """Runs a transformers Llama's weights on one text; what it met is then held in `linear`."""

    def __init__(self, model: Any, ids: Tensor) -> None:
        self.weights: Mapping[str, Tensor] = {name: it.double() for name, it in model.state_dict().items()}
        self.config = model.config
        self.patterns: list[Tensor] = []
        self.scales: list[Tensor] = []  # two a block, and the final norm's
        self.gates: list[Tensor] = []
        self.states = [self.weights["model.embed_tokens.weight"][ids]]
        for layer in range(self.config.num_hidden_layers):
            self.states.append(self.block(layer, self.states[-1], hold=True))
        self.logits = self.head(self.states[-1], hold=True)

    def linear(self, states: Tensor, layer: int, to: int | None = None) -> Tensor:
        """Logits [V] after the last position (or the states that enter block `to`) from states that enter `layer`."""
        for at in range(layer, self.config.num_hidden_layers if to is None else to):
            states = self.block(at, states, hold=False)
        return self.head(states, hold=False) if to is None else states

    def head(self, states: Tensor, hold: bool) -> Tensor:
        normed = self._norm("model.norm.weight", states, 2 * self.config.num_hidden_layers, hold)
        head: Tensor = self.weights["lm_head.weight"] @ normed[-1]
        return head

    def _norm(self, name: str, x: Tensor, place: int, hold: bool) -> Tensor:
        if hold:
            self.scales.append((x.pow(2).mean(-1, keepdim=True) + self.config.rms_norm_eps).sqrt())
        return self.weights[name] * x / self.scales[place]

    def block(self, layer: int, x: Tensor, hold: bool) -> Tensor:
        own = {
            name.split(f"layers.{layer}.")[1]: it for name, it in self.weights.items() if f".layers.{layer}." in name
        }
        normed = self._norm(f"model.layers.{layer}.input_layernorm.weight", x, 2 * layer, hold)
        x = x + self._attention(own, normed, layer, hold)
        normed = self._norm(f"model.layers.{layer}.post_attention_layernorm.weight", x, 2 * layer + 1, hold)
        if hold:
            gate = normed @ own["mlp.gate_proj.weight"].T
            self.gates.append(gate * torch.sigmoid(gate))
        return x + (self.gates[layer] * (normed @ own["mlp.up_proj.weight"].T)) @ own["mlp.down_proj.weight"].T

    def _attention(self, own: Mapping[str, Tensor], x: Tensor, layer: int, hold: bool) -> Tensor:
        heads, groups = self.config.num_attention_heads, self.config.num_key_value_heads
        size, length = self.config.hidden_size // heads, len(x)

        def split(name: str, n: int) -> Tensor:
            return (x @ own[f"self_attn.{name}.weight"].T).view(length, n, size).transpose(0, 1)  # [n, T, size]

        if hold:
            q, k = (self._turned(split(name, n)) for name, n in (("q_proj", heads), ("k_proj", groups)))
            scores = q @ k.repeat_interleave(heads // groups, 0).transpose(1, 2) / size**0.5
            above = torch.ones(length, length, dtype=torch.bool).triu(1)
            self.patterns.append(scores.masked_fill(above, -torch.inf).softmax(-1))
        mixed = self.patterns[layer] @ split("v_proj", groups).repeat_interleave(heads // groups, 0)
        return mixed.transpose(0, 1).reshape(length, -1) @ own["self_attn.o_proj.weight"].T

    def _turned(self, x: Tensor) -> Tensor:
        size = x.shape[-1]
        base = 10000.0 if self.config.rope_parameters is None else self.config.rope_parameters["rope_theta"]
        angles = torch.arange(x.shape[1])[:, None] / base ** (torch.arange(0, size, 2).double() / size)[None]
        cos, sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
        one, other = x[..., : size // 2], x[..., size // 2 :]
        return x * cos + torch.cat([-other, one], -1) * sin
