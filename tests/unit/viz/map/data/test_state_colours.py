from __future__ import annotations

import numpy as np

from engine.records import Background, Space
from engine.run import Run
from viz.map.data.colouring import NAMED, OTHERS, colouring, following


def background(ids: list[int], positions: list[int], sources: list[int]) -> Background:
    n = len(ids)
    return Background(
        Space("resid", 2), np.array(ids, np.int32), np.ones(n, np.float32), np.zeros(n, np.uint8),
        np.array(positions, np.int32), sources=np.array(sources, np.int32),
        source_names=tuple(f"text {i}" for i in range(max(sources) + 1)),
    )  # fmt: skip


def test_the_next_token_is_that_of_the_same_text() -> None:
    after = following(np.array([5, 6, 7, 8, 9], np.int32), np.array([0, 1, 2, 0, 1], np.int32))
    assert after.tolist() == [6, 7, -1, 9, -1]


def test_the_commonest_next_tokens_have_colours_and_the_others_one() -> None:
    ids = [1, 3, 2, 3, 4, 3, 5, 9, 6, 9]
    by = colouring("next token", background(ids, list(range(10)), [0] * 10), Run(), -1)
    assert by.codes is not None
    assert by.names[:2] == ("3", "9")
    assert by.names[-1] == OTHERS
    assert by.codes.tolist()[:3] == [0, by.codes[1], 0]
    assert by.codes[-1] == len(by.names) - 1  # nothing comes after the last


def test_source_texts_beyond_those_named_share_a_colour() -> None:
    sources = [0, 0, 0, *range(1, NAMED + 5)]
    n = len(sources)
    by = colouring("source text", background([1] * n, list(range(n)), sources), Run(), -1)
    assert by.codes is not None
    assert by.names[0] == "text 0"
    assert len(by.names) == NAMED + 1
    assert (by.codes == NAMED).sum() == n - 3 - (NAMED - 1)


def test_where_every_text_is_named_there_are_no_others() -> None:
    by = colouring("source text", background([1, 2, 3], [0, 1, 0], [0, 0, 1]), Run(), -1)
    assert by.names == ("text 0", "text 1")
