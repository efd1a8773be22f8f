"""A text that was counted: its tables, what is held out of it, and where its symbols stand in its books."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit import books as texts
from engine.labs.ngrams.records import ALPHABETS, I64, METHODS, UNITS, Method, Passage, Source
from engine.labs.ngrams.smoothing import Smoothed
from engine.labs.ngrams.symbols import as_counted, coded, numbers_of, split
from engine.labs.ngrams.tables import Tables, count
from engine.records import I32
from engine.sentences import say

HELD: Final = 0.05  # of each book, from its end, is held out
MOST: Final = 8_000_000  # characters that are read
AROUND: Final = 60  # characters before and after what a passage is about
KEPT: Final = 3  # counted texts that are remembered
Check = Callable[[], None]


@dataclass(frozen=True, eq=False)
class Counted:
    """See the module."""

    titles: tuple[str, ...]
    text: str  # what was counted, all books
    begins: I64  # [B] where each book begins in it
    held_out: tuple[str, ...]  # of each book
    symbols: tuple[str, ...]  # [V] sorted
    tables: Tables
    of: Source
    notes: tuple[str, ...]
    kept: dict[str, Any] = field(default_factory=dict)  # what was made of it besides

    @property
    def spare(self) -> int:
        """Words may come that were never met; the alphabet is that of the whole text."""
        return 1 if self.of.unit == "words" else 0

    @cached_property
    def offsets(self) -> I64:
        """[N + 1] the character at which each symbol begins."""
        lengths = np.array([len(it) for it in self.symbols], np.int64)
        return np.concatenate([[0], np.cumsum(lengths[self.tables.ids])]).astype(np.int64)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {it: at for at, it in enumerate(self.symbols)}

    def ids_of(self, text: str) -> tuple[list[str], I32]:
        """The symbols of any text in this one's alphabet, and their numbers; -1: never counted."""
        pieces = split(as_counted(text, self.of.alphabet), self.of.unit)
        return pieces, np.array([self._numbers.get(piece, -1) for piece in pieces], np.int32)

    @cached_property
    def held_ids(self) -> tuple[I32, ...]:
        """The held-out part of each book as numbers."""
        return tuple(numbers_of(split(part, self.of.unit), self.symbols) for part in self.held_out)

    def smoothed(self, method: Method) -> Smoothed:
        """What its tables predict. Raises InputRefused for a method that there is not."""
        if method not in METHODS:
            raise InputRefused(say("The method must be one of {methods}.", methods=", ".join(METHODS)))
        found: Smoothed = self.kept.setdefault(method, Smoothed(self.tables, method, self.spare))
        return found

    def passage(self, begin: int, end: int) -> Passage:
        """The symbols from `begin` to `end`, with what stands around them in their book."""
        low, high = int(self.offsets[begin]), int(self.offsets[end])
        book = int(np.searchsorted(self.begins, low, side="right")) - 1
        first = int(self.begins[book])
        last = int(self.begins[book + 1]) if book + 1 < len(self.begins) else len(self.text)
        share = (low - first) / max(last - first, 1)
        before, after = self.text[max(low - AROUND, first) : low], self.text[high : min(high + AROUND, last)]
        return Passage(self.titles[book], share, before, self.text[low:high], after)


@cache
def _shelf() -> OrderedDict[tuple[object, ...], Counted]:
    """Texts counted before, those used last at the end."""
    return OrderedDict()


def counted(of: Source, check: Check = lambda: None) -> Counted:
    """The tables of a text, counted once. `check` is called between steps, and raises where a person said stop.

    Raises:
        InputRefused: no such unit or alphabet, the file cannot be read, or nothing in it is of the alphabet.
    """
    if of.unit not in UNITS or of.alphabet not in ALPHABETS:
        raise InputRefused(
            say(
                "Count one of {units}, in one of the alphabets {alphabets}.",
                units=", ".join(UNITS),
                alphabets=", ".join(ALPHABETS),
            )
        )
    key, shelf = (of, *_stamp(of.source)), _shelf()
    if key not in shelf:
        made = _count(of, check)
        while len(shelf) >= KEPT:
            shelf.popitem(last=False)
        shelf[key] = made
    shelf.move_to_end(key)
    return shelf[key]


def _stamp(source: str) -> tuple[int, int]:
    """What changes with a person's file."""
    try:
        told = Path(source).expanduser().stat() if source else None
    except (OSError, ValueError):
        told = None
    return (told.st_mtime_ns, told.st_size) if told is not None else (0, 0)


def _count(of: Source, check: Check) -> Counted:
    books = texts.books(of.source)
    check()
    notes, room, parts, held = [], MOST, [], []
    for book in books:
        text = as_counted(book.text[:room], of.alphabet)
        room -= len(book.text[:room])
        at = _cut(text)
        parts.append(text[:at])
        held.append(text[at:])
        check()
    if sum(len(book.text) for book in books) > MOST:
        notes.append(say("Only the first {most:,} characters were read.", most=MOST))
    counted_text = "".join(parts)
    if len(counted_text.strip()) < texts.FEWEST:
        raise InputRefused(
            say("This text has no letters from a to z: nothing can be counted in this alphabet. Choose “as written”.")
        )
    symbols, ids = _numbered(counted_text, "".join(held), of)
    check()
    tables = count(ids, len(symbols), check)
    begins = np.concatenate([[0], np.cumsum([len(part) for part in parts])])[:-1].astype(np.int64)
    titles = tuple(book.title for book in books)
    return Counted(titles, counted_text, begins, tuple(held), symbols, tables, of, tuple(notes))


def _cut(text: str) -> int:
    """Where the held-out part of a book begins: at white space where there is some near."""
    at = round(len(text) * (1 - HELD))
    near = max(text.rfind(mark, at - at // 50, at) for mark in " \n") if at else -1
    return near if near > 0 else at


def _numbered(text: str, held: str, of: Source) -> tuple[tuple[str, ...], I32]:
    """The symbols, and the text as their numbers. Of letters also those that the held-out part alone has."""
    if of.unit == "words":
        found = coded(text, of.unit)
        return found.symbols, found.ids
    whole = coded(text + held, of.unit)
    return whole.symbols, whole.ids[: len(text)].copy()


def stopping(stop: Callable[[], bool]) -> Check:
    """Raises Stopped where a person said so."""

    def check() -> None:
        if stop():
            raise Stopped

    return check
