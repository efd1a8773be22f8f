"""Motions on a clock that the test sets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from viz.camera import Camera
from viz.map.motion import APPEAR, FLIGHT, MORPH, Motion, ease


def test_easing_begins_and_ends_at_rest() -> None:
    assert ease(-1) == ease(0) == 0
    assert ease(1) == ease(2) == 1
    assert ease(0.5) == pytest.approx(0.5)
    assert ease(0.01) < 0.001


def test_a_flight_ends_where_it_was_sent() -> None:
    motion = Motion()
    end = Camera(azimuth=90, distance=1.0)
    motion.fly(end, 10.0)
    assert motion.is_moving
    motion.step(10.0 + FLIGHT / 2)
    assert motion.camera != end
    motion.step(10.001 + FLIGHT)
    assert motion.camera == end
    assert not motion.is_moving


def test_with_no_motion_wanted_everything_is_at_its_end_at_once() -> None:
    motion, far = Motion(), replace(Camera(), azimuth=90.0, distance=9.0)
    motion.still = True
    motion.fly(far, 1.0)
    motion.morph(1.0)
    motion.appear(5, 1.0, fresh=False)
    assert (motion.camera, motion.mix, motion.now, motion.pulse, motion.is_moving) == (far, 1.0, 5.0, 0.0, False)
    motion.turn(True, 1.0)
    motion.step(1.1)
    assert motion.camera.azimuth > 90, "the turntable was asked for"


def test_tokens_appear_one_after_the_other_and_going_back_is_at_once() -> None:
    motion = Motion()
    motion.appear(3, 0.0, fresh=True)
    seen = []
    for time in np.linspace(0, 3, 60):
        motion.step(float(time))
        seen.append(motion.now)
    assert seen == sorted(seen)
    assert seen[-1] == 3.0
    motion.appear(4, 5.0, fresh=False)
    motion.step(5.0 + APPEAR / 2)
    assert 3.0 < motion.now < 4.0
    motion.appear(2, 6.0, fresh=False)
    assert motion.now == 2.0
    assert not motion.is_moving


@pytest.mark.parametrize("interval", [0.03, 0.2, 2.0])
def test_what_is_shown_keeps_up_with_what_is_generated(interval: float) -> None:
    motion = Motion()
    motion.appear(1, 0.0, fresh=True)
    motion.settle()
    for count in range(2, 20):
        time = (count - 1) * interval
        motion.appear(count, time, fresh=False)
        motion.appear(count, time, fresh=False)  # another picture of the same run changes nothing
        motion.step(time + 0.3 * interval)
        assert motion.now > count - 1
        motion.step(time + 0.7 * interval)
        assert motion.now == count


def test_a_long_run_does_not_keep_one_waiting() -> None:
    motion = Motion()
    motion.appear(5000, 0.0, fresh=True)
    assert motion.now >= 4980
    motion.step(2.0)
    assert motion.now == 5000


def test_the_layout_moves_and_the_turntable_turns_only_while_on() -> None:
    motion = Motion()
    motion.morph(0.0)
    assert motion.mix == 0.0
    motion.step(MORPH + 0.001)
    assert motion.mix == 1.0
    motion.turn(True, 1.0)
    azimuth = motion.camera.azimuth
    motion.step(1.1)
    assert motion.camera.azimuth > azimuth
    motion.turn(False, 1.2)
    assert not motion.is_moving
