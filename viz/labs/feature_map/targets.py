"""What can be pointed at in a graph: its features, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.records import I32
from viz.charts.aim import REACH, Shape, Spot

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Part:
    """A feature of the graph, or a link, by its number there."""

    kind: Literal["feature", "link"]
    number: int


class GraphTargets:
    """Features first, then links; the arrow keys go from feature to feature and on to the links, in their order."""

    shape: Shape = "point"

    def __init__(self, at: F64, ends: I32) -> None:
        self._at, self._ends = at, ends
        self._parts = [Part("feature", number) for number in range(len(at))]
        self._parts += [Part("link", number) for number in range(len(ends))]

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        """The feature within reach, else the link that passes nearest."""
        em = np.array([em_x or 1.0, em_y or 1.0])
        here, points = np.array([x, y]) / em, self._at / em
        away = np.linalg.norm(points - here, axis=1)
        best = int(np.argmin(away)) if len(away) else -1
        if best >= 0 and away[best] <= REACH:
            return self.spot(Part("feature", best))
        if not len(self._ends):
            return None
        one, other = points[self._ends[:, 0]], points[self._ends[:, 1]]
        line = other - one
        share = ((here - one) * line).sum(axis=1) / np.maximum(np.square(line).sum(axis=1), 1e-12)
        foot = one + np.clip(share, 0, 1)[:, None] * line
        off = np.linalg.norm(foot - here, axis=1)
        nearest = int(np.argmin(off))
        return Spot(Part("link", nearest), *(foot[nearest] * em).tolist()) if off[nearest] <= REACH / 2 else None

    def spot(self, thing: Part) -> Spot | None:
        """A feature's place, or a link's middle."""
        if thing.kind == "feature":
            return Spot(thing, *self._at[thing.number].tolist()) if thing.number < len(self._at) else None
        if thing.number >= len(self._ends):
            return None
        return Spot(thing, *self._at[self._ends[thing.number]].mean(axis=0).tolist())

    def beside(self, thing: Part | None, right: int, down: int) -> Spot | None:
        """The next or the last part in their order."""
        at = self._parts.index(thing) + (right or down) if thing in self._parts else 0
        return self.spot(self._parts[at]) if 0 <= at < len(self._parts) else None
