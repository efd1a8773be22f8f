"""One analogy: what is nearest to b - a + c, the expected word's rank by each method, and the words on two planes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from torch import Tensor

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.analogies.bundled import ANALOGIES
from engine.labs.analogies.ranks import Asked, nearest, ranks
from engine.labs.analogies.records import INPUTS, METHODS, Analogy, AskAnalogy, Word
from engine.labs.analogies.spelling import Spelling, matrix_of, vectors_of
from engine.records import F32, I32
from engine.sentences import say

DRAWN = 8  # nearest tokens on the picture, at most
FAR = 1e-6  # of the longest difference: below it a direction is none

Pair = tuple[F32, F32]  # the vectors of two words


def answer(question: AskAnalogy, bench: Workbench) -> Analogy:
    """The analogy.

    Raises:
        InputRefused: a word is missing or cannot be spelled, or b - a + c is nowhere. Stopped: a person said so.
    """
    bench.progress(say("Solving the analogy"), 0, 1)
    weight = matrix_of(bench, question.matrix)
    spelling = Spelling(bench.tokenizer, bench.vocabulary, len(weight))
    typed = [question.a, question.b, question.c]
    words = [spelling.word(it) for it in (*typed, *([question.expected] if question.expected.strip() else []))]
    vectors = vectors_of(weight, words)
    a, b, c = vectors[:INPUTS]
    target = b - a + c
    if not np.any(target):
        raise InputRefused(say("b − a + c is zero for these words, so nothing is nearest to it. Type other words."))
    ids, close = nearest(weight, target, max(question.count, DRAWN) + 24, bench.stop)
    inputs = spelled(spelling, words[:INPUTS])
    expected = spelling.spell(words[INPUTS]) if len(words) > INPUTS else np.empty(0, np.int32)
    others = ids[~np.isin(ids, inputs) & ~np.isin(ids, expected)][:DRAWN]
    pairs = shuffled_pairs(spelling, weight, words)
    rank = np.full((2, len(METHODS)), np.nan, np.float32)
    if len(words) > INPUTS:
        asked = asked_of(vectors, pairs, expected, inputs)
        rank = by_method(ranks(weight, asked, bench.stop))
    drawn = np.concatenate([a[None], b[None], c[None], target[None], vectors[INPUTS:], _rows(weight, others)])
    plane, plane_kept = plane_of(drawn)
    axes, axes_kept = axes_of(drawn)
    bench.progress(say("Solving the analogy"), 1, 1)
    shown = ids[: question.count]
    return Analogy(
        tuple(words), shown, close[: question.count], np.isin(shown, inputs), np.isin(shown, expected),
        cosine(target, vectors[INPUTS]) if len(words) > INPUTS else float("nan"), rank[0], rank[1],
        len(weight), len(inputs), len(pairs), others, plane, plane_kept, axes, axes_kept,
    )  # fmt: skip


def spelled(spelling: Spelling, words: Sequence[Word]) -> I32:
    """Every token that spells one of the words. [n]"""
    found: I32 = np.unique(np.concatenate([spelling.spell(word) for word in words]))
    return found


@dataclass(frozen=True)
class _Known:
    """A bundled pair that this model can spell."""

    words: tuple[str, str]
    relation: str
    vectors: Pair


def shuffled_pairs(spelling: Spelling, weight: Tensor, words: Sequence[Word]) -> list[Pair]:
    """The bundled pairs of other relations than the one of a and b, where that is bundled; never a and b themselves."""
    known = []
    for a, b, _c, _expected, relation in ANALOGIES:
        try:
            vectors = vectors_of(weight, [spelling.word(a), spelling.word(b)])
        except InputRefused:
            continue  # this model cannot spell it
        known.append(_Known((a.casefold(), b.casefold()), relation, (vectors[0], vectors[1])))
    own = (words[0].typed.casefold(), words[1].typed.casefold())
    relations = {it.relation for it in known if it.words == own}
    return [it.vectors for it in known if it.words != own and it.relation not in relations]


def asked_of(vectors: F32, pairs: Sequence[Pair], expected: I32, inputs: I32) -> list[Asked]:
    """The directions of METHODS for a, b, c and the expected word's `vectors` [4, D]; those of shuffled pairs last."""
    a, b, c, goal = vectors
    queries = [b - a + c, b + c, c, *(second - first + c for first, second in pairs)]
    return [Asked(query, goal, expected, inputs) for query in queries]


def by_method(found: F32) -> F32:
    """[2, 4] ranks by METHODS, input words excluded and allowed, of the ranks [3 + pairs, 2] of all directions."""
    some = found[INPUTS:]
    rank: F32 = np.full((2, len(METHODS)), np.nan, np.float32)
    rank[:, :INPUTS] = found[:INPUTS].T
    for side in range(2):
        if np.isfinite(some[:, side]).any():
            rank[side, INPUTS] = np.nanmedian(some[:, side])
    return rank


def cosine(one: F32, other: F32) -> float:
    """Of two vectors; NaN where one is zero."""
    lengths = float(np.linalg.norm(one)) * float(np.linalg.norm(other))
    return float(one @ other) / lengths if lengths > 0 else float("nan")


def _rows(weight: Tensor, ids: I32) -> F32:
    return (
        vectors_of(weight, [Word("", (int(token),)) for token in ids])
        if len(ids)
        else weight.new_zeros((0, weight.shape[1])).float().cpu().numpy()
    )


def plane_of(points: F32) -> tuple[F32, float]:
    """[n, 2] points on the plane of b - a (its first axis) and c - a, seen from a, the first of `points` [n, D]; and
    the share of the squared distance from a that it holds, of those after b - a + c.

    Where these do not span a plane, the next point that lies beside them gives the second axis.
    """
    away = (points - points[0]).astype(np.float64)
    longest = float(np.linalg.norm(away, axis=1).max(initial=0.0))
    basis: list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]] = []
    for vector in away[1:]:
        rest = vector - sum((vector @ axis) * axis for axis in basis)
        length = float(np.linalg.norm(rest))
        if len(basis) < 2 and length > FAR * max(longest, FAR):
            basis.append(rest / length)
    flat = np.zeros((len(points), 2))
    for column, axis in enumerate(basis):
        flat[:, column] = away @ axis
    whole = float((away[INPUTS + 1 :] ** 2).sum())
    return flat.astype(np.float32), float((flat[INPUTS + 1 :] ** 2).sum()) / whole if whole > 0 else 1.0


def axes_of(points: F32) -> tuple[F32, float]:
    """[n, 2] the points on their first two principal axes, and the share of their variance on these."""
    away = (points - points.mean(0)).astype(np.float64)
    _, sizes, axes = np.linalg.svd(away, full_matrices=False)
    flat = np.zeros((len(points), 2))
    kept = min(2, len(axes))
    flat[:, :kept] = away @ axes[:kept].T
    whole = float((sizes**2).sum())
    return flat.astype(np.float32), float((sizes[:kept] ** 2).sum()) / whole if whole > 0 else 1.0
