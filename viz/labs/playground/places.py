"""What is shown of the axes, and a crosshair that rests on any place of them; known without Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from viz.charts.aim import Shape, Spot
from viz.labs.playground import pictures as shown
from viz.labs.playground.playground_frame import PlaygroundFrame

STEPS = 50  # of the keys across the plane


@dataclass(frozen=True)
class Bounds:
    """In a person's own units."""

    left: float
    right: float
    low: float
    high: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.low + self.high) / 2


def bounds(frame: PlaygroundFrame) -> Bounds:
    """What is shown of the plane, or of a function's chart."""
    reach, there = shown.REACH, frame.there
    if there is None:
        return Bounds(-reach, reach, -reach, reach)
    if there.is_function:
        ends = there.inputs.own(np.array([[-reach], [reach]]))[:, 0].tolist()
        values = there.outputs.own(np.array([[-1.3], [1.3]]))[:, 0].tolist()
        return Bounds(ends[0], ends[1], values[0], values[1])
    (left, low), (right, high) = there.inputs.own(np.array([[-reach, -reach], [reach, reach]])).tolist()
    return Bounds(left, right, low, high)


@dataclass
class Places:
    """Every place of a rectangle can be pointed at; the thing is (x, y) on the axes."""

    left: float
    right: float
    low: float
    high: float
    shape: Shape = "point"

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        inside = self.left <= x <= self.right and self.low <= y <= self.high
        return Spot((x, y), x, y) if inside else None

    def spot(self, thing: tuple[float, float]) -> Spot | None:
        return Spot(thing, *thing) if self.near(*thing, 0, 0) is not None else None

    def beside(self, thing: tuple[float, float] | None, right: int, down: int) -> Spot | None:
        if thing is None:
            x, y = (self.left + self.right) / 2, (self.low + self.high) / 2
        else:
            x = thing[0] + right * (self.right - self.left) / STEPS
            y = thing[1] - down * (self.high - self.low) / STEPS
        return self.near(x, y, 0, 0)
