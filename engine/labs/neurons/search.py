"""Finds neurons by how much they write here, by how they differ between two texts, and by what they promote."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.linalg import vector_norm

from engine.capture.neuron_weights import values_of
from engine.capture.norms import readout
from engine.capture.recorder import Want, forward
from engine.errors import InputRefused, Stopped
from engine.generation.prompt import encode
from engine.labkit.subject import path_ids, require, token_of
from engine.labkit.workbench import Workbench
from engine.labs.neurons.records import (
    Active,
    AskActive,
    AskPromoters,
    Promoters,
)
from engine.records import I32
from engine.sentences import say


def most_active(question: AskActive, bench: Workbench) -> Active:
    """The neurons that write the longest vectors at `node`, or differ most from the end of another text.

    Raises:
        InputRefused: no such node, no neurons, or the other text cannot be used. Stopped: a person said so.
    """
    require(bench.anatomy, "neurons")
    ids = path_ids(bench, question.node)
    bench.session.cool()
    bench.progress(say("Reading the activation of every neuron"), 0, 2)
    here = _last(bench, ids)  # [L, M]
    there, other_tokens = torch.full_like(here, float("nan")), 0
    if question.other.strip():
        size = bench.anatomy.vocab_size
        other = encode(bench.tokenizer, question.other, chat=False, context=bench.session.context, vocab_size=size)
        bench.progress(say("Reading the activation of every neuron"), 1, 2)
        there, other_tokens = _last(bench, torch.from_numpy(other.astype(np.int64))), len(other)
    difference = here - there if other_tokens else here
    lengths = torch.stack(
        [vector_norm(values_of(bench.anatomy, layer).float(), dim=-1).cpu() for layer in range(bench.anatomy.n_layers)]
    )  # [L, M]
    writes = difference.abs() * lengths
    order = writes.ravel().argsort(descending=True, stable=True)[: question.count]
    layers, indices = _split(order, here.shape[1])
    first, second, lengths_written = (values.ravel()[order].numpy() for values in (here, there, writes))
    bench.progress(say("Reading the activation of every neuron"), 2, 2)
    return Active(question.node, layers, indices, first, second, lengths_written, other_tokens)


def _last(bench: Workbench, ids: Tensor) -> Tensor:
    """[L, M] activations at the last position, under the run's plan."""
    settings = bench.session.settings
    want = Want(resid=False, neurons=True, logits="none")
    captured = forward(
        bench.model, bench.anatomy, ids, want=want, plan=settings.plan, means=settings.means, stop=bench.stop
    )
    if captured.neurons is None:
        raise InputRefused(
            say("Orrery does not recognise the neurons of this model. Choose another model for this view.")
        )
    return captured.neurons[-1].clone()


def _split(order: Tensor, width: int) -> tuple[I32, I32]:
    flat = order.cpu().numpy()
    return (flat // width).astype(np.int32), (flat % width).astype(np.int32)


def promoters(question: AskPromoters, bench: Workbench) -> Promoters:
    """The neurons whose values read most, by amount, as a token.

    Raises:
        InputRefused: no such token, no neurons, or a head of another form. Stopped: a person said so.
    """
    require(bench.anatomy, "neurons")
    if not question.token:
        raise InputRefused(say("Type the token whose neurons are to be found, for example Paris."))
    token = token_of(bench.tokenizer, question.token, bench.anatomy.vocab_size)
    direction = readout(bench.anatomy).direction(token)
    scores, cosines = [], []
    for layer in range(bench.anatomy.n_layers):
        if bench.stop():
            raise Stopped
        bench.progress(say("Reading every neuron's output weights"), layer, bench.anatomy.n_layers)
        values = values_of(bench.anatomy, layer).float()
        along = values @ direction.to(values.device)  # [M]
        scores.append(along.cpu())
        lengths = vector_norm(values, dim=-1) * float(vector_norm(direction))
        cosines.append((along / lengths.clamp_min(1e-12)).cpu())
    every, cosine = torch.stack(scores), torch.stack(cosines)
    order = every.abs().ravel().argsort(descending=True, stable=True)[: question.count]
    layers, indices = _split(order, every.shape[1])
    return Promoters(token, layers, indices, every.ravel()[order].numpy(), cosine.ravel()[order].numpy())
