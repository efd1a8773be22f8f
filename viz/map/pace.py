"""How much of the crowd is drawn while something moves, so that movement stays even on a slow renderer.

A graphics card draws every point in every picture. A software renderer, which shares its cores with the model, may need
a tenth of a second for that: then a fixed random sample stands for the crowd as long as the camera moves, and the whole
crowd is back as soon as it rests. The sample is halved or doubled by what the last pictures cost.
"""

from __future__ import annotations

SLOW, FAST = 0.030, 0.012  # seconds a picture may cost before the sample is halved, or below which it is doubled
LEAST = 1 / 8
SETTLE = 3  # pictures before judging again


class Pace:
    """Judges the pictures of a movement by what they cost; `share` of the points is to be drawn in the next one."""

    def __init__(self) -> None:
        self.share = 1.0
        self._costs: list[float] = []

    def drawn(self, seconds: float) -> None:
        """A picture of a movement was drawn in this time."""
        self._costs.append(seconds)
        if len(self._costs) < SETTLE:
            return
        typical = sorted(self._costs)[len(self._costs) // 2]
        self._costs.clear()
        if typical > SLOW:
            self.share = max(LEAST, self.share / 2)
        elif typical < FAST:
            self.share = min(1.0, self.share * 2)
