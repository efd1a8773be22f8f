"""An analogy's places: what is placed are the model's own rows and b - a + c, and angles are plain numpy's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.labs.analogies import on_map
from engine.labs.analogies.records import AskArrows
from engine.records import EMBEDDING, F32, UNEMBEDDING, Placed, Space
from tests.unit.engine.labs.analogies.test_analogies import Known, bench, matrix

Asked = list[tuple[Space, str, F32]]


def placing(seen: Asked, answers: bool = True) -> object:
    def place(space: Space, key: str, vectors: F32) -> Placed | None:
        seen.append((space, key, vectors))
        n = len(vectors)
        share = np.full(n, 0.5, np.float32)
        return Placed(key, vectors[:, :3], vectors[:, :2], share, share, np.zeros(n, bool)) if answers else None

    return replace(bench(), place_into=place)


def row(word: str, name: str = "embedding") -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.asarray(matrix(name)[Known().pieces.index(f" {word}")], np.float64)


@pytest.mark.parametrize(("name", "space"), [("embedding", EMBEDDING), ("unembedding", UNEMBEDDING)])
def test_the_model_s_rows_and_their_sum_are_placed_in_the_layout_asked_for(name: str, space: Space) -> None:
    seen: Asked = []
    question = AskArrows("man", "woman", "king", "queen", name, "a layout")  # type: ignore[arg-type]
    found = on_map.answer(question, placing(seen))  # type: ignore[arg-type]
    ((there, key, vectors),) = seen
    assert (there, key) == (space, "a layout")
    a, b, c, expected = (row(word, name) for word in ("man", "woman", "king", "queen"))
    np.testing.assert_allclose(vectors, np.stack([a, b, c, b - a + c, expected]), atol=1e-6)
    assert [word.token_ids for word in found.words] == [
        (Known().pieces.index(f" {word}"),) for word in ("man", "woman", "king", "queen")
    ]
    cosine = (b - a) @ (expected - c) / np.linalg.norm(b - a) / np.linalg.norm(expected - c)
    assert found.expected_angle == pytest.approx(np.degrees(np.arccos(cosine)), abs=1e-3)


def test_without_an_expected_word_there_is_no_angle_to_it() -> None:
    seen: Asked = []
    found = on_map.answer(AskArrows(expected="  ", layout_key="x"), placing(seen))  # type: ignore[arg-type]
    assert len(seen[0][2]) == 4
    assert np.isnan(found.expected_angle)


def test_a_word_of_several_tokens_is_their_mean() -> None:
    seen: Asked = []
    on_map.answer(AskArrows(a="xyz", layout_key="x"), placing(seen))  # type: ignore[arg-type]
    ids = Known()("xyz")["input_ids"]
    assert len(ids) > 1
    np.testing.assert_allclose(seen[0][2][0], matrix()[ids].mean(axis=0), atol=1e-6)


def test_what_cannot_be_is_refused_in_a_sentence() -> None:
    for question, sentence in (
        (AskArrows(a=" "), "A word is missing"),
        (AskArrows(layout_key="gone"), "layout of this map is there no more"),
    ):
        with pytest.raises(InputRefused, match=sentence):
            on_map.answer(question, placing([], answers=False))  # type: ignore[arg-type]
