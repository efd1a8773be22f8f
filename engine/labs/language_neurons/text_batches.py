"""Texts as batches, and what a model loses on each, resumed from stored states where only upper blocks change.

Texts of similar length share a batch and are padded on the right (see `engine.capture.many`); padding is left out of
every sum. Loss is in bits: the sum over a text's tokens of -log2 p, its first token excepted. A token that the model
forbids (p = 0, whatever is switched off) would make every loss and every comparison infinite: it adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from engine.capture.many import run_rows
from engine.errors import InputRefused, Stopped
from engine.labkit.subject import Subject
from engine.labs.language_neurons.text_sets import TextSet
from engine.records import F32, I32
from engine.sentences import say

F64 = npt.NDArray[np.float64]
Neuron = tuple[int, int]  # layer, index
LOGITS_AT_ONCE = 2**24  # 64 MB
TOKENS_AT_ONCE = 1024


@dataclass
class Batch:
    """Some texts of one set, padded to one length."""

    rows: list[int]  # their numbers in the set
    ids: Tensor  # [B, T] int64, 0 where padded
    lengths: Tensor  # [B]
    states: dict[int, Tensor] = field(default_factory=dict)  # layer -> [B, T, D] that enter it, intact


@dataclass
class Corpus:
    """One set of texts, encoded for one model."""

    name: str
    batches: list[Batch]
    n_texts: int
    n_tokens: I32  # [n] tokens predicted of each text
    note: str = ""


def encoded(subject: Subject, texts: TextSet, rows: Sequence[int] | None = None) -> Corpus:
    """A set's texts (those numbered `rows`) as batches, cut where they are longer than the model's context.

    Raises:
        InputRefused: too few texts of two tokens or more are left.
    """
    chosen = range(len(texts.texts)) if rows is None else rows
    every = [subject.encode(texts.texts[row]) for row in chosen]
    cut = sum(len(ids) > subject.context for ids in every)
    every = [ids[: subject.context] for ids in every]
    kept = [ids for ids in every if len(ids) >= 2]
    if len(kept) < 2:
        raise InputRefused(
            say("The set {name} has {n} texts of two tokens or more, but two are needed.", name=texts.name, n=len(kept))
        )
    notes = [texts.note] if texts.note else []
    if cut:
        notes.append(
            say(
                "{cut} texts of {name} were cut to the model's context of {context:,} tokens.",
                cut=cut,
                name=texts.name,
                context=subject.context,
            )
        )
    if len(kept) < len(every):
        notes.append(
            say(
                "{n} texts of {name} were shorter than two tokens and left out.",
                n=len(every) - len(kept),
                name=texts.name,
            )
        )
    return Corpus(
        texts.name, list(_batches(kept, subject.anatomy.vocab_size)), len(kept),
        np.array([len(ids) - 1 for ids in kept], np.int32), " ".join(notes),
    )  # fmt: skip


def _batches(every: list[list[int]], vocab_size: int) -> Iterator[Batch]:
    order = sorted(range(len(every)), key=lambda row: len(every[row]))
    tokens = max(1, min(TOKENS_AT_ONCE, LOGITS_AT_ONCE // max(vocab_size, 1)))
    some: list[int] = []
    for row in order:
        if some and (len(some) + 1) * len(every[row]) > tokens:
            yield _batch(every, some)
            some = []
        some.append(row)
    if some:
        yield _batch(every, some)


def _batch(every: list[list[int]], rows: list[int]) -> Batch:
    lengths = torch.tensor([len(every[row]) for row in rows])
    ids = torch.zeros(len(rows), int(lengths.max()), dtype=torch.long)
    for index, row in enumerate(rows):
        ids[index, : len(every[row])] = torch.tensor(every[row])
    return Batch(list(rows), ids, lengths)


# -- running -----------------------------------------------------------------------------------------------------


def keep_states(
    subject: Subject, corpora: Sequence[Corpus], layers: Sequence[int], doing: str, neurons: Sequence[Neuron] = ()
) -> tuple[list[F64], list[F32]]:
    """Run every text once, intact, and keep what enters `layers`.

    Returns, corpus by corpus: the loss of each text in bits [n], and the mean activation of each of `neurons` [n, k].
    """
    may = "replay" not in subject.anatomy.missing
    total, done = sum(len(corpus.batches) for corpus in corpora), 0
    found: tuple[list[F64], list[F32]] = ([], [])
    for corpus in corpora:
        losses, means = np.zeros(corpus.n_texts), np.zeros((corpus.n_texts, len(neurons)), np.float32)
        for batch in corpus.batches:
            subject.progress(doing, done, total)
            with ExitStack() as stack:
                for layer in set(layers) if may else ():
                    stack.callback(_keep(subject, layer, batch))
                for column, (layer, index) in enumerate(neurons):
                    down = subject.anatomy.blocks[layer].down_projection
                    if down is not None:
                        hook = _mean_hook(means[:, column : column + 1], batch, slice(index, index + 1))
                        stack.callback(down.register_forward_pre_hook(hook).remove)
                losses[batch.rows] = _losses(subject, batch, None, 0)
            done += 1
        found[0].append(losses)
        found[1].append(means)
    subject.progress(doing, total, total)
    return found


def _keep(subject: Subject, layer: int, batch: Batch) -> Callable[[], None]:
    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        states: Tensor = args[0] if args else kwargs["hidden_states"]
        batch.states[layer] = states.detach().clone()

    module = subject.anatomy.blocks[layer].module
    return module.register_forward_pre_hook(hook, with_kwargs=True).remove


def losses_with(
    subject: Subject,
    corpus: Corpus,
    lowest: int,
    change: Callable[[Batch], AbstractContextManager[Any]],
    told: Callable[[], None] = lambda: None,
) -> F64:
    """The loss of each text [n] bits, with `change(batch)` made to blocks `lowest` and up. Raises Stopped."""
    losses = np.zeros(corpus.n_texts)
    for batch in corpus.batches:
        told()
        layer = max((known for known in batch.states if known <= lowest), default=None)
        states = None if layer is None else batch.states[layer]
        with change(batch):
            losses[batch.rows] = _losses(subject, batch, states, layer or 0)
    return losses


def _losses(subject: Subject, batch: Batch, states: Tensor | None, first: int) -> F64:
    """[B] bits."""
    if subject.stop():
        raise Stopped
    logits = run_rows(subject.model, subject.anatomy, batch.ids, states, first, "all", subject.stop)  # [B, T, V]
    sums = np.empty(len(batch.rows))
    for row, length in enumerate(batch.lengths.tolist()):  # a text at a time: no second array of all logits
        here = logits[row, : length - 1]
        following = batch.ids[row, 1:length].to(here.device)[:, None]
        given = here.gather(-1, following)[:, 0]
        bits = (torch.logsumexp(here, -1) - given).where(given > -torch.inf, 0.0) / np.log(2)
        sums[row] = float(bits.cpu().double().sum())  # mps has no double precision
    return sums


def intact(_batch: Batch) -> AbstractContextManager[None]:
    """No change at all."""
    return nullcontext()


def mean_activations(subject: Subject, corpora: Sequence[Corpus], doing: str) -> list[F32]:
    """The mean over each text's tokens of every neuron, corpus by corpus. [n, L, M] float32

    Raises:
        Stopped: a person said so.
    """
    a = subject.anatomy
    total, done, found = sum(len(corpus.batches) for corpus in corpora), 0, []
    for corpus in corpora:
        means = np.zeros((corpus.n_texts, a.n_layers, a.d_mlp), np.float32)
        for batch in corpus.batches:
            subject.progress(doing, done, total)
            with ExitStack() as stack:
                for layer, block in enumerate(a.blocks):
                    if block.down_projection is not None:
                        hook = _mean_hook(means[:, layer], batch, slice(None))
                        stack.callback(block.down_projection.register_forward_pre_hook(hook).remove)
                run_rows(subject.model, a, batch.ids, None, 0, "last", subject.stop)
            done += 1
        found.append(means)
    subject.progress(doing, total, total)
    return found


def _mean_hook(goal: F32, batch: Batch, columns: slice) -> Callable[[nn.Module, tuple[Any, ...]], None]:
    """A hook that writes the means of some neurons over each text into `goal` [n, k]."""

    def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
        values = args[0].reshape(*batch.ids.shape, -1)[..., columns].float()  # [B, T, k]
        inside = (torch.arange(values.shape[1])[None] < batch.lengths[:, None]).to(values)[..., None]
        mean = (values * inside).sum(1) / batch.lengths.to(values)[:, None]
        goal[batch.rows] = mean.cpu().numpy()

    return hook


# -- numbers -----------------------------------------------------------------------------------------------------


def per_token(losses: F64, tokens: I32) -> float:
    """Bits per token over all texts."""
    return float(losses.sum() / tokens.sum())


def interval(losses: F64, tokens: I32, draws: int, seed: int) -> tuple[float, float]:
    """95 % percentile bootstrap interval of bits per token, texts drawn with replacement."""
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, len(losses), (draws, len(losses)))
    rates = losses[chosen].sum(1) / tokens[chosen].sum(1)
    low, high = np.percentile(rates, (2.5, 97.5))
    return float(low), float(high)
