"""What kind of thing each token is, for colouring the map: one of `engine.records.TOKEN_KINDS`.

The rules, first match wins: special by the model's own marks; bytes where the token is no whole UTF-8; white space;
indentation (two or more blanks, or a tab) as code; digits; punctuation and symbols (no letter, no digit); letters
outside Latin as another script; a letter run with a space before it as a word start and without as a continuation;
whatever mixes letters with digits, brackets or underscores, and CamelCase, as code. One leading space changes
nothing but word start.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np

from engine.records import TOKEN_KINDS, U8, Bools

_INDEX = {name: index for index, name in enumerate(TOKEN_KINDS)}
_LATIN = "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿⅠ-ↈⱠ-ⱿꜢ-ꟿﬀ-ﬆＡ-Ｚａ-ｚ"
_INNER = "'’ʼ\u00ad-"  # apostrophes and hyphens belong to words
_RULES = re.compile(
    rf"""
      (?P<space>[^\S\t]|[\n\r\f\v\u0085\u2028\u2029]+)
    | (?P<indent>\s+)
    | (?P<digit>\ ?\d+)
    | (?P<mark>\ ?(?:[^\w\s]|_)+\s*)
    | (?P<camel>\ ?[a-z]+(?:[A-Z][a-z]+)+|\ ?[A-Z][a-z]{{2,}}(?:[A-Z][a-z]+)+)
    | (?P<word>\ [{_LATIN}][{_LATIN}{_INNER}]*)
    | (?P<rest>['’]?[{_LATIN}][{_LATIN}{_INNER}]*)
    """,
    re.VERBOSE,
)
_KIND_OF_RULE = {
    "space": _INDEX["white space"],
    "indent": _INDEX["code"],
    "digit": _INDEX["digit"],
    "mark": _INDEX["punctuation"],
    "camel": _INDEX["code"],
    "word": _INDEX["word start"],
    "rest": _INDEX["continuation"],
}
_WORD_START, _CONTINUATION = _INDEX["word start"], _INDEX["continuation"]
_FOREIGN = re.compile(rf"(?![{_LATIN}])[^\W\d_]")


def kinds_of(raw: Sequence[bytes], special: Bools) -> U8:
    """The kind of every token: `raw` its bytes, `special` [V] whether it is a control token. Returns [V] uint8."""
    kinds = [_INDEX["special"] if mark else kind_of(token) for token, mark in zip(raw, special.tolist(), strict=True)]
    return np.array(kinds, np.uint8)


def kind_of(raw: bytes) -> int:
    """The kind of one token that is not special. Plain words, nine in ten, are known by methods of bytes."""
    word = raw[1:] if raw[:1] == b" " else raw
    if word.isalpha() and (word.islower() or word.istitle() or word.isupper()):  # ASCII only, as these are bytes
        return _CONTINUATION if word is raw else _WORD_START
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return _INDEX["bytes"]
    if match := _RULES.fullmatch(text):
        rule = match.lastgroup or "space"
        return _INDEX["other script"] if rule == "mark" and _marks_only(text) else _KIND_OF_RULE[rule]
    if _FOREIGN.search(text):
        return _INDEX["other script"]
    return _INDEX["code"] if text else _INDEX["special"]


def _marks_only(text: str) -> bool:
    """Combining vowels and accents count as a script, though they are no letters."""
    return not text.isascii() and all(unicodedata.category(char).startswith("M") for char in text.strip())
