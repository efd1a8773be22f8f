"""Ranks every neuron and head by gradient times activation in one forward and backward, and measures some exactly.

A single token is ranked by its log-probability: a part can add the same to the logits of all tokens, which changes the
token's own logit and no probability. Of two tokens the difference of their logits is taken, where such a shift drops
out. The gradient is that of this value after the last position; it flows to what enters each down projection and each
attention's output projection, and no parameter asks for one. The estimate for a part is minus the sum over positions of
gradient times activation: its first-order Taylor change when it is set to zero. The exact change is measured with many
versions of the text as a batch, each with one part off, from the stored states of its block.
"""

from __future__ import annotations

import inspect
import math
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.capture.intervene import intervening
from engine.capture.many import run_rows, stopping, switched_off
from engine.capture.sites import check_site
from engine.errors import InputRefused, Stopped
from engine.labkit.subject import path_ids, token_of
from engine.labkit.workbench import Workbench
from engine.labs.neurons.records import (
    AskEffects,
    AskExact,
    Effects,
    Exact,
)
from engine.records import F32, Site
from engine.sentences import say

TOKENS_AT_ONCE = 2048  # of a batch of versions of one text


def estimate(question: AskEffects, bench: Workbench) -> Effects:
    """First-order effects of all parts on a token after `node`, under the run's plan.

    Raises:
        InputRefused: no such node or token, or a model with neither neurons nor heads. Stopped: a person said so.
    """
    began, anatomy = time.perf_counter(), bench.anatomy
    if "neurons" in anatomy.missing and "heads" in anatomy.missing:
        raise InputRefused(anatomy.missing["neurons"])
    ids = path_ids(bench, question.node)
    bench.session.cool()
    bench.progress(say("Estimating the effect of every component"), 0, 1)
    watch = _Watch(anatomy)
    with ExitStack() as stack, torch.inference_mode(False), torch.enable_grad():
        settings = bench.session.settings
        stack.enter_context(intervening(anatomy, settings.plan, settings.means))
        stack.enter_context(stopping(anatomy, bench.stop))
        watch.install(stack)
        logits = _last_logits(bench.model, ids[None].to(anatomy.device))
        token = _chosen(bench, question.token, logits)
        against = _chosen(bench, question.against, logits) if question.against else -1
        value = _value(logits, token, against)
        gradients = torch.autograd.grad(value, watch.tensors, allow_unused=True)
    if bench.stop():
        raise Stopped
    neurons, heads, activations = watch.effects(gradients)
    bench.progress(say("Estimating the effect of every component"), 1, 1)
    return Effects(
        question.node, token, against, float(value.detach()), neurons, heads, activations, time.perf_counter() - began
    )


def _last_logits(model: Any, batch: Tensor) -> Tensor:
    """[V] after the last position, in the graph."""
    options: dict[str, Any] = {"use_cache": False}
    if "logits_to_keep" in inspect.signature(model.forward).parameters:
        options["logits_to_keep"] = 1
    logits: Tensor = model(input_ids=batch, return_dict=True, **options).logits[0, -1]
    return logits.float()


def _chosen(bench: Workbench, typed: str, logits: Tensor) -> int:
    if not typed:
        return int(logits.argmax())
    return token_of(bench.tokenizer, typed, bench.anatomy.vocab_size, logits.detach())


class _Watch:
    """Hooks that keep what enters each down projection and each output projection, with its graph."""

    def __init__(self, anatomy: Anatomy) -> None:
        self._anatomy = anatomy
        self._places: list[tuple[str, int]] = []
        self.tensors: list[Tensor] = []

    def install(self, stack: ExitStack) -> None:
        """Put the hooks on until `stack` closes. The states entering block 0 ask for a gradient, so all after do."""
        first = self._anatomy.blocks[0].module
        stack.callback(first.register_forward_pre_hook(_asking, with_kwargs=True).remove)
        for layer, block in enumerate(self._anatomy.blocks):
            for kind, module in (("neuron", block.down_projection), ("head", block.out_projection)):
                known = self._anatomy.d_mlp if kind == "neuron" else block.head_dim
                if module is not None and known and f"{kind}s" not in self._anatomy.missing:
                    stack.callback(module.register_forward_pre_hook(self._keep(kind, layer)).remove)

    def _keep(self, kind: str, layer: int) -> Callable[[nn.Module, tuple[Any, ...]], None]:
        def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
            self._places.append((kind, layer))
            self.tensors.append(args[0])

        return hook

    def effects(self, gradients: tuple[Tensor | None, ...]) -> tuple[F32 | None, F32 | None, F32 | None]:
        """Estimates for neurons [L, M] and heads [L, H], and activations [L, M] at the last position."""
        a = self._anatomy
        neurons = np.zeros((a.n_layers, a.d_mlp), np.float32)
        activations = np.zeros((a.n_layers, a.d_mlp), np.float32)
        heads = np.zeros((a.n_layers, a.n_heads), np.float32)
        for (kind, layer), tensor, gradient in zip(self._places, self.tensors, gradients, strict=True):
            values = tensor.detach().reshape(-1, tensor.shape[-1])  # [T, width]
            if kind == "neuron":
                activations[layer] = values[-1].float().cpu().numpy()
            if gradient is None:
                continue
            product = -(gradient.reshape(values.shape).float() * values.float()).sum(0)  # [width]
            if kind == "neuron":
                neurons[layer] = product.cpu().numpy()
            else:
                heads[layer] = product.reshape(a.n_heads, -1).sum(-1).cpu().numpy()
        kinds = {kind for kind, _ in self._places}
        there = "neuron" in kinds
        return (neurons if there else None, heads if "head" in kinds else None, activations if there else None)


def _value(logits: Tensor, token: int, against: int) -> Tensor:
    """What parts are ranked by, from `logits` [V]: the token's log₂ probability, or its logit minus another's."""
    if against >= 0:
        return logits[token] - logits[against]
    return torch.log_softmax(logits, -1)[token] / math.log(2)


def _asking(
    _module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    states: Tensor = args[0] if args else kwargs["hidden_states"]
    leaf = states.detach().requires_grad_(True)
    given = leaf * 1.0  # some families write into their states, which a leaf forbids
    return ((given, *args[1:]), kwargs) if args else (args, {**kwargs, "hidden_states": given})


# -- exactly -----------------------------------------------------------------------------------------------------


def measure(question: AskExact, bench: Workbench) -> Exact:
    """Each site off by itself, under the run's plan otherwise.

    Raises:
        InputRefused: no such node, token or site. Stopped: a person said so.
    """
    began, anatomy = time.perf_counter(), bench.anatomy
    ids = path_ids(bench, question.node)
    for token in (question.token_id, max(question.against_id, 0)):
        if not 0 <= token < anatomy.vocab_size:
            raise InputRefused(
                say(
                    "Token number {token} does not exist: this model's vocabulary is numbered 0 to {last}. Type a "
                    "number in that range, or the word itself.",
                    token=token,
                    last=anatomy.vocab_size - 1,
                )
            )
    by_layer: dict[int, list[int]] = defaultdict(list)
    for index, site in enumerate(question.sites):
        check_site(anatomy, site)
        by_layer[site.layer].append(index)
    n = len(question.sites)
    changes, probs, first = np.zeros(n, np.float32), np.zeros(n, np.float32), np.zeros(n, np.int32)
    intact = versions(bench, question.node, ids, [()])[0]
    before, done = float(_value(intact, question.token_id, question.against_id)), 0
    at_once = max(1, TOKENS_AT_ONCE // len(ids))
    for indices in by_layer.values():
        for low in range(0, len(indices), at_once):
            bench.progress(say("Switching components off one by one"), done, n)
            some = indices[low : low + at_once]
            logits = versions(bench, question.node, ids, [(question.sites[index],) for index in some])  # [b, V]
            for row, index in enumerate(some):
                changes[index] = float(_value(logits[row], question.token_id, question.against_id)) - before
                probs[index] = torch.softmax(logits[row], -1)[question.token_id]
                first[index] = int(logits[row].argmax())
            done += len(some)
    bench.progress(say("Switching components off one by one"), n, n)
    prob = float(torch.softmax(intact, -1)[question.token_id])
    seconds = time.perf_counter() - began
    return Exact(question.node, question.sites, changes, probs, first, prob, seconds)


def versions(bench: Workbench, node: int, ids: Tensor, sites: list[tuple[Site, ...]]) -> Tensor:
    """[b, V] logits after the last of `ids` [T], row by row with other sites off, under the run's plan."""
    anatomy, settings, session = bench.anatomy, bench.session.settings, bench.session
    lowest = min((site.layer for group in sites for site in group), default=anatomy.n_layers)
    states = None
    if "replay" not in anatomy.missing and "resid" not in anatomy.missing:
        states = session.states(node, lowest, bench.stop)[None].expand(len(sites), -1, -1)  # [b, T, D]
    session.cool()
    first = lowest if states is not None else 0
    with intervening(anatomy, settings.plan, settings.means, first=first), switched_off(anatomy, sites):
        return run_rows(bench.model, anatomy, ids[None].expand(len(sites), -1), states, first, "last", bench.stop)
