"""Nothing flashes three times in a second: measured on the pictures of a map at a clock of the test's own.

A flash is a pair of opposing changes of relative luminance of at least a tenth of the largest, the darker below 0.8, as
WCAG 2.2 (2.3.1) has it; here each of a grid of areas, all smaller than what it allows to flash at will, is held to it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.run import Run
from tests.helpers.map_stage import Stage
from tests.helpers.runs import RUNS, grow, likely, with_map
from viz.map.motion import Motion

RATE, SECONDS = 20.0, 2.0  # pictures a second, and for how long
AREAS = 8, 6  # across and down
OF_ALL, DARK = 0.1, 0.8  # what counts as a change
MOST = 3.0  # flashes a second
F64 = npt.NDArray[np.float64]


def luminances(image: QImage) -> F64:
    """[areas] mean relative luminance of a picture."""
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.bytesPerLine())
    pixels = rows[:, : 4 * small.width()].reshape(small.height(), small.width(), 4)[..., 2::-1] / 255
    linear = np.where(pixels <= 0.03928, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]
    across, down = AREAS
    high, wide = linear.shape[0] // down * down, linear.shape[1] // across * across
    return np.asarray(linear[:high, :wide].reshape(down, high // down, across, wide // across).mean((1, 3)).ravel())


def flashes(course: F64) -> float:
    """Pairs of opposing changes in a course [pictures] of luminance, in a second of it."""
    turns, low, high, rising = 0, course[0], course[0], None
    for value in course[1:].tolist():
        low, high = min(low, value), max(high, value)
        if rising is not True and value - low >= OF_ALL and low < DARK:
            turns, rising, low, high = turns + 1, True, value, value
        elif rising is not False and high - value >= OF_ALL and value < DARK:
            turns, rising, low, high = turns + 1, False, value, value
    return turns / 2 / (len(course) / RATE)


@pytest.fixture
def growing(qtbot: QtBot) -> Iterator[tuple[Stage, Run]]:
    run = with_map(RUNS["one_step"]())
    stage = Stage(qtbot, run)
    yield stage, run
    stage.view.close()


def test_a_map_that_is_written_to_quickly_and_turns_does_not_flash(
    growing: tuple[Stage, Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, run = growing
    pane, clock = stage.view.pane, [1000.0]
    for module in ("viz.map.pane", "viz.map.viewport"):
        monkeypatch.setattr(f"{module}.perf_counter", lambda: clock[0])
    pane.viewport.motion.turn(True, clock[0])
    pictures = []
    for number in range(round(RATE * SECONDS)):
        clock[0] += 1 / RATE
        if number % 2:
            grow(run, [likely(run)])
            with_map(run)
        stage.paint()
        pane.viewport.motion.step(clock[0])
        pictures.append(luminances(stage.view.grab().toImage()))
    courses = np.array(pictures).T
    assert np.ptp(courses, axis=1).max() > 0, "nothing moved"
    assert max(flashes(course) for course in courses) < MOST


def pulses(tokens_a_second: int) -> float:
    """How often the current point pulses in a second in which so many tokens come, at 240 pictures a second."""
    motion, peaks, before, rising, every = Motion(), 0, 0.0, False, 240 // tokens_a_second
    for tick in range(1200):
        if tick % every == 0:
            motion.appear(1 + tick // every, 10 + tick / 240, fresh=tick == 0)
        motion.step(10 + tick / 240)
        if motion.pulse < before and rising and before > 0.05:
            peaks += 1
        rising, before = motion.pulse > before, motion.pulse
    return peaks / 5


@pytest.mark.parametrize("tokens_a_second", [1, 3, 8, 30, 60])
def test_the_current_point_pulses_less_than_three_times_a_second(tokens_a_second: int) -> None:
    assert 0 < pulses(tokens_a_second) < MOST


def test_pulses_with_every_token_would_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.map.motion.CALM", 0.0)
    assert pulses(8) > MOST


def test_flashes_are_counted() -> None:
    time = np.arange(round(RATE * SECONDS)) / RATE
    for hertz in (1.0, 2.0, 5.0):
        course = 0.3 + 0.2 * np.sin(2 * np.pi * hertz * time)
        assert flashes(course) == pytest.approx(hertz, abs=0.6)
        assert flashes(0.3 + 0.02 * np.sin(2 * np.pi * hertz * time)) == 0
    assert flashes(np.linspace(0, 1, 40)) < 1
