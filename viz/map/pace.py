"""How much of the crowd is drawn while something moves, so that movement stays even on a slow renderer.

A graphics card draws every point in every picture. A software renderer, which shares its cores with the model, may need
a tenth of a second for that: then a fixed random sample stands for the crowd as long as the camera moves, and the whole
crowd is back as soon as it rests. The sample is halved or doubled by what the last pictures cost.
"""

from __future__ import annotations

SLOW, FAST = 0.030, 0.012  # seconds a picture may cost before the sample is halved, or below which it is doubled
LEAST, LEAST_POINTS = 1 / 32, 6000  # of the points, and how many of them, are always drawn
SETTLE = 3  # pictures before judging again


class Pace:
    """Judges the pictures of a movement by what they cost; `share` of the points is to be drawn in the next one."""

    def __init__(self) -> None:
        self.share = 1.0
        self.count = 0  # points there are
        self._costs: list[float] = []

    @property
    def least(self) -> float:
        """The share that is drawn however long it takes."""
        return max(LEAST, min(1.0, LEAST_POINTS / max(self.count, 1)))

    def drawn(self, seconds: float) -> None:
        """A picture of a movement was drawn in this time; one that took far too long is not waited with for others."""
        self._costs.append(seconds)
        if len(self._costs) < SETTLE and seconds < 2 * SLOW:
            return
        typical = seconds if seconds >= 2 * SLOW else sorted(self._costs)[len(self._costs) // 2]
        self._costs.clear()
        if typical > SLOW:
            self.share = max(self.least, self.share / (4 if typical >= 4 * SLOW else 2))
        elif typical < FAST:
            self.share = min(1.0, self.share * 2)
