"""A text as pieces of at most 128 tokens: the bundled sample and novels, or a person's file.

A text that is longer than what is to be read gives pieces at even distances, so that all of it has its say. They are
made one after the other, as they are read.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit.books import Book, books
from engine.labkit.subject import Subject
from engine.labs.features.records import BOTH, SAMPLE
from engine.maps.sample import sample_texts
from engine.records import I32
from engine.sentences import say

WINDOW = 128  # tokens of a piece
LONG = 8  # characters a token has at most, for reckoning: what is cut out of a text for a piece
USUAL = 5  # characters that a token has, about
FEWEST, MOST = 1_000, 2_000_000  # tokens that can be asked for


@dataclass(frozen=True)
class Texts:
    """What is read."""

    whole: tuple[Book, ...]  # first, from their beginnings
    spaced: tuple[Book, ...]  # then, at even distances where they are longer than what is left
    sha256: str


def texts_of(name: str) -> Texts:
    """The texts of a name. Raises InputRefused where a person's file cannot be read."""
    if name in (BOTH, SAMPLE, ""):
        return _bundled(name)
    own = books(name)
    return Texts((), own, _digest(own))


@functools.cache
def _bundled(name: str) -> Texts:
    sample = tuple(Book(it.kind, it.text) for it in sample_texts(whole=True)) if name in (BOTH, SAMPLE) else ()
    novels = books() if name != SAMPLE else ()
    return Texts(sample, novels, _digest((*sample, *novels)))


def _digest(all_books: tuple[Book, ...]) -> str:
    made = hashlib.sha256()
    for book in all_books:
        made.update(f"{len(book.text)}:".encode())
        made.update(book.text.encode("utf-8", "replace"))
    return made.hexdigest()


def pieces(subject: Subject, texts: Texts, tokens: int) -> Iterator[tuple[str, I32]]:
    """(title, token ids [t]) of each piece, `tokens` in all at most.

    Raises:
        InputRefused: nothing of the text is a token, or too few or too many are asked for. Stopped.
    """
    if not FEWEST <= tokens <= MOST:
        raise InputRefused(
            say("{n:,} tokens cannot be read. Choose from {low:,} to {high:,}.", n=tokens, low=FEWEST, high=MOST)
        )
    window, left = min(WINDOW, subject.context), tokens
    for book in texts.whole:
        for ids in _cut(subject.encode(book.text), window, left):
            left -= len(ids)
            yield book.title, ids
    for title, text in _spaced(texts.spaced, window, left):
        if subject.stop():
            raise Stopped
        for ids in _cut(subject.encode(text), window, left)[: 1 if len(text) <= window * LONG else None]:
            left -= len(ids)
            yield title, ids


def _cut(ids: list[int], window: int, most: int) -> list[I32]:
    """Pieces of `window`; one token alone has no position that counts."""
    cut = [np.asarray(ids[low : min(low + window, most)], np.int32) for low in range(0, min(len(ids), most), window)]
    return [piece for piece in cut if len(piece) > 1]


def _spaced(all_books: tuple[Book, ...], window: int, tokens: int) -> Iterator[tuple[str, str]]:
    """(title, text): the whole books, or so many cuttings of them that each gives one piece."""
    whole = sum(len(book.text) for book in all_books)
    n = -(-tokens // window)
    if whole <= n * window * USUAL:
        yield from ((book.title, book.text) for book in all_books)
        return
    starts, begin = (np.arange(n) * whole) // max(n, 1), 0
    for book in all_books:
        for at in starts[(starts >= begin) & (starts < begin + len(book.text))] - begin:
            yield book.title, book.text[_after_space(book.text, int(at)) :][: window * LONG]
        begin += len(book.text)


def _after_space(text: str, at: int) -> int:
    """The next place at which a word begins, where one is near."""
    if at == 0:
        return 0
    near = [found for mark in ("\n", " ") if (found := text.find(mark, at, at + 200)) >= 0]
    return near[0] + 1 if near else at
