"""The lines from a point to its true neighbours, and to the points near it here that are none.

Of the point that is pointed at, else of the one that is selected. As many of either are joined, so what is lost and
what is invented is seen as what of the two does not coincide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.labs.projections.records import AskTrueNeighbours, TrueNeighbours
from engine.questions import Refused
from engine.records import F32, I32, Bools, Space
from engine.run import Run
from viz.map.data.near import nearest_on_map
from viz.memo import by_identity

N = 15  # neighbours
_NONE: I32 = np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False)
class NeighbourLines:
    """Of one background point; index -1: none, or not known yet."""

    index: int = -1
    ids: I32 = field(default_factory=lambda: _NONE)  # [n] its true neighbours, nearest first
    near: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))  # [n] of them, who is among its n nearest here
    strangers: I32 = field(default_factory=lambda: _NONE)  # [m] its other nearest here
    question: AskTrueNeighbours | None = None
    why_not: str = ""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def n_near(self) -> int:
        """How many true neighbours are near here too."""
        return int(self.near.sum())


NO_LINES = NeighbourLines()


def neighbour_lines(
    run: Run, space: Space, point: int | None, selection: tuple[int, ...], points: F32, left_out: Bools | None,
    asks: bool,
) -> NeighbourLines:  # fmt: skip
    """Of the `point` pointed at, else of the one selected, among `points` [N, 3] as they are drawn."""
    index = point if point is not None else selection[0] if len(selection) == 1 else None
    if index is None or not 0 <= index < len(points):
        return NO_LINES
    question = AskTrueNeighbours(space, index, N)
    found = run.findings.get(question)
    if isinstance(found, TrueNeighbours) and int(found.ids.max(initial=-1)) < len(points):
        return _lines(found.ids, index, points, left_out)
    if isinstance(found, Refused):
        return NeighbourLines(why_not=found.sentence)
    return NeighbourLines(question=question if asks and found is None else None)


@by_identity(16)
def _lines(ids: I32, index: int, points: F32, left_out: Bools | None) -> NeighbourLines:
    here, _ = nearest_on_map(points, index, len(ids), left_out)
    return NeighbourLines(index, ids, np.isin(ids, here), here[~np.isin(here, ids)])
