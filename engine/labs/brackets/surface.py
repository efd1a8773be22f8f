"""Where a net fails: errors over (length, depth), by random prefixes or by all of them, and a cell's worst strings.

Random prefixes: the depth to end at is drawn uniformly for the longest length, and a prefix uniformly given it. Every
shorter prefix of a row is then uniform given its own (length, depth), so each forward fills a cell at every length.
Exact: every legal prefix up to length 14 is in one batch of 3,432 rows, and each distinct prefix counts once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, Stopped
from engine.labs.brackets.bench import read_prefix
from engine.labs.brackets.language import CLOSE, END, SQUARE_CLOSE, all_prefixes, depths, draw_prefixes, legal_sets
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import Reading, Surface
from engine.records import Bools, Frozen
from engine.sentences import say

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

EXACT_UP_TO = 14  # brackets
ROWS_AT_ONCE = 128


def sampled_surface(
    net: Net, longest: int = 60, rows: int = 2000, seed: int = 0, carry_on: Callable[[], bool] = lambda: True
) -> Surface:
    """The surface of random prefixes up to `longest` brackets.

    Raises:
        InputRefused: it is longer than the context.
        Stopped: `carry_on` said no.
    """
    net.check_length(longest)
    rng = np.random.default_rng(seed)
    sums = _Sums(net, longest)
    for first in range(0, rows, ROWS_AT_ONCE):
        if not carry_on():
            raise Stopped
        count = min(ROWS_AT_ONCE, rows - first)
        goals = longest % 2 + 2 * rng.integers(0, longest // 2 + 1, count)
        ids = draw_prefixes(goals, longest, rng, net.language)
        sums.add(ids, np.ones((count, longest + 1), np.bool_))
    return sums.surface(exact=False)


def exact_surface(net: Net, longest: int = EXACT_UP_TO) -> Surface:
    """The surface of every legal prefix up to `longest` brackets (one kind of bracket).

    Raises:
        InputRefused: too long to enumerate, or two kinds of bracket.
    """
    if longest > EXACT_UP_TO or net.language.kinds != 1:
        raise InputRefused(
            say(
                "All prefixes can be tried up to {exact_up_to} brackets of one kind. Choose a shorter length, or "
                "a sample.",
                exact_up_to=EXACT_UP_TO,
            )
        )
    ids = all_prefixes(longest).astype(np.int64)
    sums = _Sums(net, longest)
    sums.add(ids, _distinct(ids))
    return sums.surface(exact=True)


def _distinct(ids: I64) -> Bools:
    """Marks each distinct prefix once, in the first row that has it.  # [B, n] -> [B, n + 1]"""
    marked = np.zeros((ids.shape[0], ids.shape[1] + 1), np.bool_)
    marked[0, 0] = True
    code = np.zeros(len(ids), np.int64)
    for i in range(ids.shape[1]):
        code = 2 * code + ids[:, i]
        marked[np.unique(code, return_index=True)[1], i + 1] = True
    return marked


class _Sums:
    """Adds up prefixes by (length, depth)."""

    def __init__(self, net: Net, longest: int) -> None:
        self.net, self.longest = net, longest
        self.counts = np.zeros((longest + 1, longest + 1))
        self.totals = np.zeros((4, longest + 1, longest + 1))

    def add(self, ids: I64, counted: Bools) -> None:
        """Add the prefixes of `ids` [B, n] that are marked in `counted` [B, n + 1]."""
        found = judged(self.net, ids)
        depth = depths(ids)
        length = np.broadcast_to(np.arange(ids.shape[1] + 1), depth.shape)
        cell = (length * (self.longest + 1) + depth)[counted]
        size = self.counts.size
        self.counts += np.bincount(cell, minlength=size).reshape(self.counts.shape)
        for i, values in enumerate((found.end, found.close, found.wrong, found.confused)):
            summed = np.bincount(cell, values[counted].astype(float), minlength=size)
            self.totals[i] += summed.reshape(self.counts.shape)

    def surface(self, exact: bool) -> Surface:
        with np.errstate(invalid="ignore", divide="ignore"):
            end, close, wrong, confused = (total / self.counts for total in self.totals)
        end[:, 0] = np.nan  # at depth 0 ending is legal
        if self.net.language.kinds == 1:
            close[:, 1:] = np.nan  # above it closing is legal
        return Surface(exact, self.net.trained_length, self.counts.astype(np.int64), end, close, wrong, confused)


@dataclass(frozen=True)
class Judged(Frozen):
    """What is wrong after each prefix of legal rows, each [B, n + 1]."""

    end: F64  # probability of End where illegal, else 0
    close: F64  # probability of illegal closing brackets
    illegal: F64  # probability of everything illegal, the start token included
    wrong: Bools  # what is likeliest, the start token included, is illegal
    confused: Bools  # the likeliest of the outcomes that close or end is illegal: a coin would be right half the time


def judged(net: Net, ids: I64) -> Judged:
    """Put rows of legal prefixes to a net and judge every prefix."""
    outcomes = net.language.outcomes
    probs = net.probabilities(ids)  # [B, n + 1, O]
    legal = legal_sets(ids, net.language)
    bad = probs * ~legal
    closing = [i for i, outcome in enumerate(outcomes) if outcome in (CLOSE, SQUARE_CLOSE)]
    ending = outcomes.index(END)
    no_opening = probs.copy()
    no_opening[..., [i for i in range(len(outcomes)) if i not in closing and i != ending]] = -1.0
    return Judged(
        end=bad[..., ending],
        close=bad[..., closing].sum(axis=-1),
        illegal=np.clip(1.0 - (probs * legal).sum(axis=-1), 0.0, 1.0),
        wrong=~_taken(legal, probs.argmax(axis=-1)) | (1.0 - probs.sum(axis=-1) > probs.max(axis=-1)),
        confused=~_taken(legal, no_opening.argmax(axis=-1)),
    )


def _taken(legal: Bools, chosen: npt.NDArray[np.intp]) -> Bools:
    taken: Bools = np.take_along_axis(legal, chosen[..., None], axis=-1)[..., 0]
    return taken


def worst_strings(net: Net, length: int, depth: int, count: int = 10, tried: int = 400, seed: int = 0) -> list[Reading]:
    """The prefixes of one cell on which the net puts most mass on what is illegal, the worst first, all different.

    Up to 14 brackets of one kind all prefixes are tried, else `tried` random ones.

    Raises:
        InputRefused: there is no such prefix, or it is longer than the context.
    """
    net.check_length(length)
    if depth < 0 or depth > length or (length - depth) % 2:
        raise InputRefused(
            say(
                "No string of {length} brackets ends at depth {depth}. Choose an even depth from 0 to {length}.",
                length=length,
                depth=depth,
            )
            if length % 2 == 0
            else say(
                "No string of {length} brackets ends at depth {depth}. Choose an odd depth from 0 to {length}.",
                length=length,
                depth=depth,
            )
        )
    if net.language.kinds == 1 and length <= EXACT_UP_TO:
        ids = all_prefixes(length).astype(np.int64)
        ids = ids[depths(ids)[:, -1] == depth]
    else:
        rng = np.random.default_rng((seed, length, depth))
        ids = np.unique(draw_prefixes(np.full(tried, depth), length, rng, net.language), axis=0)
    illegal = judged(net, ids).illegal[:, -1]
    return [read_prefix(net, ids[i]) for i in np.argsort(-illegal, kind="stable")[:count]]


def telling_failure(net: Net, longest: int | None = None, rows: int = 600, seed: int = 0) -> Reading | None:
    """A shortest string after which the net is wrong though it was right after every shorter prefix of it.

    Looked for first within the trained lengths by random prefixes and runs of "(", then up to `longest`.
    """
    longest = min(net.longest, 2 * net.trained_length) if longest is None else longest
    net.check_length(longest)
    for limit in sorted({min(longest, net.trained_length), longest}):
        rng = np.random.default_rng(seed)
        goals = limit % 2 + 2 * rng.integers(0, limit // 2 + 1, rows)
        ids = np.concatenate([_towers(limit), draw_prefixes(goals, limit, rng, net.language)])
        wrong = judged(net, ids).wrong
        first = np.where(wrong.any(axis=1), wrong.argmax(axis=1), limit + 1)
        row = int(first.argmin())
        if first[row] <= limit:
            return read_prefix(net, ids[row, : first[row]])
    return None


def _towers(longest: int) -> I64:
    """For n = 1..longest // 2: n opened, n closed, and so on again until `longest`.  # [longest // 2, longest]"""
    position = np.arange(longest)
    return np.array([(position // n % 2) * CLOSE for n in range(1, longest // 2 + 1)], np.int64)
