"""One neuron as a memory: its weights read as tokens, its activation along a text, and where it is most active."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.linalg import vector_norm

from engine.capture.intervene import intervening
from engine.capture.many import run_rows, stopping, switched_off
from engine.capture.neuron_weights import keys_of, norm_before_keys, values_of
from engine.capture.norms import Norm, readout
from engine.capture.probe import difference
from engine.capture.recorder import Enough
from engine.capture.sites import check_site
from engine.errors import InputRefused
from engine.labkit.subject import of_bench, path_ids, require
from engine.labkit.text_lines import read_lines
from engine.labkit.workbench import Workbench
from engine.labs.neurons.records import (
    READ_TOKENS,
    AskHere,
    AskNeuron,
    AskTriggers,
    Here,
    KeyReading,
    Neuron,
    Triggers,
)
from engine.maps.sample import sample_texts
from engine.records import F32, I32, Site
from engine.sentences import say

WINDOW = 256  # tokens run at once
AROUND = 8  # tokens shown before a top one; half as many after
BINS = 41


def read(question: AskNeuron, bench: Workbench) -> Neuron:
    """What a neuron's weights say. Raises InputRefused where it is not there or cannot be read."""
    anatomy, layer, index = bench.anatomy, question.layer, question.neuron
    bench.session.cool()
    check_site(anatomy, Site("neuron", layer, index))
    value = values_of(anatomy, layer)[index].float().cpu()
    logits = readout(anatomy).read(value[None])[0].cpu()
    top, low = logits.topk(min(READ_TOKENS, len(logits))), (-logits).topk(min(READ_TOKENS, len(logits)))
    norm = norm_before_keys(bench.model, anatomy, layer)
    keys = tuple(_key(anatomy.embedding_weight, key.part, key.rows[index], norm) for key in keys_of(anatomy, layer))
    return Neuron(
        layer, index, _ids(top.indices), top.values.numpy(), _ids(low.indices), -low.values.numpy(),
        float(value.norm()), keys, norm is not None,
    )  # fmt: skip


def _ids(indices: Tensor) -> I32:
    return indices.cpu().numpy().astype(np.int32)


def _key(embedding: Tensor, part: str, row: Tensor, norm: Norm | None) -> KeyReading:
    """The embeddings nearest to a key as it stands before the norm, by cosine."""
    key = row.float().cpu()
    seen = key if norm is None else norm.back(key)
    given = seen.to(device=embedding.device, dtype=embedding.dtype)
    cosine = (embedding @ given).float() / (
        vector_norm(embedding.float(), dim=-1) * vector_norm(seen).to(embedding.device)
    )
    cosine = cosine.nan_to_num(0.0).cpu()
    count = min(READ_TOKENS, len(cosine))
    top, low = cosine.topk(count), (-cosine).topk(count)
    return KeyReading(
        part, _ids(top.indices), top.values.numpy(), _ids(low.indices), -low.values.numpy(), float(key.norm())
    )


# -- along the present text --------------------------------------------------------------------------------------


def here(question: AskHere, bench: Workbench) -> Here:
    """Activation and effect of one neuron at every position, the neuron off at all of them.

    Raises:
        InputRefused: no such node or neuron. Stopped: a person said so.
    """
    site = Site("neuron", question.layer, question.neuron)
    check_site(bench.anatomy, site)
    require(bench.anatomy, "neurons")
    ids = path_ids(bench, question.node)
    intact, activations = _all_logits(bench, question.node, ids, site, off=False)
    off, _ = _all_logits(bench, question.node, ids, site, off=True)
    before, after = torch.log_softmax(intact, -1), torch.log_softmax(off, -1)
    apart = difference(before, after)  # 0 where the model forbids a token, with or without the neuron
    kl = (before.exp() * apart).sum(-1).clamp_min(0) / np.log(2)
    rise = torch.full((len(ids),), float("nan"))
    following = ids[1:].to(before.device)[:, None]
    rise[:-1] = (apart[:-1].gather(-1, following)[:, 0] / np.log(2)).cpu()
    return Here(question.node, question.layer, question.neuron, activations, kl.cpu().numpy(), rise.numpy())


def _all_logits(bench: Workbench, node: int, ids: Tensor, site: Site, off: bool) -> tuple[Tensor, F32]:
    """[T, V] under the run's plan, with or without the neuron; and the neuron's activations [T]."""
    anatomy, settings = bench.anatomy, bench.session.settings
    states, first = None, 0
    if "replay" not in anatomy.missing and "resid" not in anatomy.missing:
        states, first = bench.session.states(node, site.layer, bench.stop)[None], site.layer
    bench.session.cool()
    seen: list[Tensor] = []
    with ExitStack() as stack:
        stack.enter_context(intervening(anatomy, settings.plan, settings.means, first=first))
        if off:
            stack.enter_context(switched_off(anatomy, [(site,)]))
        stack.callback(_watching(anatomy.blocks[site.layer].down_projection, site.index, seen))
        logits = run_rows(bench.model, anatomy, ids[None], states, first, "all", bench.stop)[0]
    return logits, seen[0].numpy()


def _watching(module: nn.Module | None, index: int, seen: list[Tensor]) -> Any:
    """A hook that keeps one column of what a down projection is given; returns how to end it."""
    if module is None:
        raise InputRefused(
            say("Orrery does not recognise the neurons of this layer. Choose another layer, or another model.")
        )

    def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
        seen.append(args[0].reshape(-1, args[0].shape[-1])[:, index].float().cpu().clone())

    return module.register_forward_pre_hook(hook).remove


# -- over a whole text -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Piece:
    kind: str
    ids: I32
    values: F32


def triggers(question: AskTriggers, bench: Workbench) -> Triggers:
    """The neuron's largest activations over the bundled sample or a file, in the intact model.

    Raises:
        InputRefused: no such neuron, or the file cannot be used. Stopped: a person said so.
    """
    check_site(bench.anatomy, Site("neuron", question.layer, question.neuron))
    texts, note = _texts(question.file)
    subject = of_bench(bench)
    window = min(WINDOW, subject.context)
    windows = [
        (kind, np.asarray(ids[low : low + window], np.int32))
        for kind, text in texts
        for ids in [subject.encode(text)]
        for low in range(0, len(ids), window)
    ]
    if not windows:
        raise InputRefused(say("{file} holds no text. Choose a file with some.", file=question.file or "The sample"))
    pieces = list(_run(question, bench, windows))
    return _summed(question, pieces, note)


def _texts(file: str) -> tuple[list[tuple[str, str]], str]:
    if not file:
        return [(sample.kind, sample.text) for sample in sample_texts()], ""
    lines, note = read_lines(Path(file).expanduser())
    return [(Path(file).name, "\n".join(lines))], note


def _run(question: AskTriggers, bench: Workbench, windows: list[tuple[str, I32]]) -> Iterator[_Piece]:
    anatomy, block = bench.anatomy, bench.anatomy.blocks[question.layer]
    total = sum(len(ids) for _, ids in windows)

    def enough(_module: nn.Module, _args: Any, _output: Any) -> None:
        raise Enough

    done = 0
    for kind, ids in windows:
        bench.progress(say("Reading the neuron along a text"), done, total)
        seen: list[Tensor] = []
        with ExitStack() as stack, torch.inference_mode(), suppress(Enough):
            stack.enter_context(stopping(anatomy, bench.stop))
            stack.callback(_watching(block.down_projection, question.neuron, seen))
            stack.callback(block.module.register_forward_hook(enough).remove)
            batch = torch.from_numpy(ids.astype(np.int64))[None].to(anatomy.device)
            bench.model(input_ids=batch, use_cache=False, return_dict=True)
        yield _Piece(kind, ids, seen[0].numpy())
        done += len(ids)
    bench.progress(say("Reading the neuron along a text"), total, total)


def _summed(question: AskTriggers, pieces: list[_Piece], note: str) -> Triggers:
    values = np.concatenate([piece.values[1:] for piece in pieces])  # [N]
    if not len(values):
        raise InputRefused(say("The text is a single token, and the first token is not counted. Choose a longer one."))
    place = np.concatenate(
        [np.stack([np.full(len(p.ids) - 1, i), np.arange(1, len(p.ids))], 1) for i, p in enumerate(pieces)]
    )
    order = np.argsort(-np.abs(values), kind="stable")[: question.count]
    width = AROUND + 1 + AROUND // 2
    contexts = np.full((len(order), width), -1, np.int32)
    around = np.full((len(order), width), np.nan, np.float32)
    for row, (which, at) in enumerate(place[order].tolist()):
        piece = pieces[which]
        low, high = max(0, at - AROUND), min(len(piece.ids), at + AROUND // 2 + 1)
        goal = slice(low - at + AROUND, high - at + AROUND)
        contexts[row, goal], around[row, goal] = piece.ids[low:high], piece.values[low:high]
    edges = np.linspace(min(values.min(), 0.0), max(values.max(), 1e-6), BINS + 1)
    counts, _ = np.histogram(values, edges)
    amount = np.abs(values)
    return Triggers(
        question.layer, question.neuron, question.file, len(values), values[order],
        tuple(pieces[which].kind for which in place[order, 0].tolist()), contexts, around, AROUND,
        edges.astype(np.float32), counts.astype(np.int32), float((amount > 0.1 * amount.max()).mean()),
        float((values > 0).mean()), float(values.mean()), note,
    )  # fmt: skip
