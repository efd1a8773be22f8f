"""Ranks all neurons by how well their mean activation over a text tells two sets of texts apart.

AUC is the chance that a random text of set a has the higher mean (ties count half), from ranks (Mann and Whitney).
As all neurons are tried at once some separate well by luck alone: so each listed one is measured on texts that were
held out, the best one is chosen anew in every fold, and the texts' labels are shuffled to count how many would pass.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.errors import InputRefused, Stopped
from engine.labkit.subject import Stop, of_bench, require
from engine.labkit.workbench import Workbench
from engine.labs.language_neurons.records import AskContrast, Contrast
from engine.labs.language_neurons.text_batches import encoded, mean_activations
from engine.labs.language_neurons.text_sets import other_texts, text_set
from engine.records import F32
from engine.sentences import say

SHUFFLES = 20
CHUNK = 8192  # neurons ranked at once


def answer(question: AskContrast, bench: Workbench) -> Contrast:
    """The neurons that tell the two sets apart.

    Raises:
        InputRefused: no neurons, a set that cannot be used, too few texts for the folds. Stopped: a person said so.
    """
    require(bench.anatomy, "neurons")
    sets = text_set(question.a), other_texts(question.a, question.b)
    if sets[0].texts == sets[1].texts:
        raise InputRefused(say("Both text sets are the same, so nothing tells them apart. Choose another one."))
    subject = of_bench(bench)
    corpora = [encoded(subject, texts) for texts in sets]
    if question.folds < 2 or min(corpus.n_texts for corpus in corpora) < question.folds:
        fewest = min(corpus.n_texts for corpus in corpora)
        raise InputRefused(
            say(
                "{folds} folds need as many texts in each set, but one has {fewest}.",
                folds=question.folds,
                fewest=fewest,
            )
        )
    a, b = mean_activations(subject, corpora, say("Running both text sets"))  # [n, L, M]
    bench.progress(say("Ranking all neurons"), 0, 1)
    notes = " ".join(note for note in (corpus.note for corpus in corpora) if note)
    found = _ranked(question, a, b, notes, bench.stop)
    bench.progress(say("Ranking all neurons"), 1, 1)
    return found


def _ranked(question: AskContrast, a: F32, b: F32, note: str, stop: Stop) -> Contrast:
    width = a.shape[2]
    values = torch.from_numpy(np.concatenate([a, b]).reshape(len(a) + len(b), -1).T.copy())  # [N, S]
    of_a = torch.arange(values.shape[1]) < len(a)
    auc = aucs(values, of_a[None])[:, 0]
    spread = values.std(dim=1).clamp_min(1e-12)
    difference = values[:, of_a].mean(1) - values[:, ~of_a].mean(1)
    order = best_first((auc - 0.5).abs() + 0.5, (difference / spread).abs())[: question.count]
    held, best = _held_out(question, values, of_a, stop)
    threshold = float((auc[order[-1]] - 0.5).abs() + 0.5)
    generator = torch.Generator().manual_seed(question.seed)
    shuffled = torch.stack([of_a[torch.randperm(len(of_a), generator=generator)] for _ in range(SHUFFLES)])
    if stop():
        raise Stopped
    by_chance = ((aucs(values, shuffled) - 0.5).abs() + 0.5 >= threshold - 1e-9).sum() / SHUFFLES
    flat = order.numpy()
    return Contrast(
        question.a, question.b, len(a), len(b), (flat // width).astype(np.int32), (flat % width).astype(np.int32),
        auc[order].numpy(), held[order].numpy(), values[order][:, of_a].mean(1).numpy(),
        values[order][:, ~of_a].mean(1).numpy(), len(values),
        int(((auc - 0.5).abs() + 0.5 >= threshold - 1e-9).sum()), threshold, float(by_chance), SHUFFLES, best, note,
    )  # fmt: skip


def best_first(auc: Tensor, effect: Tensor) -> Tensor:
    """Neurons by AUC; where that is equal (many reach 1), by standardised difference. Both in double precision."""
    key = (auc.double() * 1e6).round() + effect.double().clamp(-1e3, 1e3) * 1e-4
    return key.argsort(descending=True, stable=True)


def _held_out(question: AskContrast, values: Tensor, of_a: Tensor, stop: Stop) -> tuple[Tensor, float]:
    """Mean over folds of the held-out AUC [N] (direction from the other folds), and that of each fold's best neuron."""
    rng = np.random.default_rng(question.seed)
    fold = torch.empty(len(of_a), dtype=torch.long)
    for label in (True, False):
        members = torch.nonzero(of_a == label)[:, 0].numpy()
        fold[torch.from_numpy(rng.permutation(members))] = torch.arange(len(members)) % question.folds
    total, best = torch.zeros(len(values)), 0.0
    for number in range(question.folds):
        if stop():
            raise Stopped
        outside = fold != number
        chosen = aucs(values[:, outside], of_a[outside][None])[:, 0]
        tested = aucs(values[:, ~outside], of_a[~outside][None])[:, 0]
        tested = torch.where(chosen >= 0.5, tested, 1 - tested)
        total += tested
        parted = values[:, outside]
        effect = parted[:, of_a[outside]].mean(1) - parted[:, ~of_a[outside]].mean(1)
        amount = (effect / parted.std(dim=1).clamp_min(1e-12)).abs()
        first = int(best_first((chosen - 0.5).abs() + 0.5, amount)[0])
        best += float(tested[first]) / question.folds
    return total / question.folds, best


def aucs(values: Tensor, labels: Tensor) -> Tensor:
    """[N, P] area under the ROC curve of each row of `values` [N, S] for each labelling [P, S] (True = set a)."""
    n_a = labels.sum(1).double()  # [P]
    n_b = labels.shape[1] - n_a
    chosen = labels.double().T  # [S, P]
    parts = []
    for low in range(0, len(values), CHUNK):
        some = values[low : low + CHUNK].contiguous()
        ordered = some.sort(dim=1).values
        left = torch.searchsorted(ordered, some)
        right = torch.searchsorted(ordered, some, right=True)
        ranks = (left + right + 1).double() / 2  # [n, S] from 1, ties share their mean
        parts.append((ranks @ chosen - n_a * (n_a + 1) / 2) / (n_a * n_b))
    return torch.cat(parts).float()
