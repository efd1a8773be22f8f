"""Where nodes and tokens lie in the layout shown, in the standard pose."""

from __future__ import annotations

import numpy as np

from engine.records import F32, I32, Placed
from engine.run import MapState, Run
from viz.map.data.framing import Pose
from viz.map.data.kept import Kept


class Places:
    """Where nodes and tokens lie in the shown layout, in the standard pose."""

    def __init__(
        self, run: Run, state: MapState, flat: bool, pose: Pose, points: F32, second: bool = False
    ) -> None:  # fmt: skip
        self.run, self.state, self.flat, self.pose, self.points = run, state, flat, pose, points
        self.is_vocabulary = state.background.space.is_vocabulary
        self.kept = Kept.of(run, second)
        self.table = state.nodes.get(state.layout.key, {})

    def of_node(self, node: int) -> tuple[F32, float, bool] | None:
        """(place [3], kept, left out) of a node; in a space of tokens one that is not placed lies on its token."""
        entry = self.table.get(node)
        if entry is not None:
            place = self.raised(entry[1] if self.flat else entry[0])
            return self.pose.apply(place)[0], entry[3] if self.flat else entry[2], entry[4]
        token = self.run.nodes[node].token_id
        if self.is_vocabulary and token < len(self.points):
            return self.points[token], float("nan"), False
        return None

    def of_tokens(self, ids: I32) -> F32:
        """[k, 3] places of tokens, in a space of tokens."""
        return self.points[ids]

    def placed(self, placed: Placed) -> F32:
        """[n, 3] places of placed vectors."""
        return self.pose.apply(self.raised(placed.points2 if self.flat else placed.points3))

    def raised(self, places: F32) -> F32:
        """[n, 3], a plane's places with depth 0."""
        rows = np.atleast_2d(places)
        return np.pad(rows, ((0, 0), (0, 3 - rows.shape[1]))) if rows.shape[1] < 3 else rows
