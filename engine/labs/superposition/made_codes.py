"""One-hot, semi-local and superposed codes of the same things, and what can be read out of each linearly."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from engine.errors import InputRefused
from engine.labkit.dimensionality import dimensionality
from engine.labkit.intervals import wilson
from engine.labkit.workbench import Bench
from engine.labs.superposition.held_out import folds, read_held_out
from engine.labs.superposition.records import F64, I64, AskCodes, Codes
from engine.sentences import say

REPEATS = 6  # noisy examples of each thing
DRAWS = 3  # of noise and of dealt labels, with probes of their own
MOST = 12  # colours, and shapes
PAIRS = 400  # of two things at once, at most
SETTLE = 300  # steps that spread the superposed code's directions


def made_codes(question: AskCodes, _bench: Bench) -> Codes:
    """The four codes. Raises InputRefused where a number is out of range."""
    _check(question)
    k, s, width = question.firsts, question.seconds, question.width
    features = spread_directions(k + s, width, question.seed)
    codes = (np.eye(k * s), _sums(np.eye(k + s), k, s), _sums(features, k, s), _alone(k * s, width, question.seed))
    measured = [_measured(code, question, at) for at, code in enumerate(codes)]
    ends = np.array([[wilson(one * n, n) for one, n in zip(*row, strict=True)] for row in measured])  # [4, M, 2]
    widths = np.arange(1, k + s + 1)
    by_width = np.array([_read(_sums(spread_directions(k + s, int(w), question.seed), k, s), question) for w in widths])
    units = features / np.linalg.norm(features, axis=1, keepdims=True)
    alone = codes[3] / np.linalg.norm(codes[3], axis=1, keepdims=True)
    return Codes(
        tuple(code.astype(np.float32) for code in codes),
        np.array([share for share, _ in measured]), ends[:, :, 0], ends[:, :, 1],
        np.array([1 / k, 1 / s, 1 / k, 0.5, 0.5]),
        (units @ units.T).astype(np.float32), np.array([0.0, 0.0, _overlap(units), _overlap(alone)]), widths,
        by_width.T, dimensionality(features),
    )  # fmt: skip


def _check(question: AskCodes) -> None:
    if not (2 <= question.firsts <= MOST and 2 <= question.seconds <= MOST):
        raise InputRefused(
            say("There must be 2 to {most} colours and shapes, but there are {k} and {s}.", most=MOST,
                k=question.firsts, s=question.seconds)
        )  # fmt: skip
    if not (1 <= question.width <= 2 * MOST and 0 <= question.noise <= 10):
        raise InputRefused(
            say("The code must have 1 to {most} dimensions and noise of 0 to 10, but {width} and {noise} were met.",
                most=2 * MOST, width=question.width, noise=question.noise)
        )  # fmt: skip


def spread_directions(n: int, width: int, seed: int) -> F64:
    """n directions of length 1 in so many dimensions, pushed apart until their cosines are small; or orthogonal ones.

    Gradient descent on the sum of the fourth powers of the cosines, from random directions.  # [n, width]
    """
    if width >= n:
        return np.eye(n, width)
    found = np.random.default_rng((seed, n, width)).standard_normal((n, width))
    for step in range(SETTLE):
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        cosines = found @ found.T
        np.fill_diagonal(cosines, 0)
        slope = cosines**3 @ found
        slope -= (slope * found).sum(axis=1, keepdims=True) * found  # along the sphere
        found -= 0.2 * (1 - step / SETTLE) * slope
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


def _sums(features: F64, k: int, s: int) -> F64:
    """Each thing is the sum of its colour's and its shape's direction.  # [k * s, d]"""
    return np.asarray((features[:k, None] + features[None, k:]).reshape(k * s, -1))


def _alone(n: int, width: int, seed: int) -> F64:
    """A random direction for each thing, as long as a sum of two."""
    found = np.random.default_rng((seed, 1)).standard_normal((n, width))
    return np.asarray(np.sqrt(2) * found / np.linalg.norm(found, axis=1, keepdims=True))


def _overlap(units: F64) -> float:
    cosines = units @ units.T
    return float(np.square(cosines[~np.eye(len(units), dtype=bool)]).mean())


def _noisy(code: F64, noise: float, rng: np.random.Generator) -> F64:
    """Every thing `REPEATS` times.  # [N * REPEATS, d]"""
    many = np.repeat(code, REPEATS, axis=0)
    return np.asarray(many + noise * rng.standard_normal(many.shape))


def _measured(code: F64, question: AskCodes, at: int) -> tuple[list[float], list[int]]:
    """Share of right answers, and how many things or pairs were asked about, by each of `MEASURES`.

    Noisy examples of one thing are no further things: they count as one in the intervals.
    """
    rng = np.random.default_rng((question.seed, 2, at))
    drawn = np.array([_of_one_draw(code, question, rng) for _ in range(DRAWS)])
    pairs, told = _two_at_once(code, question, rng)
    return [*drawn.mean(axis=0).tolist(), told / pairs], [len(code)] * 4 + [pairs]


def _of_one_draw(code: F64, question: AskCodes, rng: np.random.Generator) -> list[float]:
    """Colour, shape and a dealt colour of held-out things, and a random half of all things."""
    k, s = question.firsts, question.seconds
    rows, columns = np.divmod(np.arange(k * s), s)
    points, fold = _noisy(code, question.noise, rng), np.repeat(folds(k, s), REPEATS)
    each = [np.repeat(labels, REPEATS) for labels in (rows, columns, rng.permutation(rows))]
    shares = [float((read_held_out(points, labels, fold) == labels).mean()) for labels in each]
    fresh, labels = _noisy(code, question.noise, rng), np.repeat(rng.permutation(np.arange(k * s) % 2), REPEATS)
    return [*shares, float((_fitted(points, labels, fresh) == labels).mean())]


def _fitted(points: F64, labels: I64, others: F64) -> I64:
    from sklearn.linear_model import RidgeClassifier

    return np.asarray(RidgeClassifier(alpha=1.0).fit(points, labels).predict(others), np.int64)


def _two_at_once(code: F64, question: AskCodes, rng: np.random.Generator) -> tuple[int, int]:
    """(asked, told right) whether a noisy sum is of two things or of the two with their shapes exchanged."""
    s = question.seconds
    pairs = [
        (one, other) for one, other in combinations(range(len(code)), 2)
        if one // s != other // s and one % s != other % s
    ]  # fmt: skip
    if len(pairs) > PAIRS:
        pairs = [pairs[at] for at in np.sort(rng.choice(len(pairs), PAIRS, replace=False))]
    right = 0
    for one, other in pairs:
        own = code[one] + code[other]
        swapped = code[one // s * s + other % s] + code[other // s * s + one % s]
        seen = own + question.noise * rng.standard_normal(own.shape)
        nearer = np.linalg.norm(seen - swapped) - np.linalg.norm(seen - own)
        right += bool(nearer > 1e-9) or (bool(abs(nearer) <= 1e-9) and bool(rng.random() < 0.5))
    return len(pairs), right


def _read(code: F64, question: AskCodes) -> tuple[float, float]:
    """Shares of held-out things whose colour, and whose shape is read."""
    rng = np.random.default_rng((question.seed, 5, code.shape[1]))
    k, s = question.firsts, question.seconds
    rows, columns = np.divmod(np.arange(k * s), s)
    points, fold = _noisy(code, question.noise, rng), np.repeat(folds(k, s), REPEATS)
    labels = [np.repeat(each, REPEATS) for each in (rows, columns)]
    first, second = (float((read_held_out(points, each, fold) == each).mean()) for each in labels)
    return first, second
