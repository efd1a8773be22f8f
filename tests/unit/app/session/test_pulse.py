"""When an engine counts as silent, turn by turn."""

from __future__ import annotations

from app.session.pulse import LIMIT, TURN, Pulse
from engine.protocol import Alive, Answering, Done, Silent

TURNS = round(LIMIT / TURN)


def silent(pulse: Pulse) -> None:
    for _ in range(TURNS - 1):
        assert pulse.turn() is None
    told = pulse.turn()
    assert isinstance(told, Silent)
    assert told.sentence.startswith("The engine has not answered for 10 seconds")


def test_silence_is_told_once_and_so_is_its_end() -> None:
    pulse = Pulse()
    silent(pulse)
    assert pulse.turn() is None
    pulse.heard(Done(1))
    assert isinstance(pulse.turn(), Answering)
    silent(pulse)  # counted from the start


def test_any_answer_counts_as_a_sign_of_life() -> None:
    pulse = Pulse()
    for answer in (Done(1), Alive(2, 0.0)) * TURNS:
        pulse.heard(answer)
        for _ in range(TURNS - 1):
            assert pulse.turn() is None


def test_an_engine_is_not_blamed_for_a_window_that_takes_its_time() -> None:
    pulse = Pulse()
    pulse.is_taken_in = True
    assert [pulse.turn() for _ in range(3 * TURNS)] == [None] * 3 * TURNS


def test_it_is_asked_once_until_it_has_answered() -> None:
    pulse = Pulse()
    assert pulse.asks()
    assert not pulse.asks()
    pulse.heard(Done(1))
    assert not pulse.asks()
    pulse.heard(Alive(2, 0.0))
    assert pulse.asks()


def test_a_stop_that_is_not_heeded_is_told_until_it_is() -> None:
    pulse = Pulse()
    pulse.heard(Alive(1, LIMIT - 0.1))
    assert pulse.turn() is None
    pulse.heard(Alive(2, LIMIT))
    told = pulse.turn()
    assert isinstance(told, Silent)
    assert "asked to stop 10 seconds ago" in told.sentence
    assert pulse.turn() is None  # nothing new was heard
    pulse.heard(Alive(3, 0.0))
    assert isinstance(pulse.turn(), Answering)
    pulse.heard(Alive(4, LIMIT + 3))
    assert isinstance(pulse.turn(), Silent)
    pulse.heard(Done(5))
    assert isinstance(pulse.turn(), Answering)
