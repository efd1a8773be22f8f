"""The value that makes a model say a new answer: what a layer's down projection is to return at the subject.

The model runs from the stored states of the layer on, with a vector d added to that output at the subject's last
token; Adam changes d to make the answer likely behind every prefix, while "{subject} is a" keeps its next token (KL)
and d stays short. No weight is changed and none has a gradient.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.edits import OutputEdit, edit_output
from engine.capture.replay import detour
from engine.dictionaries.hooks import watch
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.facts.prefixes import Rows, mean_rows, packed, prefixes, rows_of
from engine.labs.facts.records import Fact, Settings
from engine.records import F32
from engine.sentences import say

Kept = tuple[int, ...]  # positions whose logits are made, rising


@dataclass(frozen=True)
class Batch:
    """Rows with the states that enter a layer, and what its down projection is given and returns there."""

    rows: Rows
    states: Tensor  # [B, T, D] entering the layer
    keys: Tensor  # [B, T, M] float32
    returned: Tensor  # [B, T, D] float32 of the down projection


@dataclass(frozen=True)
class Sought:
    """What was found for one fact."""

    key: Tensor  # [M] float32, mean over the prefixes
    value: Tensor  # [D] float32: the mean output over the prefixes + d
    given: Tensor  # [D] float32: what the matrix makes of the key now
    losses: F32  # [steps]


def run_batch(bench: Workbench, layer: int, rows: Rows) -> Batch:
    """Run rows once and keep what stands at a layer."""
    anatomy, kept = bench.anatomy, dict[str, Tensor]()
    module = anatomy.blocks[layer].down_projection
    assert module is not None  # noqa: S101  the caller has seen to it

    def keep(name: str) -> Callable[[Tensor], None]:
        return lambda values: kept.__setitem__(name, values.detach().clone())

    def entering(_module: object, args: tuple[Tensor, ...], kwargs: dict[str, Tensor]) -> None:
        keep("states")(args[0] if args else kwargs["hidden_states"])

    ends = [
        anatomy.blocks[layer].module.register_forward_pre_hook(entering, with_kwargs=True).remove,
        watch(anatomy, Hook("neurons", layer), keep("keys")),
        module.register_forward_hook(lambda _module, _args, output: keep("returned")(output)).remove,
    ]
    try:
        with torch.no_grad():
            bench.model(input_ids=rows.ids.to(anatomy.device), use_cache=False, return_dict=True)
    finally:
        for end in ends:
            end()
    shape = rows.ids.shape
    keys, returned = (kept[name].float().cpu().reshape(*shape, -1) for name in ("keys", "returned"))
    return Batch(rows, kept["states"], keys, returned)


def seek(bench: Workbench, layer: int, fact: Fact, settings: Settings, doing: str) -> Sought:
    """The key of a fact at a layer, and the value that makes its target the answer.

    Raises:
        InputRefused: the subject is not in the prompt, an answer is missing, a number is out of range, or the loss is
            no longer finite. Stopped: a person said so.
    """
    check(settings)
    tokenizer, context = bench.tokenizer, bench.session.context
    before = prefixes(settings.prefixes, settings.seed)
    batch = run_batch(bench, layer, rows_of(tokenizer, fact, before, fact.target, context))
    about = Fact(f"{fact.subject} is a", fact.subject, "")
    other = run_batch(bench, layer, rows_of(tokenizer, about, ("",), "", context))
    key = mean_rows(batch.keys, batch.rows)
    value = mean_rows(batch.returned, batch.rows)
    d, losses = _descend(bench, layer, batch, other, torch.linalg.vector_norm(value), settings, doing)
    return Sought(key, value + d, given_now(bench.anatomy, layer, key), losses)


def given_now(anatomy: Anatomy, layer: int, key: Tensor) -> Tensor:
    """[D] what a layer's down projection returns for a key [M], with its bias; float32."""
    module = anatomy.blocks[layer].down_projection
    assert module is not None  # noqa: S101
    with torch.no_grad():
        out: Tensor = module(key[None].to(device=anatomy.device, dtype=anatomy.dtype))
    return out[0].float().cpu()


def _descend(
    bench: Workbench, layer: int, batch: Batch, other: Batch, length: Tensor, settings: Settings, doing: str
) -> tuple[Tensor, F32]:
    """d [D] and the loss at each step."""
    d = torch.zeros(bench.anatomy.d_model, requires_grad=True)
    optimiser = torch.optim.Adam([d], lr=settings.rate)
    losses = []
    ends = lasts(other.rows)
    with torch.no_grad():
        was = torch.log_softmax(_last(_from_layer(bench, layer, other, None, ends), other.rows, ends), -1)
    kept = answered(batch.rows)
    for step in range(settings.steps):
        if bench.stop():
            raise Stopped
        bench.progress(doing, step, settings.steps)
        answer = likely(_from_layer(bench, layer, batch, d, kept), batch.rows, kept).mean()
        now = torch.log_softmax(_last(_from_layer(bench, layer, other, d, ends), other.rows, ends), -1)
        kl = divergence(now, was).mean()
        loss = -answer + settings.kl * kl + settings.decay * torch.linalg.vector_norm(d) / length**2
        if not bool(torch.isfinite(loss)):
            raise InputRefused(
                say("The loss is no longer finite at step {step}. Choose a lower rate than {rate:g}.", step=step,
                    rate=settings.rate)
            )  # fmt: skip
        (d.grad,) = torch.autograd.grad(loss, [d])  # of d alone: the model's weights get none
        optimiser.step()
        losses.append(float(loss.detach()))
        with torch.no_grad():
            longest = settings.most * length
            size = torch.linalg.vector_norm(d)
            if size > longest:
                d.mul_(longest / size)
    return d.detach(), np.array(losses, np.float32)


def divergence(now: Tensor, was: Tensor) -> Tensor:
    """KL(now || was) of log-probabilities [..., V], nats; a token that the model forbids (p = 0) adds nothing."""
    known = now > -math.inf
    return torch.where(known, now.exp() * (torch.where(known, now, 0.0) - torch.where(known, was, 0.0)), 0.0).sum(-1)


def _from_layer(bench: Workbench, layer: int, batch: Batch, d: Tensor | None, kept: Kept) -> Tensor:
    """As `from_layer`, with d added at the subjects."""
    rows = torch.arange(len(batch.rows.at))
    at = torch.tensor(batch.rows.at)

    def add(values: Tensor, _given: Tensor) -> Tensor:
        by_row = values.view(len(rows), -1, values.shape[-1])
        if d is not None:
            by_row[rows, at] = by_row[rows, at] + d.to(by_row)
        return by_row.view_as(values)

    return from_layer(bench, layer, batch, add, kept)


def answered(rows: Rows) -> Kept:
    """The positions whose logits tell of an answer's token in some row."""
    return tuple(sorted({at - 1 for first, end in rows.answers for at in range(first, end)}))


def lasts(rows: Rows) -> Kept:
    """The last position of every row."""
    return tuple(sorted({length - 1 for length in rows.lengths}))


def from_layer(bench: Workbench, layer: int, batch: Batch, edit: OutputEdit, kept: Kept) -> Tensor:
    """Logits [B, kept, V] float32 on the host from a layer on, its down projection's output edited; with gradients.

    The unembedding of all positions is a fifth of the work and more, so models that can leave the others out do.
    """
    anatomy = bench.anatomy
    module = anatomy.blocks[layer].down_projection
    assert module is not None  # noqa: S101
    end = edit_output(module, edit)
    try:
        with detour(anatomy, batch.states, layer, anatomy.n_layers - 1, None):
            ids = batch.rows.ids.to(anatomy.device)
            fewer = "logits_to_keep" in inspect.signature(bench.model.forward).parameters
            more = {"logits_to_keep": torch.tensor(kept, device=ids.device)} if fewer else {}
            logits: Tensor = bench.model(input_ids=ids, use_cache=False, return_dict=True, **more).logits
        return (logits if fewer else logits[:, list(kept)]).float().cpu()
    finally:
        end()


def run_plain(bench: Workbench, rows: Rows) -> Tensor:
    """Logits [B, T, V] float32 on the host of the model as it is."""
    with torch.no_grad():
        ids = rows.ids.to(bench.anatomy.device)
        logits: Tensor = bench.model(input_ids=ids, use_cache=False, return_dict=True).logits
    return logits.float().cpu()


def likely(logits: Tensor, rows: Rows, kept: Kept | None = None) -> Tensor:
    """[B] log-probability of each row's answer, nats: the sum over its tokens. Logits of all positions or of `kept`."""
    logs = torch.log_softmax(logits.float(), -1)
    found = []
    for row, (first, end) in enumerate(rows.answers):
        tokens = rows.ids[row, first:end]
        low = first - 1 if kept is None else kept.index(first - 1)
        found.append(logs[row, low : low + end - first].gather(-1, tokens[:, None].to(logs.device)).sum())
    return torch.stack(found)


def _last(logits: Tensor, rows: Rows, kept: Kept) -> Tensor:
    """[B, V] after each row's last token."""
    return torch.stack([logits[row, kept.index(length - 1)] for row, length in enumerate(rows.lengths)])


def check(settings: Settings) -> None:
    """Raises InputRefused for numbers that nothing can be made with."""
    ranges = (
        (1 <= settings.steps <= 1000, say("The number of steps must be from 1 to 1,000, not {n}.", n=settings.steps)),
        (0 < settings.rate <= 100, say("The rate must be above 0 and at most 100, not {n:g}.", n=settings.rate)),
        (1 <= settings.prefixes <= 64, say("There can be 1 to 64 prefixes, not {n}.", n=settings.prefixes)),
        (settings.most > 0, say("The longest change must be above 0, not {n:g}.", n=settings.most)),
        (settings.weight > 0, say("The covariance's weight must be above 0, not {n:g}.", n=settings.weight)),
        (settings.kl >= 0 and settings.decay >= 0, say("Weights of the loss must be 0 or more.")),
    )
    for good, sentence in ranges:
        if not good:
            raise InputRefused(sentence)


def subject_rows(bench: Workbench, facts: Sequence[Fact]) -> Rows:
    """The bare prompts of several facts as one batch."""
    found = [rows_of(bench.tokenizer, fact, ("",), fact.target, bench.session.context) for fact in facts]
    ids = [row.ids[0, : row.lengths[0]].tolist() for row in found]
    return packed(ids, [row.at[0] for row in found], [row.answers[0] for row in found])
