"""Words out of tokens, and labels out of words."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.features.words import covered_at_random, words_of
from engine.records import Vocabulary

TOKENS = (b" Par", b"is", b" is", b",", b"\n", b" \xe4\xbd", b"\xa0", b"The")


def vocabulary() -> Vocabulary:
    data = b"".join(TOKENS)
    offsets = np.cumsum([0, *map(len, TOKENS)]).astype(np.int64)
    return Vocabulary(np.frombuffer(data, np.uint8).copy(), offsets, np.zeros(len(TOKENS), np.uint8))


def test_pieces_of_a_word_are_one_word_and_a_piece_of_text_begins_another() -> None:
    ids = np.array([7, 0, 1, 2, 3, 4, 5, 6, 0, 1, 1], np.int32)
    words = words_of(vocabulary(), ids, np.array([0, 10], np.int64))
    said = [words.texts[which] for which in words.which.tolist()]
    assert said == ["the", "paris", "paris", "is", ",", "↵", "你", "你", "paris", "paris", "is"]


def test_a_label_is_of_the_commonest_words_and_tells_their_share() -> None:
    ids = np.array([0, 1, 2, 0, 1, 3, 2, 0, 1], np.int32)
    words = words_of(vocabulary(), ids, np.array([0], np.int64))
    assert words.label([1, 4, 8, 2, 5]) == ("paris", 0.6)
    assert words.label([2, 5]) == ("is, ,", 1.0)
    assert words.label([]) == ("", 0.0)
    share = covered_at_random(words, np.arange(9), 9)
    assert share == pytest.approx(words.label(range(9))[1])
