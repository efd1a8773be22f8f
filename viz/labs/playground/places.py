"""What is shown of the axes, and a crosshair that rests on any place of them; known without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.labs.playground.records import FARTHEST, Made
from engine.nets.records import F64
from viz.charts import net_pictures
from viz.charts.aim import REACH, Shape, Spot
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


def bounds(there: Made | None, reach: float = net_pictures.REACH) -> Bounds:
    """What is shown of the plane, or of a function's chart, of some examples; they lie within a reach of 1."""
    if there is None:
        return Bounds(-reach, reach, -reach, reach)
    if there.is_function:
        ends = there.inputs.own(np.array([[-reach], [reach]]))[:, 0].tolist()
        values = there.outputs.own(np.array([[-1.3], [1.3]]))[:, 0].tolist()
        return Bounds(ends[0], ends[1], values[0], values[1])
    (left, low), (right, high) = there.inputs.own(np.array([[-reach, -reach], [reach, reach]])).tolist()
    return Bounds(left, right, low, high)


def movable(frame: PlaygroundFrame) -> F64:
    """The points that can be dragged: those of “nearest point”.  # [n, 2]"""
    known = frame.there is not None and frame.data.kind == "attractors"
    return frame.there.places if known and frame.there is not None else np.empty((0, 2))


def moved(frame: PlaygroundFrame, at: int, x: float, y: float) -> F64:
    """The same after one of them was moved to a place, which is kept within the plane.  # [n, 2]"""
    table = movable(frame).copy()
    table[at] = np.round(np.clip([x, y], -FARTHEST, FARTHEST), 3)
    return table


def place_of(frame: PlaygroundFrame, thing: tuple[float, float] | int) -> tuple[float, float]:
    """Where a thing that was pointed at is: a place, or the number of one of `movable`."""
    if not isinstance(thing, int):
        return thing
    x, y = movable(frame)[thing].tolist()
    return x, y


def seen(frame: PlaygroundFrame, at: tuple[float, float]) -> tuple[float, float]:
    """A place on the axes as the net sees it."""
    if frame.there is None:
        return at
    if frame.there.is_function:
        return float(frame.there.inputs.seen(np.array([at[0]]))[0]), at[1]
    x, y = frame.there.inputs.seen(np.array(at)).tolist()
    return x, y


def answers(frame: PlaygroundFrame, at: tuple[float, float]) -> tuple[F64, ...]:
    """What every layer answers at a place, the inputs first."""
    if frame.net is None or frame.weights is None:
        return ()
    point = np.array(seen(frame, at)[: frame.net.inputs])
    return tuple(shown.answers_at(frame.net, frame.weights, point))


@dataclass
class Places:
    """Every place of a rectangle can be pointed at; the thing is (x, y) on the axes, or the number of one of `own`."""

    left: float
    right: float
    low: float
    high: float
    shape: Shape = "point"
    own: F64 = field(default_factory=lambda: np.empty((0, 2)))  # [n, 2]

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        if len(self.own):
            away = np.hypot((self.own[:, 0] - x) / (em_x or 1.0), (self.own[:, 1] - y) / (em_y or 1.0))
            if away.min() <= REACH:
                return self.spot(int(away.argmin()))
        return self._free(x, y)

    def spot(self, thing: tuple[float, float] | int) -> Spot | None:
        if isinstance(thing, int):
            return Spot(thing, *self.own[thing].tolist()) if thing < len(self.own) else None
        return self._free(*thing)

    def beside(self, thing: tuple[float, float] | int | None, right: int, down: int) -> Spot | None:
        wide, high = (self.right - self.left) / STEPS, (self.high - self.low) / STEPS
        if thing is None:
            return self._free((self.left + self.right) / 2, (self.low + self.high) / 2)
        here = self.spot(thing)
        if here is None:
            return None
        x, y = here.x + right * wide, here.y - down * high
        for at, (own_x, own_y) in enumerate(self.own.tolist()):
            if at != thing and abs(own_x - x) <= wide / 2 and abs(own_y - y) <= high / 2:
                return self.spot(at)
        return self._free(x, y)

    def _free(self, x: float, y: float) -> Spot | None:
        inside = self.left <= x <= self.right and self.low <= y <= self.high
        return Spot((x, y), x, y) if inside else None
