"""The rows of the neuron finder, whatever they are ranked by, from what the labs found. Pure numpy.

A row is a part of the model with a few numbers; what each column is says its name. Estimated and exact effects are the
same quantity, so that they can be drawn against each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.language_neurons.records import AskContrast, Contrast
from engine.labs.neurons.records import (
    Active,
    AskActive,
    AskEffects,
    AskExact,
    AskPromoters,
    Effects,
    Exact,
    Promoters,
)
from engine.questions import Finding, Question, Refused
from engine.records import F32, I32, Plan, Site, Vocabulary
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.memo import by_identity
from viz.typed_token import written_token
from viz.ui_state import UiState

BY_EFFECT = QT_TRANSLATE_NOOP(
    "NeuronsView", "effect on a token"
)  # the way of ranking that answers which part says a token
BY = (
    BY_EFFECT,
    "activity here",
    QT_TRANSLATE_NOOP("NeuronsView", "difference from another text"),
    QT_TRANSLATE_NOOP("NeuronsView", "what they promote"),
    "telling two sets of texts apart",
)
BY_WORDS = (
    *BY[:1],
    QT_TRANSLATE_NOOP("NeuronsView", "activation here"),
    *BY[2:4],
    QT_TRANSLATE_NOOP("NeuronsView", "contrast of two text sets"),
)  # as they are shown
AT_ONCE = 2e11  # operations that are asked for without a press of the button: a few seconds on two cores
PARTS = (
    QT_TRANSLATE_NOOP("NeuronsView", "neurons and heads"),
    QT_TRANSLATE_NOOP("NeuronsView", "neurons"),
    QT_TRANSLATE_NOOP("NeuronsView", "heads"),
)


@dataclass(frozen=True)
class Ranks:
    """Parts in order, best first."""

    sites: tuple[Site, ...] = ()
    columns: tuple[str, ...] = ()
    numbers: F32 | None = None  # [n, C], NaN where not known (yet)
    first_ids: tuple[int, ...] = ()  # the likeliest next token without each; empty where not measured
    question: Question | None = None  # still to be answered
    finding: Finding | None = None  # what the rows are from
    exact: Exact | None = None
    refused: str = ""

    @property
    def correlation(self) -> float:
        """Spearman's of estimated and exact effects, as it is a ranking; NaN where fewer than three are measured."""
        if self.numbers is None or "exact" not in self.columns:
            return float("nan")
        return rank_correlation(
            self.numbers[:, self.columns.index("estimated")], self.numbers[:, self.columns.index("exact")]
        )


@dataclass(frozen=True)
class NeuronsFrame:
    """The rows, what they rest on, and what is still to be asked."""

    by: str
    ranks: Ranks
    vocabulary: Vocabulary | None
    chosen: Site
    plan: Plan
    has_model: bool
    has_text: bool
    playing: bool
    of_engine: bool  # the engine holds this run
    followed: str  # the token that the switchboard follows, "" for the likeliest
    follow: str | None  # the token that was typed here, as the switchboard takes it
    after: str  # the token looked at, in writing
    ui: UiState
    work: float  # operations that estimating every part takes

    @property
    def may_ask(self) -> bool:
        """Whether the model is there to be asked."""
        return self.has_model and self.of_engine and not self.playing and not self.ranks.refused

    @property
    def waits(self) -> bool:
        """Whether the estimates of a long text wait for the button."""
        return self.may_ask and isinstance(self.ranks.question, AskEffects) and self.work > AT_ONCE

    @property
    def wanted(self) -> Question | None:
        """What is asked without being told to; what takes a while has a button."""
        return self.ranks.question if self.may_ask and self.by != BY[4] and not self.waits else None


def pearson(one: F32, other: F32) -> float:
    """Correlation of what is known of both; NaN below three pairs or without spread."""
    known = np.isfinite(one) & np.isfinite(other)
    if known.sum() < 3 or np.ptp(one[known]) == 0 or np.ptp(other[known]) == 0:
        return float("nan")
    return float(np.corrcoef(one[known].astype(np.float64), other[known].astype(np.float64))[0, 1])


def rank_correlation(one: F32, other: F32) -> float:
    """Spearman's of what is known of both; NaN as Pearson's."""
    known = np.isfinite(one) & np.isfinite(other)
    return pearson(_ranks(one[known]), _ranks(other[known]))


def _ranks(values: F32) -> F32:
    """Ranks from 1 [n]; equal values share the mean of theirs."""
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2).astype(np.float32)[group]


def _asked(run: Run, question: Question) -> tuple[Finding | None, str]:
    """The finding, or why there is none."""
    found = run.findings.get(question)
    return (None, found.sentence) if isinstance(found, Refused) else (found, "")


def by_effect(run: Run, node: int, token: str, against: str, count: int, parts: str) -> Ranks:
    """Parts by their estimated effect on a token, the first `count` of them measured."""
    question = AskEffects(node, token, against)
    found, refused = _asked(run, question)
    if not isinstance(found, Effects):
        return Ranks(question=question, refused=refused)
    sites = strongest(found, count, parts)
    ask = AskExact(node, found.token_id, found.against_id, sites)
    exact, refused = _asked(run, ask)
    numbers = np.full((len(sites), 4), np.nan, np.float32)  # estimated, exact, p, activation
    for row, site in enumerate(sites):
        of = found.neurons if site.kind == "neuron" else found.heads
        numbers[row, 0] = np.nan if of is None else of[site.layer, site.index]
        if site.kind == "neuron" and found.activations is not None:
            numbers[row, 3] = found.activations[site.layer, site.index]
    first: tuple[int, ...] = ()
    if isinstance(exact, Exact) and exact.changes is not None and exact.probs is not None:
        numbers[:, 1], numbers[:, 2] = exact.changes, exact.probs
        first = tuple(int(token) for token in exact.first_ids) if exact.first_ids is not None else ()
    known = exact if isinstance(exact, Exact) else None
    order = _most_needed(numbers, known is not None)
    sites, numbers, first = (
        tuple(sites[row] for row in order),
        numbers[order],
        tuple(first[row] for row in order if first),
    )
    return Ranks(
        sites, ("estimated", "exact", "p without it", "activation"), numbers, first,
        None if known or refused or not sites else ask, found, known, refused,
    )  # fmt: skip


def _most_needed(numbers: F32, measured: bool) -> list[int]:
    """Rows of [estimated, exact, p without it, activation] from what the token loses most by to what it gains by."""
    return [int(row) for row in np.argsort(numbers[:, 1 if measured else 0], kind="stable")]


def strongest(found: Effects, count: int, parts: str) -> tuple[Site, ...]:
    """The `count` parts with the largest estimates by amount."""
    return _strongest(found.neurons, found.heads, count, parts)


@by_identity(4)
def _strongest(neurons: F32 | None, heads: F32 | None, count: int, parts: str) -> tuple[Site, ...]:
    rows: list[tuple[float, Site]] = []
    wanted = (("neuron", neurons, parts != "heads"), ("head", heads, parts != "neurons"))
    for kind, values, shown in wanted:
        if values is None or not shown:
            continue
        amounts = np.abs(values).ravel()
        for flat in np.argsort(-amounts, kind="stable")[:count].tolist():
            site = Site("neuron" if kind == "neuron" else "head", *divmod(flat, values.shape[1]))
            rows.append((float(amounts[flat]), site))
    rows.sort(key=lambda row: -row[0])
    return tuple(site for _, site in rows[:count])


def by_activity(run: Run, node: int, other: str) -> Ranks:
    """Neurons by how long a vector they write here, or write differently at the end of another text."""
    question = AskActive(node, other)
    found, refused = _asked(run, question)
    if not isinstance(found, Active):
        return Ranks(question=question, refused=refused)
    columns = ("here", "there", "writes") if found.other_tokens else ("here", "writes")
    numbers = [found.here, found.there, found.writes] if found.other_tokens else [found.here, found.writes]
    return Ranks(_neurons(found.layers, found.indices), columns, np.stack(numbers, 1), finding=found)


def by_promotion(run: Run, token: str) -> Ranks:
    """Neurons by what they promote."""
    question = AskPromoters(token)
    found, refused = _asked(run, question)
    if not isinstance(found, Promoters):
        return Ranks(question=question if token else None, refused=refused)
    numbers = np.stack([found.scores, found.cosines], 1)
    return Ranks(_neurons(found.layers, found.indices), ("logit per activation", "cosine"), numbers, finding=found)


def by_contrast(run: Run, a: str, b: str) -> Ranks:
    """Neurons by how well they tell two sets of texts apart."""
    question = AskContrast(a, b)
    found, refused = _asked(run, question)
    if not isinstance(found, Contrast):
        return Ranks(question=question, refused=refused)
    numbers = np.stack([found.auc, found.held_out, found.mean_a, found.mean_b, found.mean_a - found.mean_b], 1)
    columns = ("AUC", "held out", "mean of a", "mean of b", "difference")
    return Ranks(_neurons(found.layers, found.indices), columns, numbers, finding=found)


def _neurons(layers: I32, indices: I32) -> tuple[Site, ...]:
    return tuple(Site("neuron", layer, index) for layer, index in zip(layers.tolist(), indices.tolist(), strict=True))


def count_of(found: Effects) -> int:
    """How many parts were estimated."""
    return sum(0 if values is None else values.size for values in (found.neurons, found.heads))


def typed_token(vocabulary: Vocabulary | None, ranks: Ranks, typed: str) -> str | None:
    """The token that was typed as the switchboard takes it; None where none was, or none was found for it."""
    return written_token(vocabulary, ranks.finding.token_id) if typed and isinstance(ranks.finding, Effects) else None
