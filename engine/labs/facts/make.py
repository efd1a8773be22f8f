"""Edits of weights: one line of one matrix (ROME), several facts over several layers (MEMIT), or one matrix fine-tuned.

rank one         W' = W + (v - W k) u' / (u' k),  u = C^-1 k              the same k in both places (r-ROME)
several layers   W' = W + R K' (w C + K K')^-1, layer by layer, each with its share of what is still missing
fine-tuning      W' = W + delta, Adam on the answer's loss; no number moves by more than `MOST_MOVED` of the spread
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from engine.capture.intervene import intervening
from engine.capture.neuron_weights import values_of
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.facts.covariance import Covariances, anatomy_check, solved
from engine.labs.facts.prefixes import mean_rows, prefixes, rows_of
from engine.labs.facts.records import Edit, Fact, MatrixEdit, Method, Settings, WeightEdit
from engine.labs.facts.value import Batch, answered, check, from_layer, likely, run_batch, seek
from engine.records import F32, Plan
from engine.sentences import say

MOST_FACTS = 64
MOST_MOVED = 0.1  # of the standard deviation of the matrix's numbers


class Made:
    """An edit with what is told of its making."""

    def __init__(self, edit: Edit, losses: F32, key_norms: F32, size: F32, tokens: int, key: F32 | None = None) -> None:
        self.edit, self.losses, self.key_norms, self.size, self.tokens = edit, losses, key_norms, size, tokens
        self.key = key  # [M] of the one fact of a rank-one edit


def make(
    bench: Workbench, facts: Sequence[Fact], layers: Sequence[int], method: Method, settings: Settings,
    covariances: Covariances,
) -> Made:  # fmt: skip
    """An edit of the loaded model.

    Raises:
        InputRefused: no facts or too many, no layers, a layer the model lacks, or as `value.seek` and the covariance.
        Stopped: a person said so.
    """
    check(settings)
    if not 1 <= len(facts) <= MOST_FACTS:
        raise InputRefused(say("An edit takes 1 to {most} facts, not {n}.", most=MOST_FACTS, n=len(facts)))
    if not layers:
        raise InputRefused(say("Choose at least one layer to edit."))
    for layer in layers:
        anatomy_check(bench.anatomy, layer)
    if method == "fine-tuning":
        return _tuned(bench, facts, layers[0], settings)
    if method == "several layers":
        return _spread(bench, facts, sorted(set(layers)), settings, covariances)
    if len(facts) > 1 or len(layers) > 1:
        raise InputRefused(
            say("A rank-one edit takes one fact at one layer. Choose “several layers” for several facts or layers.")
        )
    return _rank_one(bench, facts[0], layers[0], settings, covariances)


def _title(facts: Sequence[Fact]) -> str:
    first = f"{facts[0].subject} → {facts[0].target.strip()}"
    return first if len(facts) == 1 else f"{first} (+{len(facts) - 1})"


def _rank_one(bench: Workbench, fact: Fact, layer: int, settings: Settings, covariances: Covariances) -> Made:
    factor = covariances.factor(layer)
    sought = seek(bench, layer, fact, settings, say("Seeking the value of the new answer"))
    read = solved(factor, sought.key[:, None])[:, 0]
    read = (read / (read @ sought.key.double())).float()
    write = sought.value - sought.given
    edit = WeightEdit((layer,), _array(read[None, None]), _array(write[None, None]), title=_title((fact,)))
    size = [float(_norm(read) * _norm(write) / _norm(values_of(bench.anatomy, layer)))]
    norms, tokens = _array(_norm(sought.key)[None]), covariances.tokens
    return Made(edit, sought.losses, norms, np.array(size, np.float32), tokens, _array(sought.key))


def _spread(
    bench: Workbench, facts: Sequence[Fact], layers: list[int], settings: Settings, covariances: Covariances
) -> Made:
    """The targets are sought at the last layer; every layer below takes an equal share of what is still missing."""
    last = layers[-1]
    covariances.make_ready(layers)
    sought = [
        seek(bench, last, fact, settings, say("Seeking the value of answer {n} of {of}", n=n + 1, of=len(facts)))
        for n, fact in enumerate(facts)
    ]
    goal = torch.stack([each.value for each in sought])  # [facts, D] of the last layer's output
    before = prefixes(settings.prefixes, settings.seed)
    reads, writes, size = list[Tensor](), list[Tensor](), []
    for index, layer in enumerate(layers):
        plan = Plan((_together(layers[:index], reads, writes),)) if index else Plan()
        with intervening(bench.anatomy, plan):
            keys, _ = _means(bench, facts, before, layer)
            _, now = _means(bench, facts, before, last)
        missing = (goal - now) / (len(layers) - index)  # [facts, D]
        near = settings.weight / 1000 * covariances.matrix(layer) + keys.double().T @ keys.double()
        read = torch.linalg.solve(near, keys.double().T).T.float()  # [facts, M]
        reads.append(read)
        writes.append(missing)
        size.append(float(_norm(read.T @ missing) / _norm(values_of(bench.anatomy, layer))))
    edit = _together(layers, reads, writes, _title(facts))
    norms = torch.stack([_norm(each.key) for each in sought])
    return Made(edit, sought[0].losses, _array(norms), np.array(size, np.float32), covariances.tokens)


def _together(layers: Sequence[int], reads: Sequence[Tensor], writes: Sequence[Tensor], title: str = "") -> WeightEdit:
    return WeightEdit(tuple(layers), _array(torch.stack(list(reads))), _array(torch.stack(list(writes))), title=title)


def _means(bench: Workbench, facts: Sequence[Fact], before: Sequence[str], layer: int) -> tuple[Tensor, Tensor]:
    """[facts, M] keys and [facts, D] outputs at a layer, means over prefixes."""
    keys, outputs = [], []
    for fact in facts:
        if bench.stop():
            raise Stopped
        batch = run_batch(bench, layer, rows_of(bench.tokenizer, fact, before, fact.target, bench.session.context))
        keys.append(mean_rows(batch.keys, batch.rows))
        outputs.append(mean_rows(batch.returned, batch.rows))
    return torch.stack(keys), torch.stack(outputs)


def _tuned(bench: Workbench, facts: Sequence[Fact], layer: int, settings: Settings) -> Made:
    """The layer's whole matrix by Adam on the answers' loss, no number further off than a part of the spread."""
    anatomy = bench.anatomy
    matrix = values_of(anatomy, layer).float().cpu()  # [M, D]
    before = prefixes(settings.prefixes, settings.seed)
    batches = [
        run_batch(bench, layer, rows_of(bench.tokenizer, fact, before, fact.target, bench.session.context))
        for fact in facts
    ]
    delta = torch.zeros_like(matrix, requires_grad=True)
    most = MOST_MOVED * float(matrix.std())
    optimiser = torch.optim.Adam([delta], lr=settings.rate * most / 10)
    losses = []
    for step in range(settings.steps):
        if bench.stop():
            raise Stopped
        bench.progress(say("Fine-tuning the matrix"), step, settings.steps)
        loss = -torch.stack(
            [
                likely(_with_delta(bench, layer, batch, delta), batch.rows, answered(batch.rows)).mean()
                for batch in batches
            ]
        )
        if not bool(torch.isfinite(loss).all()):
            raise InputRefused(
                say("The loss is no longer finite at step {step}. Choose a lower rate than {rate:g}.", step=step,
                    rate=settings.rate)
            )  # fmt: skip
        (delta.grad,) = torch.autograd.grad(loss.mean(), [delta])
        optimiser.step()
        losses.append(float(loss[0].detach()))
        with torch.no_grad():
            delta.clamp_(-most, most)
    found = delta.detach()
    edit = MatrixEdit(layer, _array(found), title=_title(facts))
    norms = torch.stack([_norm(mean_rows(batch.keys, batch.rows)) for batch in batches])
    size = np.array([float(_norm(found) / _norm(matrix))], np.float32)
    return Made(edit, np.array(losses, np.float32), _array(norms), size, 0)


def _with_delta(bench: Workbench, layer: int, batch: Batch, delta: Tensor) -> Tensor:
    return from_layer(
        bench,
        layer,
        batch,
        lambda values, given: values + (given.float().cpu() @ delta).to(values),
        answered(batch.rows),
    )


def _norm(tensor: Tensor) -> Tensor:
    """Of all its numbers, on the host."""
    found: Tensor = torch.linalg.vector_norm(tensor.float().cpu())
    return found


def _array(tensor: Tensor) -> F32:
    return tensor.detach().float().cpu().numpy().copy()
