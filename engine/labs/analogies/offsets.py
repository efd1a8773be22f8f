"""Offsets of pairs, such as capital - country: do they point one way, more than those of shuffled pairs?

All of them go from one kind of word to another, so that even shuffled ones share a direction: the mean cosine of the
true pairs is nothing without that of the shuffled, which a permutation test gives (`scipy.stats.permutation_test`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, Stopped, in_short
from engine.labkit.workbench import Workbench
from engine.labs.analogies.bundled import CAPITALS
from engine.labs.analogies.lines import Lines, lines_of
from engine.labs.analogies.records import AskOffsets, Offsets, Word
from engine.labs.analogies.spelling import Spelling, matrix_of, vectors_of
from engine.records import F32
from engine.sentences import say

MOST = 300  # pairs
WORK = 2e9  # products of all draws: fewer draws are made of many pairs
FEWEST_DRAWS = 199
F64 = npt.NDArray[np.float64]


def answer(question: AskOffsets, bench: Workbench) -> Offsets:
    """The test.

    Raises:
        InputRefused: fewer than three pairs that differ. Stopped: a person asked for an end.
    """
    weight = matrix_of(bench, question.matrix)
    spelling = Spelling(bench.tokenizer, bench.vocabulary, len(weight))
    lines = _lines(question.source)
    pairs, notes = _known(lines, spelling)
    vectors = vectors_of(weight, [word for pair in pairs for word in pair]).reshape(len(pairs), 2, -1)
    moving = np.linalg.norm(vectors[:, 1] - vectors[:, 0], axis=1) > 0
    if not moving.all():
        notes.append(say("Left out, since a word has no offset from itself: {n}.", n=(~moving).sum()))
    pairs, vectors = [pair for pair, moves in zip(pairs, moving, strict=True) if moves], vectors[moving]
    if len(pairs) < 3:
        raise InputRefused(
            say(
                "Offsets are compared with those of shuffled pairs, which takes at least 3 pairs that this model "
                "can spell, but there are {n}. Write one pair on each line, for example France Paris.",
                n=len(pairs),
            )
        )
    cosine, shuffled, p_value, exact = _tested(vectors[:, 0], vectors[:, 1], question, bench)
    return Offsets(
        lines.name, tuple(pairs), cosine, to_others(vectors[:, 1] - vectors[:, 0]), shuffled, p_value, exact,
        (*lines.notes, *notes),
    )  # fmt: skip


def _lines(source: str) -> Lines:
    return (
        lines_of(source, 2, MOST, "France Paris") if source.strip() else Lines("", CAPITALS, ("",) * len(CAPITALS), ())
    )


def _known(lines: Lines, spelling: Spelling) -> tuple[list[tuple[Word, Word]], list[str]]:
    known, missing = [], list[str]()
    for first, second in lines.rows:
        try:
            known.append((spelling.word(first), spelling.word(second)))
        except InputRefused:
            missing.append(f"{first} {second}")
    left = say(
        "Left out, since this model cannot spell both words ({n}): {words}.",
        n=len(missing),
        words=in_short("; ".join(missing)),
    )
    return known, [left] if missing else []


def mean_cosine(offsets: F32) -> float:
    """Mean cosine of all pairs of different rows [n, D]: (|sum of unit rows|^2 - n) / (n (n - 1)), n without zeros."""
    lengths = np.linalg.norm(offsets.astype(np.float64), axis=1)
    unit = offsets[lengths > 0] / lengths[lengths > 0, None]
    n = len(unit)
    return float(((unit.sum(0) ** 2).sum() - n) / (n * (n - 1))) if n > 1 else 0.0


def to_others(offsets: F32) -> F32:
    """[n] cosine of each row of [n, D] with the mean of the others' unit rows."""
    unit = offsets.astype(np.float64) / np.linalg.norm(offsets.astype(np.float64), axis=1, keepdims=True)
    rest = unit.sum(0) - unit
    found: F64 = np.einsum("nd,nd->n", unit, rest) / np.maximum(np.linalg.norm(rest, axis=1), 1e-30)
    return found.astype(np.float32)


def _tested(first: F32, second: F32, question: AskOffsets, bench: Workbench) -> tuple[float, F32, float, bool]:
    """The statistic, that of the shuffled pairs, the p-value, and whether all permutations were tried."""
    from math import factorial

    from scipy.stats import permutation_test

    n, most = len(first), max(FEWEST_DRAWS, min(question.draws, int(WORK / first.size)))
    done = 0

    def statistic(order: npt.NDArray[np.int64]) -> float:
        nonlocal done
        if done % 64 == 0:
            if bench.stop():
                raise Stopped
            bench.progress(say("Shuffling the pairs"), min(done, most), most)
        done += 1
        return mean_cosine(second[order] - first)

    found = permutation_test(
        (np.arange(n),), statistic, permutation_type="pairings", n_resamples=most, alternative="greater",
        vectorized=False, rng=np.random.default_rng(question.seed),
    )  # fmt: skip
    bench.progress(say("Shuffling the pairs"), most, most)
    exact = n < 12 and factorial(n) <= most
    return float(found.statistic), found.null_distribution.astype(np.float32), float(found.pvalue), exact
