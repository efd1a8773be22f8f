"""What is to be seen at each picture of a film: plain numbers, so that a film is the same whenever it is drawn.

A motion in steps gives each of its states the same time. The way to a state lies at the beginning of that time, so
that what has arrived can be read before the next comes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from viz.films.spec import AGAIN, BACK, EVEN, FLIGHT, IN_STEPS, SMOOTH, TURNTABLE, FilmSpec, Motion

ON_THE_WAY = 0.8  # seconds at most from one state to the next
_LITTLE = 1e-9


@dataclass(frozen=True)
class Moment:
    """How one panel is seen: on the way from state `before` to `state`, turned, and so far on its flight."""

    before: int = 0
    state: int = 0
    part: float = 1.0  # of the way; 1: there
    turned: float = 0.0  # degrees
    flown: float | None = None  # 0 to 1; None: no flight


def ease(part: float) -> float:
    """Slow, fast, slow: 0..1 to 0..1, with no jump in speed or acceleration."""
    part = min(max(part, 0.0), 1.0)
    return part * part * part * (part * (6 * part - 15) + 10)


def times(film: FilmSpec) -> tuple[float, ...]:
    """The second that each picture shows, counted without the holds.

    A film that begins again and holds nowhere ends one picture before its end, which is its beginning.
    """
    total, held = film.seconds, round(film.hold * film.fps)
    count = max(round(total * film.fps), 2)
    last = count if film.loop == AGAIN and not held else count - 1
    moving = [total * index / last for index in range(count)]
    there = [0.0] * held + moving + [total] * held
    return tuple(there + there[-2:0:-1] if film.loop == BACK else there)


def moment(motions: Sequence[Motion], states: int, second: float) -> Moment:
    """How a panel with these motions and so many states is seen at a second of the film."""
    before, state, part = 0, 0, 1.0
    turned, flown = 0.0, None
    for motion in motions:
        gone = (second - motion.start) / motion.seconds
        if motion.kind == TURNTABLE:
            turned += motion.degrees * _eased(gone, motion.easing or EVEN)
        elif motion.kind == FLIGHT:
            flown = _eased(gone, motion.easing or SMOOTH)
        elif motion.kind in IN_STEPS:
            before, state, part = _step(_eased(gone, motion.easing or EVEN), states, motion.seconds)
    return Moment(before, state, part, turned, flown)


def _step(gone: float, states: int, seconds: float) -> tuple[int, int, float]:
    at = gone * states + _LITTLE
    state = min(math.floor(at), states - 1)
    if state == 0:
        return 0, 0, 1.0
    way = min(ON_THE_WAY * states / seconds, 1.0)  # of a state's time
    part = (at - state) / way
    return (state - 1, state, ease(part)) if part < 1.0 else (state, state, 1.0)


def _eased(part: float, easing: str) -> float:
    part = min(max(part, 0.0), 1.0)
    return ease(part) if easing == SMOOTH else part
