"""What moves on the map, and nothing else: camera flights, a layout changing, tokens appearing, the turntable.

Each motion runs from a time to a time on one clock; `values_at` is a pure function of it, so a test sets the clock. The
view's timer runs only while `is_moving`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from viz.camera import Camera

FLIGHT, MORPH, APPEAR = 0.7, 1.1, 0.42  # seconds
SOON = 0.6  # of the time between two tokens, in which the later one appears
TURN = 9.0  # degrees a second
CALM = 0.4  # seconds between two pulses of the current point at least: nothing flashes three times in a second
MOST_APPEARING = 12.0  # tokens shown one after the other; more than that begin further on


def ease(part: float) -> float:
    """Slow, fast, slow: 0..1 to 0..1, with no jump in speed or acceleration."""
    part = min(max(part, 0.0), 1.0)
    return part * part * part * (part * (6 * part - 15) + 10)


@dataclass(frozen=True)
class Flight:
    """The camera on its way."""

    start: Camera
    end: Camera
    begun: float
    seconds: float = FLIGHT


class Motion:
    """The moving state of one view. Times are seconds of any steady clock."""

    def __init__(self) -> None:
        self.camera = Camera()
        self.turning = False
        self.still = False  # a person wants no motion: everything is at its end at once, but for the turntable
        self._flight: Flight | None = None
        self._morph: float | None = None
        self._now = (0.0, 0.0, 0.0)  # from, to, begun
        self._seconds = APPEAR
        self._pulsed = -CALM  # when the current point began to pulse last
        self._pulses = True
        self._turned = 0.0
        self.mix, self.now, self.pulse = 1.0, 0.0, 0.0

    @property
    def is_moving(self) -> bool:
        """Whether another picture is needed."""
        return self.turning or self._flight is not None or self._morph is not None or self.now != self._now[1]

    @property
    def destination(self) -> Camera:
        """Where the camera will be at rest."""
        return self._flight.end if self._flight is not None else self.camera

    def fly(self, end: Camera, time: float, seconds: float = FLIGHT) -> None:
        """Send the camera to `end`."""
        self._flight = Flight(self.camera, end, time, seconds)
        self._rest()

    def jump(self, camera: Camera) -> None:
        """Put the camera there at once."""
        self.camera, self._flight = camera, None

    def morph(self, time: float) -> None:
        """Points begin to move from the layout before."""
        self._morph, self.mix = time, 0.0
        self._rest()

    def appear(self, count: int, time: float, fresh: bool) -> None:
        """`count` tokens are there; those not yet shown appear one after the other, faster when there are many.

        A token that came soon after the one before is there well before the next can be expected, so that what is shown
        never falls behind what is generated, and its fan can be seen.
        """
        end, grown = float(count), count > self._now[1]
        if end == self._now[1] and not fresh:
            return
        start = 0.0 if fresh else min(self.now, end)
        start = max(start, end - MOST_APPEARING)
        self.now = min(end, start)
        self._seconds = APPEAR * max(1.0, (end - start) ** 0.5)
        if grown and not fresh:
            self._seconds = min(self._seconds, max(SOON * (time - self._now[2]), 1e-3))
        self._pulses = time - self._pulsed >= CALM
        if self._pulses:
            self._pulsed = time
        self._now = (self.now, end, time)
        self._rest()

    def turn(self, on: bool, time: float) -> None:
        """Start or stop the turntable."""
        self.turning, self._turned = on, time

    def _rest(self) -> None:
        if self.still:
            self.settle()

    def settle(self) -> None:
        """Be where all motions end."""
        if self._flight is not None:
            self.camera, self._flight = self._flight.end, None
        self._morph, self.mix = None, 1.0
        self.now, self.pulse = self._now[1], 0.0

    def step(self, time: float) -> None:
        """Bring everything to `time`."""
        if self._flight is not None:
            part = (time - self._flight.begun) / self._flight.seconds
            self.camera = self._flight.start.between(self._flight.end, ease(part))
            if part >= 1.0:
                self.camera, self._flight = self._flight.end, None
        if self._morph is not None:
            part = (time - self._morph) / MORPH
            self.mix = ease(part)
            if part >= 1.0:
                self._morph, self.mix = None, 1.0
        self._step_tokens(time)
        if self.turning:
            gone = min(max(time - self._turned, 0.0), 0.25)
            self._turned = time
            if self._flight is None:
                self.camera = replace(self.camera, azimuth=(self.camera.azimuth + TURN * gone + 180) % 360 - 180)

    def _step_tokens(self, time: float) -> None:
        start, end, begun = self._now
        if self.now == end:
            self.pulse = 0.0
            return
        part = min((time - begun) / self._seconds, 1.0)
        self.now = end if part >= 1.0 else start + (end - start) * part
        self.pulse = 0.0 if part >= 1.0 or not self._pulses else (1.0 - part) ** 2 * min(1.0, part * 6)
