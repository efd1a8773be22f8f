"""The property that every reader is held to: that it notices what it is for."""

from __future__ import annotations

import contextlib

import pytest

from engine.errors import InputRefused, OrreryError
from tests.helpers import fuzz


@pytest.fixture(autouse=True)
def _figures_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "FIGURES", {})


def refusing(error: Exception) -> None:
    def read() -> None:
        raise error

    fuzz.read_or_refused("x", read, InputRefused, KeyError)


def test_what_is_taken_and_what_is_refused_is_counted() -> None:
    assert fuzz.read_or_refused("x", lambda: 5, InputRefused) == 5
    with pytest.raises(AssertionError):
        fuzz.require_both("x")
    refusing(InputRefused("This cannot be used: choose another."))
    fuzz.require_both("x")
    assert (fuzz.FIGURES["x"].tried, fuzz.FIGURES["x"].crashes) == (2, 0)
    assert fuzz.told()[-1].startswith("2 tried, 0 crashes, 0 hangs")


@pytest.mark.parametrize("error", [ValueError("x"), OrreryError("Another sentence than the one agreed upon.")])
def test_another_error_goes_through_and_is_counted(error: Exception) -> None:
    with pytest.raises(type(error)):
        refusing(error)
    assert fuzz.FIGURES["x"].crashes == 1


@pytest.mark.parametrize(
    "error",
    [
        InputRefused(""),
        InputRefused("It is damaged (TypeError: 5)."),
        InputRefused("It is damaged (json.JSONDecodeError)."),
        KeyError("no sentence at all"),
    ],
)
def test_a_sentence_that_is_not_fit_for_a_person_is_a_fault(error: Exception) -> None:
    with pytest.raises(AssertionError):
        refusing(error)


def test_what_does_not_end_is_ended_though_it_takes_every_error_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "SECONDS", 0.05)

    def read() -> None:
        while True:
            with contextlib.suppress(Exception):
                sum(range(100))

    with pytest.raises(AssertionError, match="no end within"):
        fuzz.read_or_refused("x", read, InputRefused)
    assert (fuzz.FIGURES["x"].hangs, fuzz.FIGURES["x"].crashes) == (1, 0)


def test_what_takes_much_memory_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    peaks = iter((0, 2 * fuzz.MOST_MEMORY, 2 * fuzz.MOST_MEMORY, 2 * fuzz.MOST_MEMORY))
    monkeypatch.setattr(fuzz, "_peak", lambda: next(peaks))
    with pytest.raises(AssertionError, match="it took 2048 MiB"):
        fuzz.read_or_refused("x", lambda: 5, InputRefused)
