"""The part of an attribution that is shown: pruned by a share of the effect, features of a group as one; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.labs.feature_attribution.records import FEATURE, KINDS, TOKEN, Attribution, Node
from engine.records import F32, I32
from viz.feature_names import feature_name
from viz.labs.feature_attribution.groups import Groups, group_of

MOST_EDGES = 160
ROOM = 1.6  # lines above the nodes of a row, for words about it


@dataclass(frozen=True)
class Shown:
    """A node of the graph, or several features of a group at one position of one row."""

    members: tuple[int, ...]  # numbers of the attribution's nodes
    row: int
    position: int
    kind: int  # number in `KINDS`
    feature: int  # -1 where it is none or several
    group: str
    activation: float  # NaN where it is none or several
    effect: float
    direct: float


@dataclass(frozen=True, eq=False)
class Graph:
    """S nodes and E edges of those shown, edges strongest first."""

    nodes: tuple[Shown, ...]  # [S] by row, position, and size of their effect, the largest first
    sources: I32  # [E]
    targets: I32  # [E] `TOKEN` for the token
    carried: F32  # [E] effect on the value
    weights: F32  # [E] NaN where either end is a group
    held: tuple[float, ...]  # of each row, the share of its effects' sizes that its nodes shown hold
    edges_held: float  # the share of what goes between the nodes shown that its edges shown hold
    columns: tuple[int, ...]  # positions that have a node

    @property
    def largest(self) -> float:
        """The largest size of an effect; at least a tiny one."""
        return max((abs(node.effect) for node in self.nodes), default=0.0) or 1e-9


def graph_of(found: Attribution, share: float, groups: Groups) -> Graph:
    """What is shown with this share and these groups."""
    kept = _kept(found, share)
    nodes, place = _merged(found, kept, groups)
    sums: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for source, target, carried, weight in zip(
        found.sources.tolist(), found.targets.tolist(), found.carried.tolist(), found.weights.tolist(), strict=True
    ):
        if source in place and (target == TOKEN or target in place):
            edge = sums[place[source], TOKEN if target == TOKEN else place[target]]
            edge[0], edge[1], edge[2] = edge[0] + carried, edge[1] + weight, edge[2] + 1
    edges = sorted(sums.items(), key=lambda it: (-abs(it[1][0]), it[0]))
    whole = sum(abs(values[0]) for _, values in edges)
    drawn: list[tuple[float, ...]] = []
    held, led = 0.0, set[int]()  # whose way on is drawn
    for at, (ends, values) in enumerate(edges):
        strong = at < MOST_EDGES and (held < share * whole or not drawn)
        if strong or ends[0] not in led:
            drawn.append((*ends, values[0], values[1] if values[2] == 1 else np.nan))
            led.add(ends[0])
            held += abs(values[0])
    table = np.array(drawn, np.float64).reshape(-1, 4)
    return Graph(
        nodes, table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2].astype(np.float32),
        table[:, 3].astype(np.float32), _held(found, kept), held / whole if whole else 1.0,
        tuple(sorted({node.position for node in nodes})),
    )  # fmt: skip


def _kept(found: Attribution, share: float) -> list[int]:
    """The strongest nodes of each row, until they hold `share` of the sizes of its effects."""
    kept: list[int] = []
    for row, sums in enumerate(found.rows):
        mine = np.flatnonzero(found.row == row)
        mine = mine[np.argsort(-np.abs(found.effects[mine]), kind="stable")]
        before = np.concatenate([[0.0], np.cumsum(np.abs(found.effects[mine].astype(np.float64)))[:-1]])
        kept += mine[before < share * float(sums.sizes.sum())].tolist() if len(mine) else []
    return kept


def _held(found: Attribution, kept: Sequence[int]) -> tuple[float, ...]:
    shares = []
    for row, sums in enumerate(found.rows):
        mine = [at for at in kept if found.row[at] == row]
        whole = float(sums.sizes.sum())
        shares.append(float(np.abs(found.effects[mine]).sum()) / whole if whole > 0 else 1.0)
    return tuple(min(share, 1.0) for share in shares)


def _merged(found: Attribution, kept: Sequence[int], groups: Groups) -> tuple[tuple[Shown, ...], dict[int, int]]:
    """The nodes, and which of them each of the attribution's stands in."""
    together: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in kept:
        group = group_of(groups, name_of(found, at))
        key = (int(found.row[at]), int(found.positions[at]), group)
        together[key if group else (*key, at)].append(at)
    made = [_shown(found, members, str(key[2])) for key, members in together.items()]
    made.sort(key=lambda node: (node.row, node.position, -abs(node.effect), node.members))
    return tuple(made), {member: at for at, node in enumerate(made) for member in node.members}


def _shown(found: Attribution, members: Sequence[int], group: str) -> Shown:
    first, alone = members[0], len(members) == 1
    return Shown(
        tuple(members), int(found.row[first]), int(found.positions[first]), int(found.kinds[first]),
        int(found.features[first]) if alone else -1, group, float(found.activations[first]) if alone else float("nan"),
        float(found.effects[list(members)].astype(np.float64).sum()),
        float(found.direct[list(members)].astype(np.float64).sum()),
    )  # fmt: skip


def name_of(found: Attribution, at: int) -> str:
    """The name by which groups know a node's feature, "" of what is none."""
    hook = found.rows[int(found.row[at])].hook
    known = hook is not None and found.kinds[at] == FEATURE
    return feature_name(hook, int(found.features[at])) if known and hook is not None else ""


def asked_node(found: Attribution, at: int) -> Node:
    """A node as a question names it."""
    row = int(found.row[at])
    return Node(row - 1, KINDS[int(found.kinds[at])], int(found.positions[at]), int(found.features[at]))


# -- places ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Places:
    """Where everything stands: x in columns of tokens, y in lines from the bottom."""

    xs: F32  # [S]
    ys: F32  # [S]
    token: tuple[float, float]
    rows: tuple[float, ...]  # [R] the middle of each row
    edges: tuple[float, ...]  # [R + 1] where each row begins, and the last one ends
    top: float


def places_of(graph: Graph, n_rows: int) -> Places:
    """Nodes of one cell stand above each other, the strongest lowest. The same graph has the same places."""
    column = {position: at for at, position in enumerate(graph.columns)}
    lines: dict[tuple[int, int], int] = defaultdict(int)
    line = []
    for node in graph.nodes:
        line.append(lines[node.row, node.position])
        lines[node.row, node.position] += 1
    high = [max((n for (row, _), n in lines.items() if row == each), default=1) for each in range(n_rows)]
    begin = np.concatenate([[0.0], np.cumsum(np.array(high, np.float64) + ROOM)])
    xs = np.array([column[node.position] for node in graph.nodes], np.float32)
    ys = np.array([begin[node.row] + 0.5 + at for node, at in zip(graph.nodes, line, strict=True)], np.float32)
    top = float(begin[-1])
    rows = tuple(float(begin[at] + (high[at]) / 2) for at in range(n_rows))
    return Places(xs, ys, (max(len(graph.columns) - 1, 0), top + 0.5), rows, tuple(begin.tolist()), top + 1.2)
