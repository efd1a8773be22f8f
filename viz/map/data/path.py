"""The active path on the map, and the branches that were left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.records import F32, I32, Bools
from engine.run import Run
from viz.map.data.places import Places

_NONE3 = np.zeros((0, 3), np.float32)
_NONE = np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False)
class Path:
    """The placed nodes of the active path, in generation order."""

    nodes: I32  # [P]
    token_ids: I32  # [P]
    positions: I32  # [P]
    points: F32  # [P, 3]
    generated: Bools  # [P] False: of the prompt
    probability: F32  # [P] the model gave the token, NaN at position 0
    kept: F32  # [P] share of its 15 true neighbours near it on the map, NaN where not measured
    left_out: Bools  # [P]

    def __len__(self) -> int:
        return len(self.nodes)


@dataclass(frozen=True, eq=False)
class Branches:
    """Pieces of path that are not active: from a node's parent to the node."""

    nodes: I32  # [B]
    token_ids: I32  # [B]
    start: F32  # [B, 3]
    end: F32  # [B, 3]

    def __len__(self) -> int:
        return len(self.nodes)


NO_PATH = Path(
    _NONE,
    _NONE,
    _NONE,
    _NONE3,
    np.zeros(0, np.bool_),
    np.zeros(0, np.float32),
    np.zeros(0, np.float32),
    np.zeros(0, np.bool_),
)
NO_BRANCHES = Branches(_NONE, _NONE, _NONE3, _NONE3)


def active_path(run: Run, places: Places) -> Path:
    """The nodes of the active path that have a place."""
    return path_of(run, places, run.path)


def path_of(run: Run, places: Places, nodes: Iterable[int]) -> Path:
    """Those of some nodes that have a place."""
    found = [(node, entry) for node in nodes if (entry := places.of_node(node)) is not None]
    if not found:
        return NO_PATH
    records = [run.nodes[node] for node, _ in found]
    positions = np.array([record.position for record in records], np.int32)
    surprisal = np.array([record.surprisal for record in records], np.float32)
    return Path(
        nodes=np.array([node for node, _ in found], np.int32),
        token_ids=np.array([record.token_id for record in records], np.int32),
        positions=positions,
        points=np.stack([entry[0] for _, entry in found]),
        generated=np.array([node >= run.prompt_tokens for node, _ in found], np.bool_),
        probability=np.exp2(-surprisal),
        kept=np.array([entry[1] for _, entry in found], np.float32),
        left_out=np.array([entry[2] for _, entry in found], np.bool_),
    )


def left_branches(run: Run, places: Places) -> Branches:
    """Every node off the active path with the piece of line that leads to it."""
    active = set(run.path)
    rows = []
    for record in run.nodes:
        if record.node in active or record.parent < 0:
            continue
        end, start = places.of_node(record.node), places.of_node(record.parent)
        if end is not None and start is not None:
            rows.append((record.node, record.token_id, start[0], end[0]))
    if not rows:
        return NO_BRANCHES
    nodes, ids, starts, ends = zip(*rows, strict=True)
    return Branches(np.array(nodes, np.int32), np.array(ids, np.int32), np.stack(starts), np.stack(ends))
