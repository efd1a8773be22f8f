"""The look-ahead tree on the map: a line from each continuation's last but one token or state to its last.

In a space of tokens a line ends on its token; in a space of states where the state after that token truly lies.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.records import F32, I32, Bools
from viz.ahead import NO_TREE, AheadTree
from viz.map.data.places import Places

_NONE3 = np.zeros((0, 3), np.float32)


@dataclass(frozen=True, eq=False)
class AheadLines:
    """The rows of a tree that have a place, M of its N."""

    tree: AheadTree = NO_TREE
    rows: I32 = field(default_factory=lambda: np.zeros(0, np.int32))  # [M] in the tree
    start: F32 = field(default_factory=lambda: _NONE3)  # [M, 3]
    end: F32 = field(default_factory=lambda: _NONE3)  # [M, 3]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def first(self) -> Bools:
        """[M] whether it is one token ahead."""
        return self.tree.levels[self.rows] == 1 if len(self.rows) else np.zeros(0, np.bool_)

    def trail(self, at: int) -> F32:
        """[m, 3] the places from the current token to the end of line `at`."""
        of_row = {int(row): i for i, row in enumerate(self.rows)}
        lines = [of_row[row] for row in self.tree.line(int(self.rows[at]))]
        return np.concatenate([self.start[lines[:1]], self.end[lines]])


NO_LINES = AheadLines()


def ahead_lines(tree: AheadTree, places: Places) -> AheadLines:
    """Where the tree's continuations lie; one whose beginning has no place has none either."""
    begin = places.of_node(tree.node) if len(tree) else None
    if begin is None:
        return AheadLines(tree)
    ends = _token_ends(tree, places) if places.is_vocabulary else _state_ends(tree, places)
    rows, start = list[int](), list[F32]()
    for row, parent in enumerate(tree.parents.tolist()):
        from_here = begin[0] if parent < 0 else ends.get(parent)
        if row not in ends:
            continue
        if from_here is None:
            del ends[row]
            continue
        rows.append(row)
        start.append(from_here)
    if not rows:
        return AheadLines(tree)
    made = np.stack([ends[row] for row in rows]).astype(np.float32)
    return AheadLines(tree, np.array(rows, np.int32), np.stack(start).astype(np.float32), made)


def _token_ends(tree: AheadTree, places: Places) -> dict[int, F32]:
    ids = tree.token_ids
    rows = np.flatnonzero(ids < len(places.points))
    return dict(zip(rows.tolist(), places.of_tokens(ids[rows]), strict=True))


def _state_ends(tree: AheadTree, places: Places) -> dict[int, F32]:
    known = [(row, place) for row, place in enumerate(tree.place_rows) if place is not None]
    if not known:
        return {}
    raw = [(placed.points2 if places.flat else placed.points3)[at] for _, (placed, at) in known]
    put = places.pose.apply(places.raised(np.stack(raw).astype(np.float32)))
    return {row: put[i] for i, (row, _) in enumerate(known)}
