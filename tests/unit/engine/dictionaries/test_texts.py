"""A text as pieces: what they hold, that none is read twice, and texts that give none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.dictionaries.records import Hook, Recipe
from engine.dictionaries.texts import HELD_OUT, pieces, spans, title_of
from engine.errors import InputRefused, Stopped

RECIPE = Recipe(Hook("resid", 0), context=10, tokens=100_000)


def letters(text: str) -> list[int]:
    return [ord(letter) for letter in text]


@pytest.fixture
def numbered(tmp_path: Path) -> Path:
    path = tmp_path / "own.txt"
    path.write_text(" ".join(f"{n:04d}" for n in range(3000)), encoding="utf-8")
    return path


def test_pieces_are_parts_of_the_text_and_none_comes_twice(numbered: Path) -> None:
    text = numbered.read_text(encoding="utf-8")
    found = pieces(replace(RECIPE, text=str(numbered)), letters)
    every = [*found.ids, *found.held]
    assert found.title == "own.txt"
    assert all("".join(map(chr, row)) in text for row in every)
    starts = sorted(text.index("".join(map(chr, row))) for row in every)
    assert (np.diff(starts) >= found.context).all(), "two pieces overlap"
    assert len(every) * 10 > 0.9 * len(text)
    assert len(found.held) == min(HELD_OUT, len(every) // 16)


def test_a_seed_draws_other_pieces_and_the_same_seed_the_same(numbered: Path) -> None:
    recipe = replace(RECIPE, text=str(numbered), tokens=2000)
    one, same, other = (pieces(replace(recipe, seed=seed), letters) for seed in (0, 0, 1))
    assert np.array_equal(one.ids, same.ids)
    assert np.array_equal(one.held, same.held)
    assert not np.array_equal(one.ids, other.ids)
    assert one.ids.size + one.held.size == 2000


def test_what_is_put_before_begins_every_piece(numbered: Path) -> None:
    found = pieces(replace(RECIPE, text=str(numbered)), letters, before=(1, 2))
    assert found.context == 10
    assert (found.ids[:, :2] == (1, 2)).all()
    assert (found.ids[:, 2:] > 2).all()


def test_pieces_are_no_longer_than_the_model_reads(numbered: Path) -> None:
    assert pieces(replace(RECIPE, text=str(numbered)), letters, longest=6).context == 6


@pytest.mark.parametrize("text", ["", "sample"])
def test_what_comes_along_is_text(text: str) -> None:
    found = pieces(replace(RECIPE, text=text, tokens=5000, context=50), letters)
    assert found.ids.size + found.held.size == 5000
    assert found.title == title_of(text)


def test_spans_make_up_the_whole_text() -> None:
    text = "to be or not to be that is the question " * 30 + "x" * 500
    cuts = spans(text, 64)
    assert "".join(text[slice(*cut)] for cut in cuts) == text
    assert all(0 < end - start <= 64 for start, end in cuts)
    assert all(text[end] == " " for _, end in cuts[:15])


def test_a_text_too_short_for_pieces_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("only a few words", encoding="utf-8")
    with pytest.raises(InputRefused, match=r"short\.txt gives 1 pieces of 10 tokens, but 8 at least"):
        pieces(replace(RECIPE, text=str(path)), letters)
    path.write_text("  \n", encoding="utf-8")
    with pytest.raises(InputRefused, match="holds no text"):
        pieces(replace(RECIPE, text=str(path)), letters)
    with pytest.raises(InputRefused, match="cannot be read"):
        pieces(replace(RECIPE, text=str(tmp_path / "none.txt")), letters)


def test_a_stop_ends_the_reading() -> None:
    with pytest.raises(Stopped):
        pieces(RECIPE, letters, stop=lambda: True)
