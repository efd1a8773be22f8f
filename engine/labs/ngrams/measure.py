"""What the tables of a text hold, and how well they predict what was held out of it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from engine.labs.ngrams.counted import Check, Counted
from engine.labs.ngrams.records import F64, I64, ORDERS, SHOWN, Method, TablesFound
from engine.labs.ngrams.smoothing import Smoothed
from engine.labs.ngrams.symbols import coded, split
from engine.labs.ngrams.tables import count
from engine.records import I32
from engine.sentences import say

SPELLED: Final = 4  # the n of the table of letters by which a word that was never met is spelled
UNICODE: Final = 0x110000  # characters that there may be
END: Final = "\n"  # of a word that is spelled
FEW_HELD_OUT: Final = 100  # characters: below, bits per character say little


def tables_found(counted: Counted, method: Method, check: Check) -> TablesFound:
    """All that is told of a text's tables."""
    began = time.perf_counter()
    tables, n_symbols = counted.tables, len(counted.symbols)
    by_n = [_of_table(counted, n) for n in ORDERS]
    check()
    bits: F64 = np.full(len(ORDERS), np.nan)
    per_character = bits.copy()
    n_held, n_characters = sum(map(len, counted.held_ids)), sum(map(len, counted.held_out))
    for at, n in enumerate(ORDERS):
        check()
        if n_held and n <= len(tables.ids):
            total = sum(float(bits_of(counted, method, ids, pieces, n).sum()) for ids, pieces in _held(counted))
            bits[at], per_character[at] = total / n_held, total / n_characters
    shown, pairs, totals = _pairs(counted)
    occurs = np.bincount(tables.ids, minlength=n_symbols)[shown]
    unknown = sum(int((ids < 0).sum()) for ids in counted.held_ids)
    return TablesFound(
        counted.titles, len(counted.text), n_characters, len(tables.ids), n_symbols,
        np.array([it[0] for it in by_n], np.int64), np.array([float(n_symbols) ** n for n in ORDERS]),
        np.array([it[1] for it in by_n], np.int64), np.array([it[2] for it in by_n]),
        _unseen(counted), unknown / n_held if n_held else math.nan, bits, per_character, np.exp2(bits),
        tuple(counted.symbols[at] for at in shown.tolist()), pairs, totals, occurs.astype(np.int64),
        (*counted.notes, *_notes(n_characters)), time.perf_counter() - began,
    )  # fmt: skip


def _notes(n_characters: int) -> tuple[str, ...]:
    if n_characters >= FEW_HELD_OUT:
        return ()
    if n_characters == 1:
        return (
            say("Only 1 character is held out of so short a text: bits per character say little. Take a longer one."),
        )
    return (
        say(
            "Only {n} characters are held out of so short a text: bits per character say little. Take a longer one.",
            n=n_characters,
        ),
    )


def _held(counted: Counted) -> list[tuple[I32, list[str]]]:
    """The held-out parts as numbers, and as symbols where some have no number."""
    return [
        (ids, split(part, counted.of.unit) if (ids < 0).any() else [])
        for ids, part in zip(counted.held_ids, counted.held_out, strict=True)
        if len(ids)
    ]


def bits_of(counted: Counted, method: Method, ids: I32, pieces: Sequence[str], n: int) -> F64:
    """[T] surprisal of the symbols of a text, each after those before it.

    A word that was never met costs that it is one, and its spelling. A letter that the text does not have has NaN.
    """
    found: F64 = -np.log2(counted.smoothed(method).probabilities(ids, n))
    unknown = np.flatnonzero(ids < 0)
    if not len(unknown):
        return found
    if counted.of.unit == "letters":
        found[unknown] = np.nan
    else:
        spell = _speller(counted)
        found[unknown] += [spell(pieces[at]) for at in unknown.tolist()]
    return found


def _speller(counted: Counted) -> Callable[[str], float]:
    """Bits of spelling a word that was never met: by the letters of the words that were, each taken once."""
    made = counted.kept.get("spelling")
    if made is None:
        letters = coded(END + END.join(counted.symbols) + END, "letters")
        smoothed = Smoothed(count(letters.ids, len(letters.symbols)), "Witten-Bell", spare=1)
        made = counted.kept["spelling"] = (smoothed, {it: at for at, it in enumerate(letters.symbols)})
    smoothed, numbers = made

    def spell(word: str) -> float:
        ids = np.array([numbers.get(letter, -1) for letter in END + word + END], np.int32)
        bits = -np.log2(smoothed.probabilities(ids, SPELLED)[1:])
        return float(bits.sum()) + math.log2(UNICODE) * int((ids < 0).sum())

    return spell


def _of_table(counted: Counted, n: int) -> tuple[int, int, float]:
    """Of the table of n: its runs, those that occur once, and the share of symbols that were forced."""
    level = counted.tables.level(n)
    if not len(level):
        return 0, 0, math.nan
    begins = level.keys // counted.tables.n_symbols
    alone = np.bincount(begins)[begins] == 1
    return len(level), int((level.counts == 1).sum()), float(level.counts[alone].sum() / level.counts.sum())


def _unseen(counted: Counted) -> F64:
    """[6] share of the held-out runs of n that were never counted."""
    found: F64 = np.full(len(ORDERS), np.nan)
    missing, total = np.zeros(len(ORDERS)), np.zeros(len(ORDERS))
    for ids in counted.held_ids:
        here: I64 = np.zeros(len(ids) + 1, np.int64)
        for at, n in enumerate(ORDERS):
            if len(ids) < n:
                break
            here = counted.tables.level(n).find(here[: len(ids) - n + 1], ids[n - 1 :].astype(np.int64),
                                                counted.tables.n_symbols)  # fmt: skip
            missing[at] += int((here < 0).sum())
            total[at] += len(here)
    np.divide(missing, total, out=found, where=total > 0)
    return found


def _standing(letter: str) -> tuple[int, str]:
    """Where a letter stands in the picture: the space, small letters, capitals, and then all else."""
    kinds = (letter == " ", letter.islower(), letter.isupper(), letter.isalpha(), letter.isdigit(), True)
    return kinds.index(True), letter


def _pairs(counted: Counted) -> tuple[I64, I64, I64]:
    """The most frequent symbols in their order, [P, P] how often one follows the other, and [P] anything at all."""
    tables = counted.tables
    occurs = np.bincount(tables.ids, minlength=tables.n_symbols)
    most = min(SHOWN[counted.of.unit], int((occurs > 0).sum()))
    shown: I64 = np.argsort(-occurs, kind="stable")[:most].astype(np.int64)
    if counted.of.unit == "letters":
        shown = np.array(sorted(shown.tolist(), key=lambda at: _standing(counted.symbols[at])), np.int64)
    level, numbers = tables.level(2), np.flatnonzero(occurs)  # a run of one has the number of its place among these
    row = np.full(tables.n_symbols, -1, np.int64)
    row[shown] = np.arange(most)
    first, second = numbers[level.keys // tables.n_symbols], level.keys % tables.n_symbols
    counts: I64 = np.zeros((most, most), np.int64)
    both = (row[first] >= 0) & (row[second] >= 0)
    counts[row[first[both]], row[second[both]]] = level.counts[both]
    totals = np.bincount(first, level.counts, tables.n_symbols)[shown].astype(np.int64)
    return shown, counts, totals
