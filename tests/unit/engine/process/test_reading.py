"""A reading of a text that was stopped goes on where it was, for whichever layer is asked next."""

from __future__ import annotations

import numpy as np

from engine.process.reading import Reading
from engine.records import F32, I32

SHAPE = (3, 10, 4)  # states of three layers, of 10 tokens
TEXT = [np.arange(0, 4, dtype=np.int32), np.arange(4, 8, dtype=np.int32), np.arange(8, 10, dtype=np.int32)]


def states(ids: I32) -> tuple[F32, F32]:
    """What no two tokens and layers share."""
    resid = ids[:, None, None] * 100 + np.arange(3)[None, :, None] * 10 + np.arange(4)[None, None]
    return resid.astype(np.float32), (ids / 7).astype(np.float32)


class Forward:
    """Remembers which windows were run."""

    def __init__(self) -> None:
        self.ran: list[int] = []

    def __call__(self, ids: I32) -> tuple[F32, F32]:
        self.ran.append(int(ids[0]))
        return states(ids)


def all_of(reading: Reading, row: int, forward: Forward, text: list[I32], most: int = 3) -> list[tuple[F32, F32]]:
    reading.begin(SHAPE)
    return [reading.read(ids, row, forward) for ids in text[:most]]


def test_it_runs_only_what_was_not_read_and_has_every_layer_of_it() -> None:
    reading, forward = Reading("a"), Forward()
    all_of(reading, 0, forward, TEXT, most=2)
    assert forward.ran == [0, 4]
    found = all_of(reading, 2, forward, TEXT)
    assert reading.known == 8
    assert forward.ran == [0, 4, 8]
    for (vectors, surprisal), ids in zip(found, TEXT, strict=True):
        np.testing.assert_array_equal(vectors, states(ids)[0][:, 2])
        np.testing.assert_array_equal(surprisal, states(ids)[1])
    assert reading.layers is not None
    np.testing.assert_array_equal(reading.layers, states(np.concatenate(TEXT))[0].transpose(1, 0, 2))


def test_a_text_that_changed_is_read_from_where_it_changed() -> None:
    reading, forward = Reading("a"), Forward()
    all_of(reading, 0, forward, TEXT, most=2)
    other = [TEXT[0], TEXT[1][::-1].copy(), TEXT[2]]
    found = all_of(reading, 1, forward, other)
    assert forward.ran == [0, 4, 7, 8]
    np.testing.assert_array_equal(
        np.concatenate([vectors for vectors, _ in found]), states(np.concatenate(other))[0][:, 1]
    )


def test_one_of_another_length_is_read_anew() -> None:
    reading, forward = Reading("a"), Forward()
    all_of(reading, 0, forward, TEXT, most=1)
    reading.begin((3, 8, 4))
    assert reading.layers is not None
    assert reading.layers.shape == (3, 8, 4)
    reading.read(TEXT[0], 0, forward)
    assert forward.ran == [0, 0]
