"""What the loss of a language's neuron costs, on texts that had no part in choosing it.

The texts of every set are parted: on the odd ones all neurons are ranked by how well they tell the language from all
other sets, and of the best the one whose absence raises the language's loss most comes first; on the even ones the
loss is measured. Nothing below the neuron's block changes, so its states are kept and each run begins there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from engine.capture.edits import edit_input
from engine.capture.placed import n_parameters
from engine.capture.recognise import describe
from engine.errors import InputRefused
from engine.labkit.subject import Subject, of_bench, require
from engine.labkit.workbench import Workbench
from engine.labs.language_neurons.contrast import aucs, best_first
from engine.labs.language_neurons.records import BUNDLED, AskLanguage, Language
from engine.labs.language_neurons.text_batches import (
    F64,
    Batch,
    Corpus,
    Neuron,
    encoded,
    interval,
    keep_states,
    losses_with,
    mean_activations,
    per_token,
)
from engine.labs.language_neurons.text_sets import TextSet, text_set
from engine.records import F32, I32
from engine.sentences import say


def answer(question: AskLanguage, bench: Workbench) -> Language:
    """The experiment on the loaded model, or on a second one that is loaded for it and let go again.

    Raises:
        InputRefused: a set or a model that cannot be used. Stopped: a person said so.
    """
    subject = second(question.model, bench) if question.model else of_bench(bench)
    return experiment(question, subject)


def second(spec: str, bench: Workbench) -> Subject:
    """Another model beside the loaded one. Raises what `engine.models.load.load` raises."""
    from engine.models.facts import context_of
    from engine.models.load import load

    bench.session.cool()
    loaded = load(spec, progress=bench.progress, stop=bench.stop)
    return Subject(
        loaded.model, describe(loaded.model), loaded.tokenizer, loaded.name, n_parameters(loaded.model),
        context_of(loaded.model.config), bench.progress, bench.stop,
    )  # fmt: skip


def halves(texts: TextSet) -> tuple[list[int], list[int]]:
    """Rows to choose on, and rows to measure on."""
    rows = range(len(texts.texts))
    return list(rows[0::2]), list(rows[1::2])


def experiment(question: AskLanguage, subject: Subject) -> Language:
    """See the module."""
    began = time.perf_counter()
    require(subject.anatomy, "neurons")
    if question.neurons < 1 or question.candidates < question.neurons or question.draws < 100:
        raise InputRefused(say("At least one neuron, as many candidates, and 100 draws are needed. Ask for more."))
    if not question.scales or not np.isfinite(question.scales).all():
        raise InputRefused(say("At least one scale is needed, and all must be finite numbers: for example 0, 1 and 2."))
    sets = _sets(question.a)
    choosing = [encoded(subject, texts, halves(texts)[0]) for texts in sets]
    measuring = [encoded(subject, texts, halves(texts)[1]) for texts in sets]
    activations = mean_activations(subject, choosing, say("Running the texts to choose a neuron on"))
    ranked = separating(activations, question.candidates)
    chosen = by_cost(subject, choosing[0], ranked)[: question.neurons]
    means = token_means(activations, choosing, chosen)
    layers = sorted({layer for layer, _ in chosen})
    whole, held = keep_states(
        subject, measuring, layers, say("Running the other half of the texts without interventions"), chosen
    )
    found = _measured(question, subject, measuring, chosen, means, whole)
    auc = aucs_between([np.stack([part[:, layer, index] for layer, index in chosen], 1) for part in activations])
    held_auc = aucs_between(held)
    notes = {corpus.note for corpus in (*choosing, *measuring) if corpus.note}
    return replace(
        found, auc=auc, held_auc=held_auc, n_tried=activations[0][0].size, seconds=time.perf_counter() - began,
        note=" ".join(sorted(notes)),
    )  # fmt: skip


def _sets(a: str) -> list[TextSet]:
    """The set in question, then the bundled others."""
    return [text_set(a), *(text_set(name) for name in BUNDLED if name != a)]


def separating(activations: Sequence[F32], count: int) -> list[Neuron]:
    """The neurons that are higher on the first set than on the others, best separation first."""
    values = _by_neuron(activations)  # [N, S]
    of_a = torch.arange(values.shape[1]) < len(activations[0])
    auc = aucs(values, of_a[None])[:, 0]
    effect = (values[:, of_a].mean(1) - values[:, ~of_a].mean(1)) / values.std(dim=1).clamp_min(1e-12)
    order = best_first(auc, effect)[:count]
    width = activations[0].shape[2]
    return [(int(flat) // width, int(flat) % width) for flat in order]


def _by_neuron(activations: Sequence[F32]) -> Tensor:
    return torch.from_numpy(np.concatenate([part.reshape(len(part), -1) for part in activations]).T.copy())


def aucs_between(parts: Sequence[F32]) -> F32:
    """[k] AUC of each column, the first of `parts` [n, k] against all others."""
    rows = np.concatenate(parts)
    of_a = torch.arange(len(rows)) < len(parts[0])
    found: F32 = aucs(torch.from_numpy(rows.T.copy()), of_a[None])[:, 0].numpy()
    return found


def token_means(activations: Sequence[F32], corpora: Sequence[Corpus], chosen: Sequence[Neuron]) -> F32:
    """[n] mean activation over all tokens of all texts."""
    weights = np.concatenate([corpus.n_tokens + 1 for corpus in corpora]).astype(np.float64)
    rows = np.concatenate([np.stack([part[:, layer, index] for layer, index in chosen], 1) for part in activations])
    return np.asarray((rows * weights[:, None]).sum(0) / weights.sum(), np.float32)


def by_cost(subject: Subject, corpus: Corpus, ranked: Sequence[Neuron]) -> list[Neuron]:
    """Candidates by how much the set's loss rises without them, most first."""
    layers = sorted({layer for layer, _ in ranked})
    keep_states(subject, [corpus], layers, say("Running the text set without interventions"))
    losses = []
    for done, (layer, index) in enumerate(ranked):
        subject.progress(say("Switching candidates off"), done, len(ranked))
        found = losses_with(subject, corpus, layer, lambda _, at=(layer, index): scaled(subject, [at], 0.0))  # type: ignore[misc]
        losses.append(found.sum())
    for batch in corpus.batches:
        batch.states.clear()
    return [ranked[row] for row in np.argsort(-np.array(losses), kind="stable")]


@contextmanager
def scaled(
    subject: Subject, neurons: Sequence[Neuron], scale: float, means: Sequence[float] | None = None
) -> Iterator[None]:
    """Neurons times a number, or at their `means`, in every row of a batch. Scale 1 changes nothing at all."""
    removers = []
    try:
        if scale != 1.0 or means is not None:
            for number, (layer, index) in enumerate(neurons):
                module = subject.anatomy.blocks[layer].down_projection
                if module is None:
                    raise InputRefused(
                        say(
                            "Orrery does not recognise the neurons of layer {layer}. Choose another model.", layer=layer
                        )
                    )
                removers.append(edit_input(module, _column(index, scale, None if means is None else means[number])))
        yield
    finally:
        for remove in removers:
            remove()


def _column(index: int, scale: float, mean: float | None):  # type: ignore[no-untyped-def]
    def edit(values: Tensor) -> Tensor:
        values[..., index] = mean if mean is not None else (0.0 if scale == 0.0 else values[..., index] * scale)
        return values

    return edit


# -- measuring ---------------------------------------------------------------------------------------------------


def _measured(
    question: AskLanguage, subject: Subject, corpora: list[Corpus], chosen: list[Neuron], means: F32, whole: list[F64]
) -> Language:
    losses, curves = _losses(question, subject, corpora, chosen, means, whole)
    rises = [[[at - row[0] for at in row[1:]] for row in rows] for rows in losses]
    tokens = [corpus.n_tokens for corpus in corpora]
    loss, low, high = _summed(losses, tokens, question)
    rise, rise_low, rise_high = _summed(rises, tokens, question)
    curve = [[per_token(at, of) for at in row] for row, of in zip(curves, tokens, strict=True)]
    _, curve_low, curve_high = _summed(
        [[[at - intact for at in row] for row, intact in zip(curves, whole, strict=True)]], tokens, question
    )
    none = np.empty(0, np.float32)
    return Language(
        question.a, subject.name, subject.n_parameters, _column_of(chosen, 0), _column_of(chosen, 1), none, none, 0,
        tuple(corpus.name for corpus in corpora), np.array([corpus.n_texts for corpus in corpora], np.int32),
        np.array([part.sum() for part in tokens], np.int32), means, loss, low, high, rise, rise_low, rise_high,
        np.array(question.scales, np.float32), np.array(curve, np.float32), curve_low[0], curve_high[0], 0.0,
    )  # fmt: skip


def _losses(
    question: AskLanguage, subject: Subject, corpora: list[Corpus], chosen: list[Neuron], means: F32, whole: list[F64]
) -> tuple[list[list[list[F64]]], list[list[F64]]]:
    """Losses per text, [n][S][3] of each neuron intact, at 0 and at its mean, and [S][c] of the first at each scale."""
    others = [scale for scale in question.scales if scale not in (0.0, 1.0)]
    total, done = len(chosen) * 2 + len(others), 0

    def run(neuron: Neuron, scale: float, mean: float | None) -> list[F64]:
        nonlocal done
        subject.progress(say("Measuring the loss with it switched off"), done, total)
        done += 1
        changed = [mean] if mean is not None else None

        def change(_batch: Batch):  # type: ignore[no-untyped-def]
            return scaled(subject, [neuron], scale, changed)

        return [losses_with(subject, corpus, neuron[0], change) for corpus in corpora]

    losses = []
    for neuron, mean in zip(chosen, means.tolist(), strict=True):
        zero, at_mean = run(neuron, 0.0, None), run(neuron, 0.0, mean)
        losses.append([list(row) for row in zip(whole, zero, at_mean, strict=True)])
    at_scale = {1.0: whole, 0.0: [row[1] for row in losses[0]]}
    at_scale |= {scale: run(chosen[0], scale, None) for scale in others}
    subject.progress(say("Measuring the loss with it switched off"), total, total)
    return losses, [[at_scale[scale][row] for scale in question.scales] for row in range(len(corpora))]


def _summed(rows: list[list[list[F64]]], tokens: Sequence[I32], question: AskLanguage) -> tuple[F32, F32, F32]:
    """Values per text, [n][S][k], as means per token with the ends of their 95 % intervals, each [n, S, k]."""
    shape = (len(rows), len(tokens), len(rows[0][0]))
    mean, low, high = (np.zeros(shape, np.float32) for _ in range(3))
    for i, j, k in np.ndindex(shape):
        values = rows[i][j][k]
        mean[i, j, k] = per_token(values, tokens[j])
        low[i, j, k], high[i, j, k] = interval(values, tokens[j], question.draws, question.seed)
    return mean, low, high


def _column_of(chosen: Sequence[Neuron], column: int) -> I32:
    return np.array([neuron[column] for neuron in chosen], np.int32)
