"""The trajectory through the layers on the map: one position's state after each block, beside the path over the tokens.

A line of its own colour, dashed by its discs: it begins thin at what enters block 0 and widens to what leaves the last
block. Its places come from the engine, by the rule and with the faithfulness of every placed point.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.labs.layers.records import AskWay, LayersWay
from engine.questions import Refused
from engine.records import F32, I32, Bools, Layout, Space
from engine.run import Run
from viz.map.data.framing import Pose

ALWAYS = -10.0  # an order long past


@dataclass(frozen=True, eq=False)
class Trajectory:
    """The states of one position by layer. Empty: not asked for, not known, or why not."""

    points: F32 = field(default_factory=lambda: np.zeros((0, 3), np.float32))  # [L+1, 3]
    kept: F32 = field(default_factory=lambda: np.zeros(0, np.float32))  # [L+1]
    left_out: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))  # [L+1]
    nearest: I32 = field(default_factory=lambda: np.zeros(0, np.int32))  # [L+1] or none
    through: str = ""
    why_not: str = ""
    question: AskWay | None = None  # still to be answered

    def __len__(self) -> int:
        return len(self.points)


NO_TRAJECTORY = Trajectory()


def trajectory_of(
    run: Run, space: Space, layout: Layout, pose: Pose, flat: bool, node: int, playing: bool
) -> Trajectory:
    """What is known of a node's trajectory on the layout shown."""
    if node < 0:
        return NO_TRAJECTORY
    question = AskWay(node, space, layout.key)
    found = run.findings.get(question)
    if isinstance(found, Refused):
        return Trajectory(why_not=found.sentence)
    if not isinstance(found, LayersWay):
        may = run.run_id > 0 and not playing  # a file's run is not the engine's
        return Trajectory(question=question if may else None)
    places = found.points2 if flat else found.points3
    raised = np.pad(places, ((0, 0), (0, 3 - places.shape[1])))
    kept = found.kept2 if flat else found.kept3
    return Trajectory(pose.apply(raised), kept, found.left_out, found.nearest, found.through)
