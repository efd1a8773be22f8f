"""What a person looks up in tables: places of a run, the surprisal of a sentence, the most likely next words."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused
from engine.labs.ngrams.counted import Check, Counted
from engine.labs.ngrams.measure import bits_of
from engine.labs.ngrams.records import (
    F64,
    LONGEST_PROMPT,
    ORDERS,
    Examples,
    Method,
    PieceBits,
    Strip,
    TableFan,
)
from engine.labs.ngrams.tables import LONGEST
from engine.sentences import say


def examples(counted: Counted, text: str, most: int, seed: int) -> Examples:
    """Places of a run of up to LONGEST symbols, some of them drawn where there are more than `most`.

    Raises:
        InputRefused: too many symbols or none.
    """
    pieces, ids = counted.ids_of(text)
    if not 1 <= len(pieces) <= LONGEST:
        raise InputRefused(
            say("Look for 1 to {most} letters or words in a row, not for {n}.", most=LONGEST, n=len(pieces))
        )
    tables = counted.tables
    if counted.of.unit == "words" and tables.run_of(ids) < 0 and not text.startswith(" "):
        pieces, ids = counted.ids_of(f" {text}")
    run, before = tables.run_of(ids), tables.run_of(ids[:-1])
    level, n_before = tables.level(len(ids)), 0
    if before >= 0:
        low, high = level.after(before, tables.n_symbols)
        n_before = int(level.counts[low:high].sum())
    if run < 0:
        return Examples(tuple(pieces), 0, n_before, ())
    places = chosen = tables.places(len(ids), run)
    if len(places) > most:
        chosen = np.sort(np.random.default_rng(seed).choice(places, most, replace=False))
    passages = tuple(counted.passage(at, at + len(ids)) for at in chosen.tolist())
    return Examples(tuple(pieces), len(places), n_before, passages)


def strip(counted: Counted, method: Method, text: str, check: Check) -> Strip:
    """The surprisal of a sentence under each table.

    Raises:
        InputRefused: nothing was typed, or nothing of it is in the alphabet.
    """
    pieces, ids = counted.ids_of(text[:LONGEST_PROMPT])
    if not text.strip() or not pieces:
        raise InputRefused(say("Type a sentence: each of its letters and words is looked up in the tables."))
    found = []
    for n in ORDERS:
        check()
        found.append(bits_of(counted, method, ids, pieces, n))
    return Strip(tuple(pieces), np.stack(found))


def fan(counted: Counted, method: Method, text: str, n: int, k: int) -> TableFan:
    """The `k` most likely next words after a text by the table of n words.

    Raises:
        InputRefused: no such table.
    """
    if n not in ORDERS:
        raise InputRefused(say("There are tables of 1 to {most} words, not of {n}.", most=LONGEST, n=n))
    _, ids = counted.ids_of(text[-LONGEST_PROMPT:].rstrip())
    chances = counted.smoothed(method).next(ids, n)
    best = np.argsort(-chances, kind="stable")[: max(k, 1)]
    used, times = 1, len(counted.tables.ids)
    for length in range(min(n - 1, len(ids)), 0, -1):
        context = ids[len(ids) - length :]
        run, level = counted.tables.run_of(context), counted.tables.level(length + 1)
        low, high = level.after(run, counted.tables.n_symbols) if run >= 0 else (0, 0)
        if high > low:
            used, times = length + 1, int(level.counts[low:high].sum())
            break
    return TableFan(tuple(counted.symbols[at] for at in best.tolist()), chances[best], used, times)


def piece_bits(counted: Counted, method: Method, pieces: tuple[str, ...], n: int) -> PieceBits:
    """The surprisal of pieces of a text as the sum over their letters. Raises InputRefused: no such table."""
    if n not in ORDERS:
        raise InputRefused(say("There are tables of 1 to {most} letters, not of {n}.", most=LONGEST, n=n))
    letters, ids = counted.ids_of("".join(pieces))
    bits = bits_of(counted, method, ids, letters, n)  # NaN of a letter that the text does not have
    sums, unknown = _sums(np.nan_to_num(bits)), _sums(ids < 0)
    ends = _sums(np.array([len(piece) for piece in pieces])).astype(np.int64)
    return PieceBits(np.where(np.diff(unknown[ends]) > 0, np.nan, np.diff(sums[ends])))


def _sums(values: npt.NDArray[Any]) -> F64:
    """[n + 1] the sum of all values before each place, and of all."""
    found: F64 = np.concatenate([[0.0], np.cumsum(values)])
    return found
