"""Words that tokens are pieces of, and labels made of them: the commonest words where a feature is most active."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.records import I32, I64, Vocabulary

OF_A_LABEL = 3  # words
LONGEST = 24  # characters of a word
NEWLINE = "↵"
RANDOM_SETS = 200


@dataclass(frozen=True)
class Words:
    """The words of a text of tokens."""

    which: I32  # [N] word at each position
    texts: tuple[str, ...]  # each word as a label writes it

    def label(self, positions: Sequence[int]) -> tuple[str, float]:
        """The commonest words at some positions, strongest first, and the share of the positions that have them."""
        if not len(positions):
            return "", 0.0
        counts = Counter(self.texts[self.which[at]] for at in positions)  # of equal counts the first met comes first
        common = counts.most_common(OF_A_LABEL)
        often = [(word, n) for word, n in common if n > 1] or common
        return ", ".join(word for word, _ in often), sum(n for _, n in often) / len(positions)


def words_of(vocabulary: Vocabulary, token_ids: I32, starts: I64) -> Words:
    """The words of tokens [N] whose pieces begin at `starts`: a word goes on over letters that no space parts."""
    raw = {token: vocabulary.raw(token) if token < len(vocabulary) else b"" for token in np.unique(token_ids).tolist()}
    goes_on = {token: _goes_on(text) for token, text in raw.items()}
    joins = np.array([goes_on[token] for token in token_ids.tolist()], bool)
    letters = {token: _ends_in_letter(text) for token, text in raw.items()}
    after = np.array([letters[token] for token in token_ids.tolist()], bool)
    begins = ~joins
    begins[1:] |= ~after[:-1]
    begins[starts[starts < len(begins)]] = True
    which = (np.cumsum(begins) - 1).astype(np.int32)
    edges = [*np.flatnonzero(begins).tolist(), len(token_ids)]
    ids = token_ids.tolist()
    texts = tuple(
        _written(b"".join(raw[token] for token in ids[low:high]))
        for low, high in itertools.pairwise(edges)
    )  # fmt: skip
    return Words(which, texts)


def _goes_on(raw: bytes) -> bool:
    """Whether a token may carry on a word: it begins with a letter, or with the rest of a character."""
    text = raw.decode("utf-8", "replace")
    return bool(text) and (text[0].isalnum() or text[0] == "\ufffd")


def _ends_in_letter(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    return bool(text) and (text[-1].isalnum() or text[-1] == "\ufffd")


def _written(raw: bytes) -> str:
    """A word in lower case without the space around it."""
    text = raw.decode("utf-8", "replace")
    bare = text.strip().casefold() or (NEWLINE if "\n" in text else "␣")
    return "".join(it if it.isprintable() else "·" for it in bare)[:LONGEST]


def covered_at_random(words: Words, positions: I64, each: int, seed: int = 0) -> float:
    """The share that a label covers of as many positions drawn at random, on average."""
    if not len(positions):
        return 0.0
    chance = np.random.default_rng(seed)
    return float(
        np.mean(
            [
                words.label(chance.choice(positions, min(each, len(positions)), replace=False).tolist())[1]
                for _ in range(RANDOM_SETS)
            ]
        )
    )
