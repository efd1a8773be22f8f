"""What is to be seen when: loops close, holds hold, and each state has its time."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viz.films.spec import AGAIN, BACK, FLIGHT, GENERATION, ONCE, SMOOTH, SWEEP, TURNTABLE, FilmSpec, Motion
from viz.films.timeline import ON_THE_WAY, ease, moment, times

TURN = Motion(TURNTABLE, seconds=2.0)


def film(loop: str, hold: float = 0.0, fps: float = 10.0) -> FilmSpec:
    return FilmSpec(fps=fps, hold=hold, loop=loop, motion=(TURN,))


def turned(film: FilmSpec) -> list[float]:
    return [moment(film.motion, 1, second).turned for second in times(film)]


def test_a_turntable_that_begins_again_goes_on_evenly_over_its_end() -> None:
    angles = turned(film(AGAIN))
    steps = [b - a for a, b in zip(angles, [*angles[1:], angles[0] + 360.0], strict=True)]
    assert len(angles) == 20
    assert steps == pytest.approx([18.0] * 20)  # the last one leads to the first picture, a full turn on


def test_a_film_that_ends_shows_its_end() -> None:
    assert turned(film(ONCE))[-1] == 360.0
    assert turned(film(AGAIN))[-1] == 342.0


def test_what_goes_back_comes_to_where_it_began_without_standing_still() -> None:
    seen = times(film(BACK))
    assert len(seen) == 2 * 20 - 2
    assert seen[:20] == times(film(ONCE))
    assert list(seen[20:]) == sorted(seen[1:19], reverse=True)


def test_holds_are_at_rest_at_both_ends() -> None:
    seen = times(film(AGAIN, hold=0.5))
    assert len(seen) == 5 + 20 + 5
    assert seen[:6] == (0.0,) * 6
    assert seen[-6:] == (2.0,) * 6


@given(st.integers(1, 60), st.floats(0.1, 60.0), st.sampled_from([GENERATION, SWEEP]))
@example(20, 16.015625, GENERATION)  # its states take hardly longer than the way to them
def test_each_state_has_the_same_time_and_the_way_to_it_is_in_it(states: int, seconds: float, kind: str) -> None:
    motion = Motion(kind, seconds=seconds)
    each = seconds / states
    way = min(ON_THE_WAY, each)
    for state in range(states):
        at = moment((motion,), states, state * each + each * 0.5)
        assert at.state == state
        assert at.before in (state, state - 1)
        end = moment((motion,), states, state * each + each * 0.999)
        arrived = each * 0.999 > way * 1.000001 or state == 0
        assert (end.before, end.state, end.part) == (state, state, 1.0) or not arrived
    assert moment((motion,), states, 0.0).part == 1.0
    assert moment((motion,), states, seconds + 1.0).state == states - 1


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_easing_only_goes_on(one: float, other: float) -> None:
    low, high = sorted((ease(one), ease(other)))
    assert (ease(min(one, other)), ease(max(one, other))) == (low, high)
    assert (ease(0.0), ease(0.5), ease(1.0)) == (0.0, 0.5, 1.0)


def test_motions_start_when_they_are_to_and_add_up() -> None:
    late = Motion(TURNTABLE, start=1.0, seconds=1.0, degrees=90.0)
    flight = Motion(FLIGHT, seconds=4.0)
    seen = moment((TURN, late, flight), 1, 1.5)
    assert seen.turned == pytest.approx(270.0 + 45.0)
    assert seen.flown == pytest.approx(ease(1.5 / 4.0))
    smooth = Motion(TURNTABLE, seconds=2.0, easing=SMOOTH)
    assert moment((smooth,), 1, 0.5).turned == pytest.approx(360.0 * ease(0.25))
    assert moment((), 1, 3.0).flown is None
