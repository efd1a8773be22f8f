"""Direct logit attribution: what each part wrote, projected on a token's direction, the final norm's scale held fixed.

One forward with hooks on every block keeps what enters and leaves it at the last position and what its attention and
MLP write there; what a block adds besides is its remainder, so the sum closes by construction in every family.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.intervene import intervening
from engine.capture.many import run_rows
from engine.capture.neuron_weights import values_of
from engine.capture.norms import Norm, norm_of, readout
from engine.labkit.subject import path_ids, token_of
from engine.labkit.workbench import Workbench
from engine.labs.neurons.records import AskShares, Shares
from engine.records import F32
from engine.sentences import say


def answer(question: AskShares, bench: Workbench) -> Shares:
    """The shares of a token's logit after `node`, under the run's plan.

    Raises:
        InputRefused: no such node or token, or a head of another form. Stopped: a person said so.
    """
    anatomy, settings = bench.anatomy, bench.session.settings
    ids, head = path_ids(bench, question.node), readout(anatomy)
    bench.session.cool()
    bench.progress(say("Measuring the contribution of every component"), 0, 1)
    watch = _Watch(bench)
    with ExitStack() as stack:
        stack.enter_context(intervening(anatomy, settings.plan, settings.means))
        watch.install(stack)
        logits = run_rows(bench.model, anatomy, ids[None], None, 0, "last", bench.stop)[0]
    typed = question.token
    token = token_of(bench.tokenizer, typed, anatomy.vocab_size, logits) if typed else int(logits.argmax())
    last = watch.leaving[anatomy.n_layers - 1]
    along = head.direction(token) / head.norm.apart(last)  # [D]

    def share(written: Tensor | None) -> float:
        return float("nan") if written is None else float(written.double() @ along.double())

    layers = range(anatomy.n_layers)
    attention = np.array([share(watch.attention.get(layer)) for layer in layers], np.float32)
    mlp = np.array([share(watch.mlp.get(layer)) for layer in layers], np.float32)
    both = np.array([share(watch.leaving[layer] - watch.entering[layer]) for layer in layers], np.float32)
    remainder = np.asarray(both - np.nan_to_num(attention) - np.nan_to_num(mlp), np.float32)
    neurons = np.stack([watch.neurons_of(layer, along) for layer in layers]) if anatomy.d_mlp else None  # [L, M]
    at, sums = _largest(neurons, question.count, anatomy.n_layers)
    constant = head.constant(token)
    embedding = share(watch.entering[0])
    bench.progress(say("Measuring the contribution of every component"), 1, 1)
    return Shares(
        question.node, token, float(embedding + both.astype(np.float64).sum() + constant), embedding, attention, mlp,
        remainder, constant, *at, sums, anatomy.logit_softcap is not None,
    )  # fmt: skip


def _largest(neurons: F32 | None, count: int, n_layers: int) -> tuple[tuple[Any, Any, Any], F32]:
    if neurons is None or not np.isfinite(neurons).any():
        none = np.empty(0, np.int32)
        return (none, none, np.empty(0, np.float32)), np.full(n_layers, np.nan, np.float32)
    order = np.argsort(-np.abs(np.nan_to_num(neurons)).ravel(), kind="stable")[:count]
    layers, indices = np.unravel_index(order, neurons.shape)
    sums = np.asarray(neurons.astype(np.float64).sum(1), np.float32)
    return (layers.astype(np.int32), indices.astype(np.int32), neurons.ravel()[order]), sums


class _Watch:
    """What entered and left each block and each part, at the last position; float32 on the host."""

    def __init__(self, bench: Workbench) -> None:
        self._anatomy = bench.anatomy
        self.entering: dict[int, Tensor] = {}
        self.leaving: dict[int, Tensor] = {}
        self.attention: dict[int, Tensor] = {}
        self.mlp: dict[int, Tensor] = {}
        self._neurons: dict[int, Tensor] = {}
        self._down: dict[int, Tensor] = {}

    def install(self, stack: ExitStack) -> None:
        """Hooks on every block until `stack` closes."""
        for layer, block in enumerate(self._anatomy.blocks):
            stack.callback(
                block.module.register_forward_pre_hook(_given(self.entering, layer), with_kwargs=True).remove
            )
            stack.callback(block.module.register_forward_hook(_returned(self.leaving, layer)).remove)
            for module, goal in (
                (block.attention_write, self.attention),
                (block.mlp_write, self.mlp),
                (block.down_projection, self._down),
            ):
                if module is not None:
                    stack.callback(module.register_forward_hook(_returned(goal, layer)).remove)
            if block.down_projection is not None:
                hook = _given(self._neurons, layer)
                stack.callback(block.down_projection.register_forward_pre_hook(hook, with_kwargs=True).remove)

    def neurons_of(self, layer: int, along: Tensor) -> F32:
        """[M] shares of a layer's neurons; NaN where they cannot be told apart."""
        width = self._anatomy.d_mlp
        values, written, down = self._neurons.get(layer), self.mlp.get(layer), self._down.get(layer)
        if values is None or written is None or down is None or len(values) != width:
            return np.full(width, np.nan, np.float32)
        seen: Tensor | None = along
        if not torch.allclose(written, down, rtol=1e-4, atol=1e-5 * float(written.abs().max())):
            norm = norm_of(self._anatomy.blocks[layer].mlp_write, self._anatomy.d_model)
            seen = None if norm is None else _before(norm, down, written, along)
        if seen is None:
            return np.full(width, np.nan, np.float32)
        rows = values_of(self._anatomy, layer)
        shares: F32 = (values * (rows.float() @ seen.to(rows.device)).cpu()).numpy()
        return shares


def _before(norm: Norm, down: Tensor, written: Tensor, along: Tensor) -> Tensor | None:
    """A direction after a post-norm as one before it, its scale held; None where the norm explains nothing."""
    scale = norm.apart(down)
    explained = norm.gain * norm.centred(down) / scale + norm.shift
    if not torch.allclose(explained, written, rtol=1e-2, atol=1e-3 * float(written.abs().max())):
        return None
    return norm.back(along) / scale


def _last(states: Tensor) -> Tensor:
    return states.detach().reshape(-1, states.shape[-1])[-1].float().cpu().clone()


def _given(goal: dict[int, Tensor], layer: int) -> Callable[[nn.Module, tuple[Any, ...], dict[str, Any]], None]:
    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        goal[layer] = _last(args[0] if args else kwargs["hidden_states"])

    return hook


def _returned(goal: dict[int, Tensor], layer: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
    def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        goal[layer] = _last(output if isinstance(output, Tensor) else output[0])

    return hook
