"""Tokens found by what is typed."""

from __future__ import annotations

import numpy as np

from engine.records import Vocabulary
from tests.helpers.runs import one_step
from viz.map.data.search import found, in_background


def test_search_puts_the_exact_token_first() -> None:
    run = one_step()
    assert run.vocabulary is not None
    vocabulary = run.vocabulary
    hits = found(vocabulary, "the")
    texts = [vocabulary.raw(i).decode().strip().lower() for i in hits]
    assert texts[0] == "the"
    assert all("the" in text for text in texts)
    assert found(vocabulary, "#7") == [7]
    assert found(vocabulary, "#999999") == []
    assert all(not vocabulary.raw(i).strip() for i in found(vocabulary, "  "))
    assert found(vocabulary, "") == []
    assert found(vocabulary, "世界")
    spaced = [vocabulary.raw(i) for i in found(vocabulary, "·a")]
    assert all(raw.lower().startswith(b" a") for raw in spaced)


def test_of_tokens_that_are_the_same_the_one_as_typed_at_a_words_start_is_first() -> None:
    rows = [b"king", b" King", b"King", b" king", b"kingdom"]
    vocabulary = Vocabulary(
        data=np.frombuffer(b"".join(rows), np.uint8).copy(),
        offsets=np.cumsum([0, *map(len, rows)]).astype(np.int64),
        kinds=np.zeros(len(rows), np.uint8),
    )
    assert found(vocabulary, "king") == [3, 0, 1, 2, 4]
    assert found(vocabulary, "King") == [1, 2, 3, 0, 4]


def test_white_space_and_numbers_can_be_searched_for() -> None:
    rows = [b" a", b" ", b"12", b"x", b"\n", b"  ", b"(?)", b"a b"]
    vocabulary = Vocabulary(
        data=np.frombuffer(b"".join(rows), np.uint8).copy(),
        offsets=np.cumsum([0, *map(len, rows)]).astype(np.int64),
        kinds=np.zeros(len(rows), np.uint8),
    )
    assert found(vocabulary, "·") == found(vocabulary, " ") == [1, 5]
    assert found(vocabulary, "↵") == [4]
    assert found(vocabulary, "(?") == [6]  # as it is written, not as a pattern
    assert found(vocabulary, "3") == [3]  # nothing is written so, but there is a token of this number
    assert found(vocabulary, "2") == [2]  # once, though both its text and its number fit
    assert found(vocabulary, "9" * 30) == []


def test_found_tokens_lie_where_the_background_has_them() -> None:
    assert in_background([4, 9, 4, 2], [2, 4]) == [3, 0, 2]
    assert in_background([4, 9], []) == []
