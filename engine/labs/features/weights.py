"""What one feature's weights say: what it writes, read as tokens at once and through the later layers; what feeds it;
and which features lie near it. Beside each number stands that of random directions.

What it writes is its direction times an amount of activation, as it is added at its hook. Read at once, that vector
meets the final norm and the unembedding, the norm's scale held at what it is after a neutral context; read through the
later layers, it is added at the last token of each of a few neutral contexts, and the change of the final
log-probabilities is averaged. There only tokens count that have some probability with it or without: that of the others
is the log of next to nothing, which any vector changes by much.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.edits import edit_input, edit_output
from engine.capture.many import run_rows
from engine.capture.neuron_weights import values_of
from engine.capture.norms import readout
from engine.capture.placed import tensor_of
from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of
from engine.errors import InputRefused
from engine.labkit.subject import of_bench
from engine.labkit.undertrained import Undertrained, undertrained
from engine.labkit.workbench import Workbench
from engine.labs.features.activations import read
from engine.labs.features.checks import require_feature
from engine.labs.features.records import PROBABLE, READ_TOKENS, AskReading, Ends, Reading
from engine.records import F32, I32
from engine.sentences import say

NEUTRAL = ("It is", "I think that", "There was a", "This is the")
RANDOM = 8  # directions of each control
SHOWN = 8
Pairs = tuple[tuple[int, int], ...]


def reading(question: AskReading, bench: Workbench) -> Reading:
    """Everything that the weights say of one feature.

    Raises:
        InputRefused: no such dictionary or feature, or one that does not fit the model. Stopped: a person said so.
    """
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    feature = require_feature(dictionary.info, question.feature)
    bench.session.cool()
    bench.progress(say("Reading feature {name}", name=f"F{feature}"), 0, 2)
    chance = torch.Generator().manual_seed(feature)
    contexts = _contexts(bench)
    states = [read(bench, dictionary.info.hook, ids)[0, -1] for ids in contexts]
    kept_out = _undertrained(bench)
    added = [_written(dictionary, feature, question.amount, state) for state in states]
    through, scale = _through(bench, dictionary, contexts, added, kept_out, chance)
    bench.progress(say("Reading feature {name}", name=f"F{feature}"), 1, 2)
    direct, why_not = _direct(bench, dictionary, torch.stack(added).mean(0), scale, kept_out, chance)
    row = _encoder_row(dictionary, feature)
    neurons, cosines, neuron_random = _neurons(bench.anatomy, dictionary, row, chance)
    heads, shares, head_random = _heads(bench.anatomy, dictionary, row, chance)
    near, near_cosines, near_random = _near(dictionary, feature, chance)
    length = float(
        torch.stack(
            [
                torch.linalg.vector_norm(a).cpu() / torch.linalg.vector_norm(s).cpu()
                for a, s in zip(added, states, strict=True)
            ]
        ).mean()
    )
    bench.progress(say("Reading feature {name}", name=f"F{feature}"), 2, 2)
    return Reading(
        feature, question.amount, length, direct, why_not, through, NEUTRAL, int(kept_out.candidates.sum()),
        kept_out.by, scale, neurons, cosines, neuron_random, heads, shares, head_random, near, near_cosines,
        near_random, float(torch.cosine_similarity(row, dictionary.directions()[feature].cpu(), dim=0)),
    )  # fmt: skip


_FOUND: dict[int, tuple[Anatomy, Undertrained]] = {}  # of the model that is loaded


def _undertrained(bench: Workbench) -> Undertrained:
    held = _FOUND.get(0)
    if held is None or held[0] is not bench.anatomy:
        held = _FOUND[0] = bench.anatomy, undertrained(bench.anatomy, bench.vocabulary)
    return held[1]


def _contexts(bench: Workbench) -> list[Tensor]:
    """[1, t] token ids of each neutral context."""
    subject = of_bench(bench)
    return [torch.tensor([subject.encode(text)], dtype=torch.long) for text in NEUTRAL]


def _written(dictionary: Dictionary, feature: int, amount: float, state: Tensor) -> Tensor:
    """[width of the hook] what the feature adds at `state`; on the dictionary's device."""
    scale = dictionary.normalised(state[None].to(dictionary.w_dec.device))[2].reshape(-1)
    return amount * dictionary.w_dec[feature] * scale


# -- what it writes ----------------------------------------------------------------------------------------------


def _through(
    bench: Workbench, dictionary: Dictionary, contexts: list[Tensor], added: list[Tensor], kept_out: Undertrained,
    chance: torch.Generator,
) -> tuple[Ends, float]:  # fmt: skip
    """The change of the final log-probabilities in bits, mean over the contexts; and the final norm's mean scale."""
    changes, probable, scales = [], [], []
    for ids, vector in zip(contexts, added, strict=True):
        random = torch.randn(RANDOM, len(vector), generator=chance).to(vector.device)
        random *= torch.linalg.vector_norm(vector) / torch.linalg.vector_norm(random, dim=-1, keepdim=True)
        rows = torch.cat([torch.zeros_like(vector)[None], vector[None], random])  # [2 + RANDOM, width]
        logits, scale = _with_added(bench, dictionary, ids, rows)
        logs = torch.log_softmax(logits, -1).cpu() / np.log(2)
        changes.append((logs[1:] - logs[0]).nan_to_num(0.0))
        probable.append(torch.maximum(logs[1:], logs[0]).exp2())
        scales.append(scale)
    change = torch.stack(changes).mean(0)  # [1 + RANDOM, V]
    change[torch.stack(probable).mean(0) < PROBABLE] = 0.0
    return _ends(change[0], change[1:], kept_out), float(np.mean(scales))


def _with_added(bench: Workbench, dictionary: Dictionary, ids: Tensor, rows: Tensor) -> tuple[Tensor, float]:
    """[b, V] logits after the last token, each with another vector added there; the final norm's scale without any."""
    anatomy = bench.anatomy
    module, side = module_of(anatomy, dictionary.info.hook)
    seen: list[Tensor] = []

    def add(values: Tensor) -> Tensor:
        by_row = values.view(len(rows), -1, values.shape[-1])
        by_row[:, -1] += rows.to(by_row)
        return values

    def watch(_module: Any, args: tuple[Any, ...]) -> None:
        seen.append(args[0].reshape(len(rows), -1, args[0].shape[-1])[0, -1].float().cpu())

    with ExitStack() as stack:
        put = edit_input(module, add) if side == "input" else edit_output(module, lambda values, _given: add(values))
        stack.callback(put)
        if anatomy.final_norm is not None:
            stack.callback(anatomy.final_norm.register_forward_pre_hook(watch).remove)
        logits = run_rows(bench.model, anatomy, ids.expand(len(rows), -1), rows="last", stop=bench.stop)
    scale = 1.0
    with suppress(InputRefused):
        scale = readout(anatomy).norm.apart(seen[0]) if seen else 1.0
    return logits, scale


def _direct(
    bench: Workbench, dictionary: Dictionary, vector: Tensor, scale: float, kept_out: Undertrained,
    chance: torch.Generator,
) -> tuple[Ends | None, str]:  # fmt: skip
    """The logits that the vector adds with the final norm's scale held; or why that cannot be told."""
    try:
        head = readout(bench.anatomy)
        written = vector.float().cpu()
        if dictionary.info.hook.kind == "neurons":
            written = written @ values_of(bench.anatomy, dictionary.info.hook.layer).float().cpu()
    except InputRefused as error:
        return None, str(error)
    random = torch.randn(RANDOM, len(written), generator=chance)
    random *= torch.linalg.vector_norm(written) / torch.linalg.vector_norm(random, dim=-1, keepdim=True)
    logits = head.read(torch.cat([written[None], random])).cpu() / scale
    return _ends(logits[0], logits[1:], kept_out), ""


def _ends(values: Tensor, random: Tensor, kept_out: Undertrained) -> Ends:
    """The tokens with the largest and the least of `values` [V], and the largest amount of each of `random`."""
    shown = torch.from_numpy(np.flatnonzero(~kept_out.candidates[: len(values)]))
    there = values[shown]
    up = there.topk(min(READ_TOKENS, int((there > 0).sum())))
    down = (-there).topk(min(READ_TOKENS, int((there < 0).sum())))
    return Ends(
        _ids(shown[up.indices]), up.values.numpy(), _ids(shown[down.indices]), -down.values.numpy(),
        float(random[:, shown].abs().amax(-1).mean()),
    )  # fmt: skip


def _ids(indices: Tensor) -> I32:
    return indices.cpu().numpy().astype(np.int32)


# -- what feeds it -----------------------------------------------------------------------------------------------


def _encoder_row(dictionary: Dictionary, feature: int) -> Tensor:
    """[width of the hook] what its pre-activation grows along, in the units of what is read."""
    row = dictionary.w_enc[feature]
    return (row / dictionary.scale if dictionary.info.normalising == "fixed" else row - row.mean()).float().cpu()


def _random_rows(width: int, chance: torch.Generator) -> Tensor:
    return torch.nn.functional.normalize(torch.randn(RANDOM, width, generator=chance), dim=-1)


def _neurons(
    anatomy: Anatomy, dictionary: Dictionary, row: Tensor, chance: torch.Generator
) -> tuple[Pairs, F32, float]:  # fmt: skip
    """The neurons that write most along the row: cosines of their outputs with it."""
    hook, unit = dictionary.info.hook, torch.nn.functional.normalize(row, dim=0)
    if hook.kind == "neurons":
        order = unit.abs().argsort(descending=True)[:SHOWN]
        at_random = _random_rows(len(unit), chance).abs().amax(-1).mean()
        return tuple((hook.layer, int(it)) for it in order), unit[order].numpy(), float(at_random)
    layers = range(hook.layer + 1) if hook.kind == "resid" else (hook.layer,) if hook.kind == "mlp" else ()
    if "neurons" in anatomy.missing or not layers:
        return (), np.empty(0, np.float32), 0.0
    rows = torch.cat([unit[None], _random_rows(len(unit), chance)])
    cosines = [torch.nn.functional.normalize(values_of(anatomy, at).float().cpu(), dim=-1) @ rows.T for at in layers]
    every = torch.cat(cosines)  # [layers * M, 1 + RANDOM]
    order = every[:, 0].abs().argsort(descending=True)[:SHOWN]
    pairs = tuple((layers[int(at) // anatomy.d_mlp], int(at) % anatomy.d_mlp) for at in order)
    return pairs, every[order, 0].numpy(), float(every[:, 1:].abs().amax(0).mean())


def _heads(
    anatomy: Anatomy, dictionary: Dictionary, row: Tensor, chance: torch.Generator
) -> tuple[Pairs, F32, float]:  # fmt: skip
    """The heads whose output matrix lies most along the row: |W_O row| / |W_O|."""
    hook, unit = dictionary.info.hook, torch.nn.functional.normalize(row, dim=0)
    layers = range(hook.layer + 1) if hook.kind == "resid" else (hook.layer,) if hook.kind == "attention" else ()
    if "heads" in anatomy.missing or not layers:
        return (), np.empty(0, np.float32), 0.0
    rows = torch.cat([unit[None], _random_rows(len(unit), chance)])
    shares, pairs = [], list[tuple[int, int]]()
    for layer in layers:
        matrix = _output_matrix(anatomy, layer)
        if matrix is None:
            continue
        by_head = matrix.view(anatomy.n_heads, -1, matrix.shape[-1])  # [H, head_dim, D]
        along = torch.linalg.vector_norm(by_head @ rows.T, dim=1) / torch.linalg.vector_norm(
            by_head.flatten(1), dim=-1, keepdim=True
        )  # [H, 1 + RANDOM]
        shares.append(along)
        pairs += [(layer, head) for head in range(anatomy.n_heads)]
    if not shares:
        return (), np.empty(0, np.float32), 0.0
    every = torch.cat(shares)
    order = every[:, 0].argsort(descending=True)[:SHOWN]
    return tuple(pairs[int(at)] for at in order), every[order, 0].numpy(), float(every[:, 1:].amax(0).mean())


def _output_matrix(anatomy: Anatomy, layer: int) -> Tensor | None:
    """[H * head_dim, D] float32 on the host; None where it was not recognised."""
    module = anatomy.blocks[layer].out_projection
    weight = None if module is None else tensor_of(module)
    if module is None or weight is None or weight.dim() != 2:
        return None
    matrix = weight if type(module).__name__ == "Conv1D" else weight.T
    fits = matrix.shape[1] == anatomy.d_model and anatomy.n_heads and matrix.shape[0] % anatomy.n_heads == 0
    return matrix.detach().float().cpu() if fits else None


def _near(dictionary: Dictionary, feature: int, chance: torch.Generator) -> tuple[I32, F32, float]:
    """The features with the largest cosine of directions."""
    rows = torch.nn.functional.normalize(dictionary.directions(), dim=-1)
    random = _random_rows(rows.shape[1], chance).to(rows.device)
    cosines = rows @ rows[feature]
    cosines[feature] = -torch.inf
    top = cosines.topk(min(SHOWN, len(cosines) - 1))
    return _ids(top.indices), top.values.float().cpu().numpy(), float((rows @ random.T).amax(0).mean())
