"""Balanced bracket strings drawn uniformly, by ballot numbers, and the automaton that says what is legal.

A balanced string of 2n brackets is a path of n up-steps and n down-steps that never goes below 0. From height d with
r steps left there are N(r, d) = (d+1)/(r+1) * C(r+1, (r-d)/2) ways home (Bertrand's ballot theorem; Feller, An
Introduction to Probability Theory, vol. 1, ch. III), so a uniform draw goes up with probability

    N(r-1, d+1) / N(r, d) = (r - d)(d + 2) / (2 r (d + 1)),

a ratio of small integers for every length: an integer below 2r(d+1) is drawn and compared, and no rounding enters.
A whole batch takes each step at once. With two kinds of bracket each matched pair chooses its kind by itself, which is
uniform over the strings of that length, since every skeleton has the same 2^n colourings.

The empty string is balanced: at depth 0 both an opening bracket and End are legal, at the start too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused
from engine.records import I32, Bools
from engine.sentences import say

U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]

OPEN, CLOSE, END, START, SQUARE_OPEN, SQUARE_CLOSE = range(6)
TOKENS = ("(", ")", "End", "Start", "[", "]")
MAX_TYPED = 4096  # brackets a person may type; past it nothing can be shown of them

_BRACKETS = {"(": OPEN, ")": CLOSE, "[": SQUARE_OPEN, "]": SQUARE_CLOSE}


@dataclass(frozen=True)
class Language:
    """Dyck-1 (`kinds` 1) or Dyck-2 (`kinds` 2)."""

    kinds: int = 1

    def __post_init__(self) -> None:
        if self.kinds not in (1, 2):
            raise InputRefused(
                say("There is one kind of bracket or there are two, not {kinds}. Choose 1 or 2.", kinds=self.kinds)
            )

    @property
    def vocab_size(self) -> int:
        """Tokens of a net for it: 4, or 6 with square brackets."""
        return 4 if self.kinds == 1 else 6

    @property
    def outcomes(self) -> tuple[int, ...]:
        """Token ids that can come next, in the order they are shown: the brackets, then End."""
        return (OPEN, CLOSE, END) if self.kinds == 1 else (OPEN, CLOSE, SQUARE_OPEN, SQUARE_CLOSE, END)

    @property
    def names(self) -> tuple[str, ...]:
        """The outcomes as text."""
        return tuple(TOKENS[i] for i in self.outcomes)

    @property
    def alphabet(self) -> tuple[str, ...]:
        """The brackets as text."""
        return self.names[:-1]


DYCK1 = Language(1)


def ways_home(steps: int, depth: int) -> int:
    """How many paths lead from `depth` to 0 in `steps` without going below 0: the ballot number, exactly."""
    if depth < 0 or steps < depth or (steps - depth) % 2:
        return 0
    return math.comb(steps, (steps - depth) // 2) * (depth + 1) // ((steps + depth) // 2 + 1)


def catalan(pairs: int) -> int:
    """Number of balanced strings of `pairs` pairs of one kind."""
    return ways_home(2 * pairs, 0)


def paths_home(start: I64, steps: int, rng: np.random.Generator) -> Bools:
    """Uniform paths from each start depth to 0 in `steps` steps, never below 0: True where one goes up.

    # [B] -> [B, steps] bool. The parity of `start` must be that of `steps`, and no start may lie higher than `steps`.
    """
    ups = np.empty((steps, len(start)), np.bool_)
    depth = start.astype(np.int64)
    for done in range(steps):
        left = steps - done
        up = rng.integers(0, 2 * left * (depth + 1)) < (left - depth) * (depth + 2)
        ups[done] = up
        depth += np.where(up, 1, -1)
    return np.ascontiguousarray(ups.T)


def draw_skeletons(count: int, pairs: int, rng: np.random.Generator) -> Bools:
    """`count` uniform balanced strings of `pairs` pairs: True where a bracket opens.  # [count, 2 * pairs] bool"""
    return paths_home(np.zeros(count, np.int64), 2 * pairs, rng)


def draw_prefixes(depth: I64, length: int, rng: np.random.Generator, language: Language = DYCK1) -> I64:
    """One uniform legal prefix of `length` brackets for each depth it shall end at.  # [B] -> [B, length] int64

    A path home from that depth, read backwards, is a path from 0 up to it; its own prefixes are uniform given the
    depth they end at, so every prefix of a row can be used as a draw of its cell.
    """
    opens = ~paths_home(depth, length, rng)[:, ::-1]
    return _with_kinds(opens, rng, language)


def _with_kinds(opens: Bools, rng: np.random.Generator, language: Language) -> I64:
    if language.kinds == 1:
        return np.where(opens, OPEN, CLOSE).astype(np.int64)
    return _coloured(opens, rng.integers(0, 2, opens.shape, dtype=np.int64))


def draw(count: int, pairs: int, rng: np.random.Generator, language: Language = DYCK1) -> I64:
    """`count` uniform balanced strings of `pairs` pairs as token ids, without start and End.  # [count, 2 * pairs]"""
    return _with_kinds(draw_skeletons(count, pairs, rng), rng, language)


def _coloured(opens: Bools, kinds: I64) -> I64:
    """Give each opening bracket its kind and each closing one that of its partner.  # both [B, n]"""
    count, length = opens.shape
    rows = np.arange(count)
    stack = np.zeros((count, length + 1), np.int64)
    top = np.zeros(count, np.int64)
    ids = np.empty(opens.shape, np.int64)
    for i in range(length):
        up = opens[:, i]
        top = np.where(up, top, top - 1)
        kind = np.where(up, kinds[:, i], stack[rows, top])
        stack[rows, top] = kind
        ids[:, i] = np.where(up, OPEN, CLOSE) + 4 * kind
        top = np.where(up, top + 1, top)
    return ids


def depth_steps(ids: npt.NDArray[np.integer]) -> I64:
    """+1 where a bracket opens, -1 where it closes, 0 elsewhere. Same shape as `ids`."""
    steps = np.zeros(len(TOKENS), np.int64)
    steps[[OPEN, SQUARE_OPEN]] = 1
    steps[[CLOSE, SQUARE_CLOSE]] = -1
    return steps[np.asarray(ids)]


def depths(ids: npt.NDArray[np.integer]) -> I64:
    """Depth after each prefix of each row, the empty one first.  # [B, n] -> [B, n + 1]"""
    out = np.zeros((ids.shape[0], ids.shape[1] + 1), np.int64)
    np.cumsum(depth_steps(ids), axis=1, out=out[:, 1:])
    return out


def encode(text: str, language: Language = DYCK1, most: int = MAX_TYPED) -> list[int]:
    """The token ids of a bracket string, without start and End.

    Raises:
        InputRefused: nothing was typed, too much, or another character.
    """
    if not text:
        raise InputRefused(
            say(
                "There is no bracket to look at. Type some of {alphabet}, for example (()).",
                alphabet=" ".join(language.alphabet),
            )
        )
    if len(text) > most:
        raise InputRefused(
            say(
                "That is {n:,} brackets, but {most:,} at most can be read. Type a shorter string.",
                n=len(text),
                most=most,
            )
        )
    for position, character in enumerate(text):
        if character not in language.alphabet:
            raise InputRefused(
                say(
                    "Only {alphabet} can be used, but character {position} is {character!r}. Take it out and try "
                    "again.",
                    alphabet=" ".join(language.alphabet),
                    position=position + 1,
                    character=character,
                )
            )
    return [_BRACKETS[character] for character in text]


def text_of(ids: npt.NDArray[np.integer] | list[int]) -> str:
    """The brackets of `ids` as text; start and End are left out."""
    return "".join(TOKENS[int(i)] for i in ids if int(i) not in (START, END))


def legal_sets(ids: npt.NDArray[np.integer], language: Language = DYCK1) -> Bools:
    """Which outcomes may follow each prefix of each row: False throughout once a row has left the language.

    # [B, n] -> [B, n + 1, outcomes] bool, in the order of `language.outcomes`
    """
    count, length = ids.shape
    rows = np.arange(count)
    stack = np.full((count, length + 1), -1, np.int64)
    top = np.zeros(count, np.int64)
    alive = np.ones(count, np.bool_)
    legal = np.zeros((count, length + 1, len(language.outcomes)), np.bool_)
    for i in range(length + 1):
        _fill_legal(legal[:, i], alive, np.where(top > 0, stack[rows, np.maximum(top - 1, 0)], -1), language)
        if i == length:
            break
        kind, opens = ids[:, i] // 4, depth_steps(ids[:, i]) > 0
        alive &= opens | ((top > 0) & (stack[rows, np.maximum(top - 1, 0)] == kind))
        stack[rows, top] = np.where(opens, kind, stack[rows, top])
        top = np.where(alive, top + np.where(opens, 1, -1), 0)
    return legal


def _fill_legal(legal: Bools, alive: Bools, inner: I64, language: Language) -> None:
    """One prefix's legal outcomes; `inner` is the kind of the innermost open bracket, -1 for none."""
    for column, outcome in enumerate(language.outcomes):
        if outcome in (OPEN, SQUARE_OPEN):
            legal[:, column] = alive
        elif outcome == END:
            legal[:, column] = alive & (inner < 0)
        else:
            legal[:, column] = alive & (inner == outcome // 4)


def string_hash(ids: npt.NDArray[np.integer]) -> U64:
    """A well-mixed number for each row, the same on every machine (FNV-1a, then splitmix64's last step).  # [B]"""
    value = np.full(ids.shape[0], 0xCBF29CE484222325, np.uint64)
    for i in range(ids.shape[1]):
        value = (value ^ (ids[:, i].astype(np.uint64) + np.uint64(1))) * np.uint64(0x100000001B3)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


HELD_OUT_SHARE = 16  # one string in so many is never trained on
HELD_OUT_FROM = 5  # pairs: shorter strings are so few that all are trained on


def held_out(ids: npt.NDArray[np.integer]) -> Bools:
    """Which rows are never trained on: those whose hash is a multiple of 16, from 5 pairs up.  # [B]"""
    if ids.shape[1] < 2 * HELD_OUT_FROM:
        return np.zeros(ids.shape[0], np.bool_)
    kept_back: Bools = string_hash(ids) % np.uint64(HELD_OUT_SHARE) == 0
    return kept_back


def all_prefixes(length: int) -> I32:
    """Every legal prefix of `length` brackets of one kind, as token ids.  # [C(length, length // 2), length]"""
    partial = np.zeros((1, 0), np.int32)
    for _ in range(length):
        closable = depth_steps(partial).sum(axis=1) > 0
        opened = np.column_stack([partial, np.full(len(partial), OPEN, np.int32)])
        closed = np.column_stack([partial[closable], np.full(closable.sum(), CLOSE, np.int32)])
        partial = np.concatenate([opened, closed]).astype(np.int32)
    return partial
