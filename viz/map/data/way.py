"""The way through the layers on the map: one position's state after each block, beside the path over the tokens.

A line of its own colour, dashed by its discs: it begins thin at what enters block 0 and widens to what leaves the last
block. Its places come from the engine, by the rule and with the faithfulness of every placed point.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.layers.records import AskWay, LayersWay
from engine.questions import Refused
from engine.records import F32, I32, Bools, Layout, Space, Vocabulary
from engine.run import Run
from viz.map.data.framing import Pose
from viz.token_text import shown

ALWAYS = -10.0  # an order long past


@dataclass(frozen=True, eq=False)
class Way:
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


NO_WAY = Way()


def way_of(run: Run, space: Space, layout: Layout, pose: Pose, flat: bool, node: int, playing: bool) -> Way:
    """What is known of a node's way on the layout shown."""
    if node < 0:
        return NO_WAY
    question = AskWay(node, space, layout.key)
    found = run.findings.get(question)
    if isinstance(found, Refused):
        return Way(why_not=found.sentence)
    if not isinstance(found, LayersWay):
        may = run.run_id > 0 and not playing  # a file's run is not the engine's
        return Way(question=question if may else None)
    places = found.points2 if flat else found.points3
    raised = np.pad(places, ((0, 0), (0, 3 - places.shape[1])))
    kept = found.kept2 if flat else found.kept3
    return Way(pose.apply(raised), kept, found.left_out, found.nearest, found.through)


def layer_names(way: Way, vocabulary: Vocabulary | None) -> list[tuple[int, str]]:
    """(row, words) of the layers that are named: the ends, and each where the likeliest token changes."""
    n = len(way)
    if not n:
        return []
    last = n - 1
    if not len(way.nearest) or vocabulary is None:
        after = QCoreApplication.translate("Way", "after {layer}")
        return [(row, after.format(layer=_block(row)) if row else _block(row)) for row in sorted({0, last // 2, last})]
    changes = [row for row in range(1, n) if way.nearest[row] != way.nearest[row - 1]]
    rows = sorted({0, last, *changes[-6:]})
    return [(row, f"{_block(row)} → {shown(vocabulary, int(way.nearest[row]))}") for row in rows]


def _block(row: int) -> str:
    """A row as the logit lens names it."""
    return QCoreApplication.translate("Way", "input") if row == 0 else f"L{row - 1}"
