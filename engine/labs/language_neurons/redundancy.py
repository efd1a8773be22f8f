"""How many neurons must go before a skill does: the first 1, 2, 5 … for a set, and as many random ones beside them.

Neurons are ranked on one half of the texts, loss is measured on the other: by how well they separate the sets, the
first sixteen of those by what the loss of each alone costs. Random ones are drawn from the same layers,
as many of each layer as the ranked ones have there, and never a ranked one.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

import numpy as np

from engine.errors import InputRefused
from engine.labkit.subject import Subject, of_bench, require
from engine.labkit.workbench import Workbench
from engine.labs.language_neurons.language_neuron import (
    by_cost,
    halves,
    scaled,
    separating,
)
from engine.labs.language_neurons.records import AskRedundancy, Redundancy
from engine.labs.language_neurons.text_batches import (
    Corpus,
    Neuron,
    encoded,
    keep_states,
    losses_with,
    mean_activations,
    per_token,
)
from engine.labs.language_neurons.text_sets import other_texts, text_set
from engine.sentences import say

MOST = 40  # texts of a set that are measured
BY_COST = 16  # of the neurons that separate best: ordered by what each one's loss costs the set


def answer(question: AskRedundancy, bench: Workbench) -> Redundancy:
    """The losses.

    Raises:
        InputRefused: a set that cannot be used, no counts, or more than the model has. Stopped: a person said so.
    """
    began, anatomy = time.perf_counter(), bench.anatomy
    require(anatomy, "neurons")
    most = anatomy.n_layers * anatomy.d_mlp
    counts = sorted({count for count in question.counts if count <= most // 2})
    if not counts or counts[0] < 1 or question.draws < 1:
        raise InputRefused(
            say(
                "Counts from 1 to {most} and at least one draw are needed, not {counts}.",
                most=most // 2,
                counts=question.counts,
            )
        )
    subject, sets = of_bench(bench), (text_set(question.a), other_texts(question.a, question.b))
    choosing = [encoded(subject, texts, halves(texts)[0]) for texts in sets]
    measuring = [encoded(subject, texts, spread(halves(texts)[1])) for texts in sets]
    ranked = separating(mean_activations(subject, choosing, say("Running the texts to choose neurons on")), counts[-1])
    ranked = by_cost(subject, choosing[0], ranked[:BY_COST]) + ranked[BY_COST:]
    rng = np.random.default_rng(question.seed)
    random = [random_like(rng, ranked, anatomy.d_mlp) for _ in range(question.draws)]
    lowest = sorted({min(layer for layer, _ in ranked[:count]) for count in counts})
    whole, _ = keep_states(subject, measuring, lowest, say("Running all texts without interventions"))
    total = len(counts) * (1 + question.draws)
    rows: list[list[list[float]]] = []
    for series in (ranked, *random):
        row: list[list[float]] = []
        for count in counts:
            subject.progress(say("Switching neurons off together"), len(rows) * len(counts) + len(row), total)
            row.append([_loss(subject, corpus, series[:count]) for corpus in measuring])
        rows.append(row)
    subject.progress(say("Switching neurons off together"), total, total)
    found = np.array(rows, np.float32)  # [1 + draws, C, 2]
    tokens = [corpus.n_tokens for corpus in measuring]
    return Redundancy(
        question.a, question.b, np.array(counts, np.int32), found[0, :, 0], found[0, :, 1], found[1:, :, 0],
        found[1:, :, 1], per_token(whole[0], tokens[0]), per_token(whole[1], tokens[1]),
        measuring[0].n_texts, measuring[1].n_texts, np.array([layer for layer, _ in ranked], np.int32),
        np.array([index for _, index in ranked], np.int32), time.perf_counter() - began,
    )  # fmt: skip


def spread(rows: list[int]) -> list[int]:
    """At most `MOST` of the rows, evenly over all of them: every series is measured on each."""
    if len(rows) <= MOST:
        return rows
    return [rows[at] for at in np.linspace(0, len(rows) - 1, MOST).round().astype(int)]


def _loss(subject: Subject, corpus: Corpus, off: Sequence[Neuron]) -> float:
    lowest = min(layer for layer, _ in off)
    return per_token(losses_with(subject, corpus, lowest, lambda _: scaled(subject, off, 0.0)), corpus.n_tokens)


def random_like(rng: np.random.Generator, ranked: Sequence[Neuron], width: int) -> list[Neuron]:
    """As many neurons in the same layers in the same order, none of them ranked, none twice.

    Raises:
        InputRefused: a layer has too few others.
    """
    taken = {layer: {index for at, index in ranked if at == layer} for layer, _ in ranked}
    pools = {}
    for layer, count in Counter(layer for layer, _ in ranked).items():
        free = np.array([index for index in range(width) if index not in taken[layer]])
        if len(free) < count:
            raise InputRefused(
                say("Layer {layer} has only {n} neurons left to draw from. Ask for fewer.", layer=layer, n=len(free))
            )
        pools[layer] = list(rng.choice(free, count, replace=False))
    return [(layer, int(pools[layer].pop())) for layer, _ in ranked]
