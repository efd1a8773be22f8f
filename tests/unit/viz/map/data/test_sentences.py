"""Where sentences begin in texts of tokens, in several scripts, and the sentence around one token of a background."""

from __future__ import annotations

import numpy as np
import pytest

from engine.records import I32, TOKEN_KINDS, Background, Space, Vocabulary
from viz.map.data.sentences import MOST_CHARACTERS, around, sentence_of, starts, whole


def tokens(*pieces: str | bytes, special: tuple[int, ...] = ()) -> tuple[Vocabulary, I32]:
    """A vocabulary of just these tokens, and a text of them in this order."""
    raw = [piece if isinstance(piece, bytes) else piece.encode() for piece in pieces]
    kinds = np.zeros(len(raw), np.uint8)
    kinds[list(special)] = TOKEN_KINDS.index("special")
    offsets = np.cumsum([0, *(len(piece) for piece in raw)]).astype(np.int64)
    data = np.frombuffer(b"".join(raw), np.uint8)
    return Vocabulary(data, offsets, kinds), np.arange(len(raw), dtype=np.int32)


@pytest.mark.parametrize(
    ("pieces", "begins"),
    [
        (("One", " dog", ".", " Two", " cats", "!", " Three"), [0, 3, 6]),
        (("It", " costs", " 3", ".", "5", " euro", "."), [0]),  # a decimal point ends nothing
        (("Mr", ".", " Hill", " met", " J", ".", " Doe", ".", " Why", "?"), [0, 8]),
        (("“", "Go", ".”", " He", " went", "."), [0, 3]),
        (("«", " Où", " ?", " »", " Rien", "."), [0, 4]),  # a mark after a space closes what stands before it
        (("«", "\u00a0Oui", "\u00a0!", "\u202f»", " Non", "."), [0, 4]),
        ((" Er", " ging", ".", " »", "Komm", "!«", " Sie", "."), [0, 3, 6]),  # here it opens
        (("我", "来", "。", "他", "去", "！"), [0, 3]),
        (("هل", " تعرف", "؟", " نعم"), [0, 3]),
        (("x", " =", " 1", "\n", "    ", "y", " =", " 2"), [0, 5]),
        (("One", ".", "\n\n", "Two"), [0, 3]),
        ((b"caf", b"\xc3", b"\xa9", ".", " Two"), [0, 4]),  # a letter of two bytes in two tokens
        ((b"\xff", "a.", " b"), [0, 2]),  # bytes that are no text
        ((), []),
    ],
)
def test_sentences_begin_where_a_reader_would_begin_them(pieces: tuple[str | bytes, ...], begins: list[int]) -> None:
    vocabulary, ids = tokens(*pieces)
    assert np.flatnonzero(starts(vocabulary, ids)).tolist() == begins


def test_a_special_token_stands_by_itself() -> None:
    vocabulary, ids = tokens("<s>", "user", " hi", "<e>", "there", special=(0, 3))
    assert np.flatnonzero(starts(vocabulary, ids)).tolist() == [0, 1, 3, 4]


def background(ids: I32, positions: list[int]) -> Background:
    n = len(ids)
    return Background(
        Space("resid", 1), ids, np.ones(n, np.float32), np.zeros(n, np.uint8), np.array(positions, np.int32)
    )


def test_a_state_has_the_sentence_it_was_read_in_and_none_of_the_next_text() -> None:
    vocabulary, ids = tokens("The", " river", " runs", ".", " It", " is", " wide", "Else", " where", ".")
    made = background(ids, [0, 1, 2, 3, 4, 5, 6, 0, 1, 2])
    found = sentence_of(made, vocabulary, 5)
    assert found is not None
    assert (found.before, found.word, found.after) == ("It ", "is", " wide")
    found = sentence_of(made, vocabulary, 8)
    assert found is not None
    assert (found.before, found.word, found.after) == ("Else ", "where", ".")
    assert sentence_of(made, vocabulary, 99) is None
    assert sentence_of(made, None, 0) is None


@pytest.mark.parametrize(("piece", "seen"), [(" ", "·"), ("\n", "↵"), (" a", "a")])
def test_a_token_that_is_not_seen_is_written_where_it_is_marked(piece: str, seen: str) -> None:
    vocabulary, ids = tokens("x", piece, "y")
    made = around(vocabulary, ids, 1)
    assert made.word == seen
    assert made.before.strip() == "x"
    assert made.after == "y"


def test_a_long_sentence_is_cut_around_its_word_between_words() -> None:
    vocabulary, ids = tokens(*(f" w{i:04}" for i in range(300)))
    made = around(vocabulary, ids, 150)
    assert made.word == "w0150"
    assert made.before.startswith("… w0")
    assert made.after.endswith(" …")
    assert made.before.endswith("w0149 ")
    assert len(made.before) + len(made.word) + len(made.after) < MOST_CHARACTERS + 20
    assert whole(vocabulary, ids, 20) == "w0000 w0001 w0002 …"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_part_of_a_letter_is_marked_as_the_whole_letter(at: int) -> None:
    vocabulary, ids = tokens("ab", b"\xe5\x9c", b"\xa8", b"\xe7\x9d\xa1\xe8", b"\xa7\x89", "!")
    found = around(vocabulary, ids, at)
    word = {1: "在", 2: "在", 3: "睡觉"}[at]
    assert found.word == word
    assert found.before + found.word + found.after == "ab在睡觉!"
    vocabulary, ids = tokens("ab", b"\xff", b"\xa8")  # bytes that are no text stay what they are
    assert "\ufffd" in around(vocabulary, ids, 1).word
