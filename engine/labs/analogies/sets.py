"""A set of analogies: each one's ranks by all methods, and what they come to with their intervals."""

from __future__ import annotations

import numpy as np
from torch import Tensor

from engine.errors import InputRefused, in_short
from engine.labkit.intervals import wilson
from engine.labkit.workbench import Workbench
from engine.labs.analogies.bundled import ANALOGIES
from engine.labs.analogies.lines import Lines, lines_of
from engine.labs.analogies.one import asked_of, by_method, spelled
from engine.labs.analogies.ranks import Asked, ranks
from engine.labs.analogies.records import INPUTS, METHODS, AnalogySet, AskAnalogySet, Total, Word
from engine.labs.analogies.spelling import Spelling, matrix_of, vectors_of
from engine.records import F32
from engine.sentences import say

MOST = 1000  # analogies
PAIRS = 20  # shuffled pairs that each is tried with, at most
SEED = 0  # of which pairs those are
COVERED = 0.95


def answer(question: AskAnalogySet, bench: Workbench) -> AnalogySet:
    """The set.

    Raises:
        InputRefused: the words cannot be read, or none of them spelled. Stopped: a person asked for an end.
    """
    weight = matrix_of(bench, question.matrix)
    spelling = Spelling(bench.tokenizer, bench.vocabulary, len(weight))
    lines = _lines(question.source)
    known, notes = _known(lines, spelling)
    words = tuple(words for words, _ in known)
    relations = tuple(relation for _, relation in known)
    asked, ends = _asked(weight, spelling, words, relations)
    found = ranks(weight, asked, bench.stop, lambda done, total: bench.progress(say("Solving analogies"), done, total))
    bench.progress(say("Solving analogies"), len(asked), len(asked))
    parts = np.split(found, ends[:-1])
    both = np.stack([by_method(part) for part in parts])  # [n, 2, 4]
    firsts = np.stack([_firsts(part) for part in parts])  # [n, 2, 4]
    better, worse, p_value = _compared(firsts[:, 0, 0], firsts[:, 0, 1])
    return AnalogySet(
        lines.name, relations, words, both[:, 0].copy(), both[:, 1].copy(),
        total(both[:, 0], firsts[:, 0]), total(both[:, 1], firsts[:, 1]), better, worse, p_value, len(weight),
        np.array([len(part) - INPUTS for part in parts], np.float32), (*lines.notes, *notes),
    )  # fmt: skip


def _lines(source: str) -> Lines:
    if source.strip():
        return lines_of(source, INPUTS + 1, MOST, "man woman king queen")
    return Lines("", tuple(row[:4] for row in ANALOGIES), tuple(row[4] for row in ANALOGIES), ())


def _known(lines: Lines, spelling: Spelling) -> tuple[list[tuple[tuple[Word, ...], str]], list[str]]:
    """The words of every line that this model can spell with its relation, and what was left out.

    Raises:
        InputRefused: there is no such line.
    """
    known, missing = [], list[str]()
    for row, relation in zip(lines.rows, lines.relations, strict=True):
        try:
            known.append((tuple(spelling.word(typed) for typed in row), relation))
        except InputRefused:
            missing.append(" ".join(row))
    if not known:
        raise InputRefused(say("This model's vocabulary can spell none of these analogies. Type other words."))
    left = say(
        "Left out, since this model cannot spell all of their words ({n}): {words}.",
        n=len(missing),
        words=in_short("; ".join(missing)),
    )
    return known, [left] if missing else []


def _asked(
    weight: Tensor, spelling: Spelling, words: tuple[tuple[Word, ...], ...], relations: tuple[str, ...]
) -> tuple[list[Asked], list[int]]:
    """The directions of all analogies one after the other, and where each one's end."""
    vectors = [vectors_of(weight, list(it)) for it in words]  # n of [4, D]
    names = [(it[0].typed.casefold(), it[1].typed.casefold()) for it in words]
    rng = np.random.default_rng(SEED)
    asked, ends = list[Asked](), list[int]()
    for row, it in enumerate(words):
        others = [at for at in range(len(words)) if _is_other(names, relations, row, at)]
        if len(others) > PAIRS:
            others = sorted(rng.choice(others, PAIRS, replace=False).tolist())
        pairs = [(vectors[at][0], vectors[at][1]) for at in others]
        asked += asked_of(vectors[row], pairs, spelling.spell(it[INPUTS]), spelled(spelling, it[:INPUTS]))
        ends.append(len(asked))
    return asked, ends


def _is_other(names: list[tuple[str, str]], relations: tuple[str, ...], row: int, at: int) -> bool:
    """Whether the pair of analogy `at` has nothing to do with that of `row`: other words, and no shared relation."""
    return names[at] != names[row] and (not relations[row] or relations[at] != relations[row])


def _firsts(part: F32) -> F32:
    """[2, 4] whether the expected word comes first by METHODS; of shuffled pairs the share of them."""
    first = np.where(np.isfinite(part), part == 1, np.nan).astype(np.float32)  # [3 + pairs, 2]
    found: F32 = np.full((2, len(METHODS)), np.nan, np.float32)
    found[:, :INPUTS] = first[:INPUTS].T
    for side in range(2):
        some = first[INPUTS:, side]
        if np.isfinite(some).any():
            found[side, INPUTS] = np.nanmean(some)
    return found


def total(rank: F32, first: F32) -> Total:
    """What the ranks [n, 4] come to, and whether each came first [n, 4]; NaN where there is none."""
    columns = []
    for method in range(len(METHODS)):
        there = np.isfinite(rank[:, method])
        count, right = int(there.sum()), float(first[there, method].astype(np.float64).sum())
        share = right / count if count else np.nan
        low, high = wilson(right, count) if count else (np.nan, np.nan)
        columns.append((share, low, high, *median_of(rank[there, method])))
    values = np.array(columns, np.float32).T  # [6, 4]
    return Total(int(np.isfinite(rank[:, 0]).sum()), *(row.copy() for row in values))


def median_of(values: F32) -> tuple[float, float, float]:
    """The median with a 95 % interval of order statistics, that holds whatever the distribution (Conover, Practical
    Nonparametric Statistics, 3.2); NaN of nothing."""
    from scipy.stats import binom

    if not len(values):
        return np.nan, np.nan, np.nan
    ordered = np.sort(values).astype(np.float64)
    out = int(binom.ppf((1 - COVERED) / 2, len(ordered), 0.5))  # values that lie beyond either end
    if out > 0 and binom.cdf(out - 1, len(ordered), 0.5) > (1 - COVERED) / 2:
        out -= 1
    at = max(out - 1, 0)
    return float(np.median(ordered)), float(ordered[at]), float(ordered[-1 - at])


def _compared(one: F32, other: F32) -> tuple[int, int, float]:
    """Analogies that only the one has first, only the other, and the two-sided p of the sign test."""
    from scipy.stats import binomtest

    there = np.isfinite(one) & np.isfinite(other)
    better, worse = int((there & (one > other)).sum()), int((there & (one < other)).sum())
    return better, worse, float(binomtest(better, better + worse).pvalue) if better + worse else 1.0
