"""A text as symbols: characters, or words with the space before them, so that symbols joined give the text again.

Words are split without rules of a language: a run of letters (with apostrophes and hyphens inside), a run of digits, a
mark, or white space that stands alone; a single space goes with what follows it, as in the tokens of most models. In
scripts without spaces each character of Chinese, of Japanese kana, of Thai, Lao, Khmer and Burmese is a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.labs.ngrams.records import Alphabet, Unit
from engine.records import I32

_ALONE: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER: Final = rf"[^\W\d_{_ALONE}]"
WORD: Final = re.compile(rf" ?{_LETTER}+(?:['’\-]{_LETTER}+)*| ?\d+| ?[{_ALONE}]| ?[^\w\s]| ?_+| ?\w|\s", re.UNICODE)
_OTHER: Final = re.compile(r"[^a-z]+")
_OTHER_CASE: Final = re.compile(r"[^a-zA-Z]+")


def as_counted(text: str, alphabet: Alphabet) -> str:
    """The text in the alphabet that is counted: as it is, or its letters from a to z with one space for all between."""
    if alphabet == "as written":
        return text
    if alphabet == "letters":
        return _OTHER_CASE.sub(" ", text)
    return _OTHER.sub(" ", text.lower())


def split(text: str, unit: Unit) -> list[str]:
    """The symbols of a text; joined they are the text."""
    return list(text) if unit == "letters" else WORD.findall(text)


@dataclass(frozen=True)
class Coded:
    """A text as numbers of its symbols, in `symbols` by their order there."""

    ids: I32  # [N]
    symbols: tuple[str, ...]  # [V], in the order of their characters

    @property
    def lengths(self) -> I32:
        """[V] characters of each symbol."""
        return np.array([len(it) for it in self.symbols], np.int32)


def coded(text: str, unit: Unit) -> Coded:
    """A text as the numbers of its symbols."""
    return _letters(text) if unit == "letters" else _words(text)


def _letters(text: str) -> Coded:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    present = np.flatnonzero(np.bincount(codes, minlength=1))
    table = np.zeros(int(present[-1]) + 1 if len(present) else 1, np.int32)
    table[present] = np.arange(len(present), dtype=np.int32)
    return Coded(table[codes], tuple(chr(code) for code in present.tolist()))


def _words(text: str) -> Coded:
    known: dict[str, int] = {}
    first = np.fromiter(
        (known.setdefault(match.group(), len(known)) for match in WORD.finditer(text)), np.int32
    )  # numbered as they come
    order = sorted(known)
    rank = np.zeros(max(len(order), 1), np.int32)
    rank[[known[word] for word in order]] = np.arange(len(order), dtype=np.int32)
    return Coded(rank[first], tuple(order))


def numbers_of(pieces: list[str], symbols: tuple[str, ...]) -> I32:
    """[n] the number of each piece among sorted `symbols`, -1 where it is none."""
    known = {it: at for at, it in enumerate(symbols)}
    return np.array([known.get(piece, -1) for piece in pieces], np.int32)
