"""Two sets of texts: means by brute force, halves that do not mix, and the control of shuffled texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.dispatch import answer
from engine.labs.features import contrast
from engine.labs.features.records import AskFeatureContrast, FeatureContrast
from tests.helpers.dictionaries import by_hand
from tests.unit.engine.labs.features.conftest import Stage

CHANCE = np.random.default_rng(3)
LOW = [tuple(CHANCE.integers(3, 6, 6).tolist()) for _ in range(12)]
HIGH = [tuple(CHANCE.integers(90, 93, 6).tolist()) for _ in range(14)]


def typed(texts: list[tuple[int, ...]]) -> str:
    return "\n".join(" ".join(map(str, ids)) for ids in texts)


def found_of(stage: Stage, a: str, b: str, **more: object) -> FeatureContrast:
    found = answer(AskFeatureContrast(stage.name, a, b, **more), stage.bench)  # type: ignore[arg-type]
    assert isinstance(found, FeatureContrast)
    return found


def means(stage: Stage, texts: list[tuple[int, ...]]) -> np.ndarray:
    return np.array([by_hand(stage.dictionary, stage.states(ids))[0][1:].mean(0) for ids in texts])


def test_differences_and_errors_are_those_of_the_half_that_chose_nothing(stage: Stage) -> None:
    found = found_of(stage, typed(LOW), typed(HIGH))
    chance = np.random.default_rng(0)
    a, b = (it[chance.permutation(len(it))] for it in (means(stage, LOW), means(stage, HIGH)))
    assert (found.texts_a, found.texts_b) == ((6, 6), (7, 7))
    chosen = a[:6].mean(0) - b[:7].mean(0)
    measured = a[6:].mean(0) - b[7:].mean(0)
    errors = np.sqrt(a[6:].var(0, ddof=1) / 6 + b[7:].var(0, ddof=1) / 7)
    np.testing.assert_allclose(found.chosen, chosen[found.features], atol=1e-4)
    np.testing.assert_allclose(found.measured, measured[found.features], atol=1e-4)
    np.testing.assert_allclose(found.errors, errors[found.features], atol=1e-4)
    first = np.sqrt(a[:6].var(0, ddof=1) / 6 + b[:7].var(0, ddof=1) / 7)
    t = np.abs(chosen) / np.maximum(first, 1e-12)
    assert t[found.features[0]] == pytest.approx(t[first > 1e-9].max(), rel=1e-2)


def test_sets_that_differ_stand_out_from_shuffled_ones_and_equal_ones_do_not(stage: Stage) -> None:
    apart = found_of(stage, typed(LOW), typed(HIGH))
    usable = apart.errors[:10] > 0
    assert np.abs(apart.t[:10][usable]).mean() > 1.5 * apart.shuffled
    mixed = [(*low[:3], *high[:3]) for low, high in zip(LOW, HIGH, strict=False)]
    alike = found_of(stage, typed(mixed[::2]), typed(mixed[1::2]))
    assert np.abs(alike.t[:10][alike.errors[:10] > 0]).mean() < np.abs(apart.t[:10][usable]).mean()


def test_sets_are_lines_a_file_texts_parted_by_bars_or_bundled(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("one two\n\nthree four\nfive six\nseven eight\n", encoding="utf-8")
    assert contrast.text_set(str(file)).texts == ("one two", "three four", "five six", "seven eight")
    assert "1 empty lines were left out" in contrast.text_set(str(file)).note
    assert contrast.text_set("a b | c d | e f|g h").texts == ("a b", "c d", "e f", "g h")
    assert len(contrast.text_set("french").texts) > 20
    with pytest.raises(InputRefused, match="too small"):
        contrast.text_set("a b\nc d\ne f")
    with pytest.raises(InputRefused, match="cannot be read"):
        contrast.text_set(str(tmp_path / "gone.txt"))


def test_a_text_of_one_token_is_refused_and_a_stop_is_heard(stage: Stage) -> None:
    with pytest.raises(InputRefused, match="single token"):
        found_of(stage, typed([*LOW, (5,)]), typed(HIGH))
    with pytest.raises(Stopped):
        answer(AskFeatureContrast(stage.name, typed(LOW), typed(HIGH)), replace(stage.bench, stop=lambda: True))


def test_a_long_set_is_read_as_far_as_there_is_room(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contrast, "MOST_NUMBERS", 48 * 8)
    found = found_of(stage, typed(LOW), typed(HIGH))
    assert (sum(found.texts_a), sum(found.texts_b)) == (8, 8)
    assert "the first 8 texts" in found.note
