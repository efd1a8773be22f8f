"""Scores every head on repeated random tokens (see `engine.labs.attention.records` for the definitions).

A hook on each attention module reduces its weights to five diagonal means as they appear, so that no more than one
layer's weights exist at a time; the forward ends after the last block, since no logits are needed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.attention import implementation
from engine.capture.quirks import zero_alibi
from engine.capture.recorder import Enough
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.attention.records import HEAD_SCORES, AskHeadScores, HeadScores
from engine.records import F32, I64, TOKEN_KINDS, Vocabulary
from engine.sentences import say

_SPECIAL = TOKEN_KINDS.index("special")
SHORTEST = 4


def answer(question: AskHeadScores, bench: Workbench) -> HeadScores:
    """The scores of the loaded model's heads."""
    bench.session.cool()
    return score(
        bench.model, bench.anatomy, bench.vocabulary, bench.info.bos_id, bench.info.context, question,
        bench.progress, bench.stop,
    )  # fmt: skip


def score(
    model: PreTrainedModel,
    anatomy: Anatomy,
    vocabulary: Vocabulary,
    bos_id: int | None,
    context: int,
    question: AskHeadScores,
    progress: Callable[[str, int, int], None],
    stop: Callable[[], bool],
) -> HeadScores:
    """Score every head of a model.

    Raises:
        InputRefused: the model shows no attention, or the sequences do not fit it. Stopped: `stop` said so.
    """
    if "attn" in anatomy.missing:
        raise InputRefused(anatomy.missing["attn"])
    began, n = time.perf_counter(), question.length
    start = 0 if bos_id is None else 1
    _check(question, 2 * n + start, context)
    rng = np.random.default_rng(question.seed)
    found = []
    for batch in range(question.batches):
        progress(say("Scoring heads on repeated random tokens"), batch, question.batches)
        ids = sequences(rng, usable(vocabulary, anatomy.vocab_size), question.sequences, n, bos_id)
        found.append(batch_scores(model, anatomy, ids, n, start, stop))
    progress(say("Scoring heads on repeated random tokens"), question.batches, question.batches)
    every = np.concatenate(found)  # [S, 5, L, H]
    errors = every.std(axis=0, ddof=1) / np.sqrt(len(every))
    return HeadScores(
        scores=every.mean(axis=0).astype(np.float32),
        errors=errors.astype(np.float32),
        seed=question.seed,
        length=n,
        sequences=len(every),
        begins_with_bos=bool(start),
        seconds=time.perf_counter() - began,
    )


def _check(question: AskHeadScores, total: int, context: int) -> None:
    if question.length < SHORTEST or question.sequences < 1 or question.batches < 1:
        raise InputRefused(
            say(
                "At least {shortest} tokens and one sequence are needed to score heads. Ask for more.",
                shortest=SHORTEST,
            )
        )
    if question.sequences * question.batches < 2:
        raise InputRefused(say("At least two sequences are needed for the standard error of a score. Ask for more."))
    if question.seed < 0:
        raise InputRefused(say("The seed must be 0 or a larger number, not {seed}.", seed=question.seed))
    if total > context:
        raise InputRefused(
            say(
                "{length} random tokens and their repetition are {total} positions, but this model takes "
                "{context}. Ask for fewer.",
                length=question.length,
                total=total,
                context=context,
            )
        )


def usable(vocabulary: Vocabulary, vocab_size: int) -> I64:
    """Ids of the tokens that are no control tokens. [n] int64"""
    ids = np.flatnonzero(vocabulary.kinds[:vocab_size] != _SPECIAL)
    return np.asarray(ids, dtype=np.int64)


def sequences(rng: np.random.Generator, ids: I64, count: int, n: int, bos_id: int | None) -> Tensor:
    """`count` sequences of n random tokens said twice, after BOS where there is one. [count, start + 2n] int64

    Tokens within a sequence are all different where the vocabulary has that many, so that a repetition is only where
    it is meant.
    """
    halves = np.stack([rng.choice(ids, n, replace=len(ids) < n) for _ in range(count)])  # [count, n]
    parts = [] if bos_id is None else [np.full((count, 1), bos_id, np.int64)]
    return torch.from_numpy(np.concatenate([*parts, halves, halves], axis=1))


def batch_scores(
    model: PreTrainedModel, anatomy: Anatomy, ids: Tensor, n: int, start: int, stop: Callable[[], bool]
) -> F32:
    """Scores of each sequence of `ids` [S, start + 2n] for each head. [S, 5, L, H] float32

    Raises:
        Stopped: `stop` said so.
    """
    found: list[Tensor | None] = [None] * anatomy.n_layers

    def seen(layer: int, weights: Tensor) -> None:
        if stop():
            raise Stopped
        found[layer] = diagonal_means(weights, n, start)

    with torch.inference_mode(), _watching(anatomy, seen), suppress(Enough):
        model(input_ids=ids.to(anatomy.device), use_cache=False, return_dict=True)
    empty = torch.full((len(ids), len(HEAD_SCORES), anatomy.n_heads), float("nan"))  # a block without attention
    rows = [empty if means is None else means.cpu() for means in found]
    scores: F32 = torch.stack(rows, dim=2).numpy()
    return scores


def diagonal_means(weights: Tensor, n: int, start: int) -> Tensor:
    """The five means of one layer's weights [S, H, T, T], in float32. [S, 5, H]"""

    def mean(back: int, first: int) -> Tensor:
        """Attention to `back` positions before, over queries from `first` on."""
        diagonal = weights.diagonal(offset=-back, dim1=-2, dim2=-1)  # [S, H, T - back], by key
        return diagonal[..., first - back :].float().mean(dim=-1)

    second = start + n  # where the repetition begins
    to_first = weights[:, :, 1:, 0].float().mean(dim=-1)
    return torch.stack([mean(1, 1), mean(n, second), mean(n - 1, second), to_first, mean(0, 1)], dim=1)


@contextmanager
def _watching(anatomy: Anatomy, seen: Callable[[int, Tensor], None]) -> Iterator[None]:
    """Hand each block's weights to `seen` as they appear, and end the forward after the last block."""

    def watch(layer: int, index: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        return lambda _module, _args, output: seen(layer, output[index])

    def enough(_module: nn.Module, _args: tuple[Any, ...], _output: Any) -> None:
        raise Enough

    with ExitStack() as stack:
        stack.enter_context(implementation(anatomy.configs, anatomy.attention_with_weights))
        for layer, block in enumerate(anatomy.blocks):
            if block.attention is None:
                continue
            if anatomy.zero_alibi:
                stack.callback(zero_alibi(block.attention).remove)
            handle = block.attention.register_forward_hook(watch(layer, block.weights_index))
            stack.callback(handle.remove)
        stack.callback(anatomy.blocks[-1].module.register_forward_hook(enough).remove)
        yield
