"""The logit difference of two names without each head, by a batch of versions of the sentence per layer.

A head switched off in layer l changes nothing below l, so each layer's versions begin at its stored states; in row h
head h's output is zero at every position, in row H + h it is its mean at that position over sentences with three other
names (Wang et al. 2022: what is left then is what such a sentence says anyway, not what this one says).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.capture.edits import edit_input
from engine.capture.many import run_rows
from engine.capture.recorder import Want, forward
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.two_names.prompts import Asked, forbidden, read, three_names
from engine.labs.two_names.records import AskNameKnockouts, NameKnockouts, NotNames
from engine.records import F32, Change, Plan, Site
from engine.sentences import say

TOKENS_AT_ONCE = 1024
Means = dict[int, Tensor]  # layer -> [T or 1, H * head_dim]


def answer(question: AskNameKnockouts, bench: Workbench) -> NameKnockouts | NotNames:
    """The difference without each head of the intact model.

    Raises:
        InputRefused: a model without heads, or fewer than one draw. Stopped: a person asked for an end.
    """
    began, anatomy = time.perf_counter(), bench.anatomy
    if question.draws < 1 or question.seed < 0:
        raise InputRefused(say("At least one sentence and a seed of 0 or more are needed for a mean."))
    asked = read(question.sentence, question.answer, question.other, bench)
    if isinstance(asked, NotNames):
        return asked
    bench.session.cool()
    sentences = three_names(asked, bench, question.draws, question.seed)
    means = _sample_means(bench) if sentences is None else _means(bench, sentences)
    captured = forward(bench.model, anatomy, asked.ids, want=Want(logits="last"), stop=bench.stop)
    if captured.resid is None or captured.logits is None:
        raise InputRefused(
            say("This model returned no hidden states, so no head can be switched off. Choose another model.")
        )
    never = forbidden(asked, captured.logits[-1], question.answer, question.other)
    if never is not None:
        return never
    intact = difference(anatomy, captured.logits, asked)[0]
    zero, mean = (np.full((anatomy.n_layers, anatomy.n_heads), np.nan, np.float32) for _ in range(2))
    for layer, block in enumerate(anatomy.blocks):
        bench.progress(say("Switching off every head"), layer, anatomy.n_layers)
        if block.out_projection is None:
            continue
        for kind, goal in (("zero", zero), ("mean", mean)):
            put = means[layer] if kind == "mean" else torch.zeros(1, anatomy.n_heads * block.head_dim)
            goal[layer] = _without(bench, asked, layer, captured.resid[:, layer], put)
    bench.progress(say("Switching off every head"), anatomy.n_layers, anatomy.n_layers)
    draws = 0 if sentences is None else question.draws
    return NameKnockouts(float(intact), zero, mean, draws, question.seed, time.perf_counter() - began)


def difference(anatomy: Anatomy, logits: Tensor, asked: Asked) -> F32:
    """[B] of the two names' logits [B, V], before the cap where there is one."""
    two = logits[:, [asked.answer, asked.other]].cpu().double()  # mps has no double precision
    if anatomy.logit_softcap is not None:
        cap = float(anatomy.logit_softcap)
        two = cap * torch.atanh((two / cap).clamp(-1 + 1e-7, 1 - 1e-7))
    values: F32 = (two[:, 0] - two[:, 1]).float().numpy()
    return values


def _without(bench: Workbench, asked: Asked, layer: int, states: Tensor, put: Tensor) -> F32:
    """[H] the difference with each head's output in `layer` replaced by its part of `put` [T or 1, H * head_dim]."""
    anatomy, length = bench.anatomy, len(asked.ids)
    module = anatomy.blocks[layer].out_projection
    if module is None:
        raise InputRefused(say("Layer {layer} has no attention heads.", layer=layer))
    found = []
    at_once = max(1, TOKENS_AT_ONCE // length)
    for low in range(0, anatomy.n_heads, at_once):
        if bench.stop():
            raise Stopped
        heads = range(low, min(low + at_once, anatomy.n_heads))
        remove = edit_input(module, _replacing(heads, anatomy.blocks[layer].head_dim, put))
        try:
            given = states[None].expand(len(heads), -1, -1)  # [B, T, D]
            ids = asked.ids[None].expand(len(heads), -1)
            logits = run_rows(bench.model, anatomy, ids, given, layer, "last", bench.stop)
        finally:
            remove()
        found.append(difference(anatomy, logits, asked))
    return np.concatenate(found)


def _replacing(heads: range, width: int, put: Tensor) -> Callable[[Tensor], Tensor]:
    def edit(values: Tensor) -> Tensor:  # [B, T, H * head_dim], a copy that may be written to
        by_row = values.view(len(heads), -1, values.shape[-1])
        for row, head in enumerate(heads):
            part = slice(head * width, (head + 1) * width)
            by_row[row, :, part] = put[:, part].to(by_row)
        return values

    return edit


def _means(bench: Workbench, sentences: Tensor) -> Means:
    """Every head's mean output at each position over `sentences` [n, T]."""
    sums: Means = {}
    length = sentences.shape[1]
    at_once = max(1, TOKENS_AT_ONCE // length)

    def add(layer: int) -> Callable[[nn.Module, tuple[Any, ...]], None]:
        def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
            rows = args[0].detach().reshape(-1, length, args[0].shape[-1]).float().sum(0).cpu().double()
            sums[layer] = sums[layer] + rows if layer in sums else rows

        return hook

    with ExitStack() as stack:
        for layer, block in enumerate(bench.anatomy.blocks):
            if block.out_projection is not None:
                stack.callback(block.out_projection.register_forward_pre_hook(add(layer)).remove)
        for low in range(0, len(sentences), at_once):
            bench.progress(say("Averaging over sentences with other names"), low, len(sentences))
            run_rows(bench.model, bench.anatomy, sentences[low : low + at_once], rows="last", stop=bench.stop)
    return {layer: (total / len(sentences)).float() for layer, total in sums.items()}


def _sample_means(bench: Workbench) -> Means:
    """The same over the bundled sample text, where the sentence holds no name to be changed: one for all positions."""
    anatomy = bench.anatomy
    layers = [layer for layer, block in enumerate(anatomy.blocks) if block.out_projection is not None]
    sites = {layer: [Site("head", layer, head) for head in range(anatomy.n_heads)] for layer in layers}
    plan = Plan(tuple(Change(site, 0.0, mean=True) for group in sites.values() for site in group))
    means = bench.means(plan)
    if means is None:
        raise InputRefused(say("There is no text to take means over. Put one of the names into the sentence."))
    return {layer: torch.cat([means[site] for site in group])[None] for layer, group in sites.items()}
