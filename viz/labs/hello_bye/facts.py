"""The numbers that the labels of the Hello/Bye panels speak of, each from the arrays that are drawn. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.labs.hello_bye.records import HelloByeFound, following_same
from engine.records import F32, I32

I64 = npt.NDArray[np.int64]
SAME = 1e-3  # of the largest value: what counts as equal (half precision keeps about that much)


def cosines(vectors: F32) -> F32:
    """[T, T] of the rows of [T, D]; NaN for a row of zeros."""
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=-1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        unit = vectors / lengths
    return np.asarray(np.clip(unit @ unit.T, -1, 1), dtype=np.float32)


def word_ends(found: HelloByeFound) -> I64:
    """Positions of each word's last token, but for the sequence's first word, which stands where no other can."""
    words = found.words
    return np.array([np.flatnonzero(words == word)[-1] for word in np.unique(words[words > 0])], np.int64)


def before_words(found: HelloByeFound) -> I64:
    """[W-1] the position from which each word but the first is expected: the one before its first token."""
    words = found.words
    return np.array([np.flatnonzero(words == word)[0] - 1 for word in np.unique(words[words > 0])], np.int64)


@dataclass(frozen=True)
class Likeness:
    """Mean cosines at the words' ends; NaN where there are not two to compare."""

    first: float  # of two occurrences of the first word
    second: float
    between: float  # of one of each

    @property
    def gap(self) -> float:
        """How much more alike two occurrences of a word are than one of each."""
        there = [value for value in (self.first, self.second) if np.isfinite(value)]
        return sum(there) / len(there) - self.between if there else float("nan")


def likeness(table: F32, found: HelloByeFound) -> Likeness:
    """From the cosines [T, T] of any vectors of the sequence."""
    ends = word_ends(found)
    second = found.words[ends] >= found.question.first_count
    one, other = ends[~second], ends[second]
    return Likeness(_within(table, one), _within(table, other), _mean(table[np.ix_(one, other)]))


def _within(table: F32, at: I64) -> float:
    return _mean(table[np.ix_(at, at)][~np.eye(len(at), dtype=bool)])


def _mean(values: F32) -> float:
    return float(np.mean(values)) if values.size else float("nan")


def n_different(rows: F32) -> int:
    """How many rows of [T, D] differ from one another."""
    return len(np.unique(rows, axis=0))


@dataclass(frozen=True)
class Entering:
    """How what enters block 0 is made of the tables."""

    made_of: str  # "sum", "embedding", "more"; "" where the tables are not known
    difference: float  # largest amount between what was met and the sum (or the scaled embedding)


def entering(found: HelloByeFound) -> Entering:
    """Compare `resid[:, 0]` with the token embedding, times its factor, plus the position embedding."""
    if found.embedding is None or found.resid is None or found.embedding.shape[1] != found.resid.shape[2]:
        return Entering("more" if found.embedding is not None else "", float("nan"))
    whole = found.embedding * np.float32(found.embedding_scale)
    if found.position is not None and found.position.shape == whole.shape:
        whole = whole + found.position
    elif found.position is not None:
        return Entering("more", float("nan"))
    apart = float(np.abs(found.resid[:, 0] - whole).max())
    if apart > SAME * float(np.abs(found.resid[:, 0]).max()):
        return Entering("more", apart)
    return Entering("sum" if found.position is not None else "embedding", apart)


def order_of(values: F32, found: HelloByeFound) -> I64:
    """Components of [T, D] from those the first word has more of to those the second has more of (means at all of
    their tokens but position 0)."""
    later = np.arange(len(values)) > 0
    one, other = found.first_words & later, found.second_words & later
    if not one.any() or not other.any():
        return np.arange(values.shape[1])
    return np.argsort(values[other].mean(axis=0) - values[one].mean(axis=0), kind="stable")


@dataclass(frozen=True)
class ColourRange:
    """Where a diverging colour scale ends, and what lies beyond."""

    high: float  # this much and more (either sign) has the last colour
    share: float  # of all values of the positions from 1 on that lie within
    largest: float  # the value of the largest amount
    component: int
    position: int


WITHIN = 99.0  # per cent of values that the colours tell apart


def colour_range(values: F32) -> ColourRange:
    """Robust: the residual stream has a few components hundreds of times as large as the others, and position 0 has
    them all; so the range is that of [T, D] from position 1 on, but for one value in a hundred."""
    rest = np.abs(values[1:] if len(values) > 1 else values)
    high = float(np.percentile(rest, WITHIN)) if rest.size else 1.0
    at = np.unravel_index(int(np.argmax(np.abs(values))), values.shape) if values.size else (0, 0)
    high = high if high > 0 else max(float(rest.max(initial=0.0)), 1e-12)
    share = float((rest <= high).mean()) if rest.size else 1.0
    return ColourRange(high, share, float(values[at]) if values.size else 0.0, int(at[1]), int(at[0]))


def largest_component(states: F32) -> tuple[int, float]:
    """The component of [T, D] with the largest share of the sum of squares, and that share."""
    squares = (states.astype(np.float64) ** 2).sum(axis=0)
    at = int(np.argmax(squares))
    return at, float(squares[at] / max(squares.sum(), 1e-30))


@dataclass(frozen=True)
class HeadFacts:
    """What one block's heads look at, each a mean over positions: shares of attention."""

    first: F32  # [H] on position 0, over positions from 1 on
    previous: F32  # [H] on the position before, over positions from 2 on
    repeated: F32  # [H] on positions whose predecessor is the same token as here, over positions where there are any


def head_facts(attn: F32, token_ids: I32) -> HeadFacts:
    """From one block's [H, T, T]."""
    n = attn.shape[1]
    where = following_same(token_ids)
    some = where.any(axis=1)
    none = np.full(attn.shape[0], np.nan, np.float32)
    previous = np.stack([attn[:, at, at - 1] for at in range(2, n)], axis=1).mean(axis=1) if n > 2 else none
    repeated = (attn * where)[:, some].sum(axis=2).mean(axis=1) if some.any() else none
    first = attn[:, 1:, 0].mean(axis=1) if n > 1 else none
    return HeadFacts(*(np.asarray(part, dtype=np.float32) for part in (first, previous, repeated)))


@dataclass(frozen=True)
class Plane:
    """States of one layer in the plane in which they differ most. Position 0 is left out (NaN): see DESIGN 7."""

    points: F32  # [T, 2]
    explained: float  # share of the variance of the standardised states that the plane shows
    step: float  # length of the step into the second word, in all dimensions, standardised
    usual_step: float  # median of the other steps between one word's end and the next's


def plane(states: F32, found: HelloByeFound) -> Plane:
    """Principal components of [T, D], each dimension standardised over the positions from 1 on."""
    rest = states[1:].astype(np.float64)
    points = np.full((len(states), 2), np.nan, np.float32)
    if len(rest) < 3:
        return Plane(points, float("nan"), float("nan"), float("nan"))
    spread = rest.std(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        whitened = np.where(spread > 1e-12, (rest - rest.mean(axis=0)) / spread, 0.0)
    left, sizes, axes = np.linalg.svd(whitened, full_matrices=False)
    sign = np.sign(axes[np.arange(2), np.abs(axes[:2]).argmax(axis=1)])
    points[1:] = (left[:, :2] * sizes[:2] * sign).astype(np.float32)
    total = float((sizes**2).sum())
    ends = word_ends(found)
    into = found.words[ends] == found.question.first_count
    steps = np.linalg.norm(np.diff(whitened[ends - 1], axis=0), axis=1)  # [ends - 1]
    at = int(np.argmax(into)) - 1 if into.any() else -1
    others = np.delete(steps, at) if at >= 0 else steps
    return Plane(
        points, float((sizes[:2] ** 2).sum() / total) if total > 0 else float("nan"),
        float(steps[at]) if at >= 0 else float("nan"), float(np.median(others)) if len(others) else float("nan"),
    )  # fmt: skip


def first_reaching(values: F32, level: float) -> int | None:
    """The first index at which a value is at least `level`."""
    where = np.flatnonzero(values >= level)
    return int(where[0]) if len(where) else None
