"""Pairs of words that the loaded model writes with one token each, to be offered where one of a person's is not.

Pairs that people know come first; where a vocabulary has none of them, its own earliest whole words (the commonest, as
byte-pair encodings are built) are paired.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from engine.labkit.workbench import Workbench
from engine.labs.hello_bye.records import AskHelloBye, tokens_per_word
from engine.records import I32, TOKEN_KINDS, Vocabulary

PAIRS = (
    ("hello", "goodbye"), ("hello", "bye"), ("hi", "bye"), ("yes", "no"), ("day", "night"), ("cat", "dog"),
    ("left", "right"), ("black", "white"), ("one", "two"), ("he", "she"), ("the", "and"),
)  # fmt: skip
TRIED = 60  # words of the vocabulary
_WORD_START = TOKEN_KINDS.index("word start")

WordsSaid = Callable[[Workbench, I32, tuple[str, ...], str], I32]
IdsOf = Callable[[Workbench, str], I32]


def offered_pair(
    bench: Workbench, question: AskHelloBye, words: I32, words_said: WordsSaid, ids_of: IdsOf
) -> tuple[str, str] | None:
    """The first pair of which each word is one token, as the question would say it; None where there is no need."""
    if all(count == 1 for count in tokens_per_word(words)) and (words >= 0).any():
        return None
    for first, second in _candidates(bench.vocabulary, question):
        said = (first, first, second, second)
        found = words_said(bench, ids_of(bench, question.separator.join(said)), said, question.separator)
        if tokens_per_word(found) == (1, 1, 1, 1):
            return first, second
    return None


def _candidates(vocabulary: Vocabulary, question: AskHelloBye) -> Iterator[tuple[str, str]]:
    given = (question.first, question.second)
    yield from (pair for pair in PAIRS if pair != given)
    known = [
        word for token in np.flatnonzero(vocabulary.kinds == _WORD_START).tolist() if (word := _word(vocabulary, token))
    ]
    known = list(dict.fromkeys(known))[:TRIED]
    yield from zip(known[0::2], known[1::2], strict=False)


def _word(vocabulary: Vocabulary, token: int) -> str:
    """A token as a word of three to ten letters; empty where it is none."""
    text = vocabulary.raw(token).decode("utf-8", "replace").strip(" ▁").lower()
    return text if text.isalpha() and text.isascii() and 3 <= len(text) <= 10 else ""
