"""Everything the meaning space shows, as arrays in the standard pose, computed from (run, ui) without Qt.

The background, its colours and its landmarks are remembered by the identity of the arrays they come from, so they are
the same objects from frame to frame; the path and the fans are computed anew, which costs what they are long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.records import F32, I32, Background, Bools, Layout, Neighbours, Placed, Space, Vocabulary
from engine.run import MapState, Run
from viz.map.data.colouring import Colouring, colouring
from viz.map.data.framing import Pose, posed
from viz.map.data.kept import Kept
from viz.map.data.landmarks import Indices, landmarks, regions
from viz.map.data.move import Move, move_of
from viz.map.data.near import neighbours_of
from viz.map.data.selected import Selected, selected_of
from viz.map.data.trajectory import NO_TRAJECTORY, Trajectory, trajectory_of
from viz.ui_state import UiState

_NONE3 = np.zeros((0, 3), np.float32)
_NONE = np.zeros(0, np.int32)
_NO_INDICES = np.zeros(0, np.int64)


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
class Fan:
    """Rays from nodes to their likeliest next tokens."""

    nodes: I32  # [R]
    token_ids: I32  # [R]
    start: F32  # [R, 3]
    end: F32  # [R, 3]
    probability: F32  # [R]
    chosen: Bools  # [R] the token that was taken
    current: Bools  # [R] of the position looked at

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
NO_FAN = Fan(_NONE, _NONE, _NONE3, _NONE3, np.zeros(0, np.float32), np.zeros(0, np.bool_), np.zeros(0, np.bool_))
NO_BRANCHES = Branches(_NONE, _NONE, _NONE3, _NONE3)


@dataclass(frozen=True)
class Settings:
    """The view's options as it uses them."""

    flat: bool = False
    colour: str = "kind"
    fans: str = "current"
    fan_k: int = 10
    fan_cutoff: float = 0.01
    follow: bool = False
    turntable: bool = False
    still: bool = False
    fade: bool = False
    landmarks: bool = True
    path_labels: bool = True
    branches: bool = True
    glow: bool = True
    point_size: float = 1.0
    label_size: float = 1.0
    way: bool = False  # the trajectory through the layers


@dataclass(frozen=True, eq=False)
class MapFrame:
    """What is painted. Without a map (`layout` None) only the settings count."""

    settings: Settings
    space: Space
    run_id: int
    vocabulary: Vocabulary | None
    background: Background | None = None
    layout: Layout | None = None
    layouts: tuple[Layout, ...] = ()
    spaces: tuple[Space, ...] = ()
    n_layers: int = 0
    orphaned: bool = False  # the run is there, but no engine holds it
    tied: bool = False  # the unembedding is the embedding
    pose: Pose | None = None
    points: F32 = field(default_factory=lambda: _NONE3)  # [N, 3]
    colours: Colouring | None = None
    landmarks: Indices = field(default_factory=lambda: _NO_INDICES)
    regions: F32 = field(default_factory=lambda: _NONE3)  # [K, 3] middles of the kinds of text, in spaces of states
    path: Path = NO_PATH
    current: int = -1  # index into path
    node: int = -1  # looked at
    fan: Fan = NO_FAN
    branches: Branches = NO_BRANCHES
    wanted_fans: tuple[int, ...] = ()  # resid spaces: nodes whose true next states are not here yet
    wants_distribution: bool = False
    hover_token: int | None = None
    hover_node: int | None = None
    selection: tuple[int, ...] = ()
    neighbours: Neighbours | None = None
    trajectory: Trajectory = NO_TRAJECTORY  # through the layers, of the position looked at
    move: Move | None = None  # what the interventions do here
    selected: Selected | None = None  # what several selected points are

    @property
    def is_vocabulary(self) -> bool:
        """Whether background point i is token i."""
        return self.space.kind != "resid"


def map_frame(run: Run, ui: UiState, settings: Settings) -> MapFrame:
    """The frame of the space that `ui` shows."""
    state = run.maps.get(ui.space)
    common = _common(run, ui, settings)
    if state is None or not state.layouts:
        return MapFrame(**common)
    layout, background = state.layout, state.background
    pose, points = posed(layout.points2 if settings.flat else layout.points3)
    places = Places(run, state, settings.flat, pose, points)
    kept = Kept.of(run)
    placed = (run.changed, len(run.nodes), run.prompt_tokens, layout.key, settings.flat, len(places.table), id(points))
    path = kept.get("path", (*placed, run.current), lambda: active_path(run, places))
    position = _position(run, ui)
    node = run.path[position] if position is not None else -1
    asked = (settings.fans, settings.fan_k, settings.fan_cutoff, node, *_fans_known(state, layout.key, node))
    fan, wanted = kept.get("fan", (*placed, run.current, *asked), lambda: fans(run, places, settings, node))
    branches = kept.get("branches", (*placed, run.current), lambda: dimmed(run, places))
    passed = (*placed, run.current, node, ui.playing, settings.way)
    known_all = run.distribution is not None and run.distribution[0] == node
    choice = (run.changed, len(run.nodes), ui.space, node, known_all, ui.selection)
    trajectory = kept.get(
        "trajectory",
        passed,
        lambda: trajectory_of(run, ui.space, layout, pose, settings.flat, node, ui.playing),
    )
    return MapFrame(
        **common,
        background=background,
        layout=layout,
        layouts=tuple(state.layouts),
        pose=pose,
        points=points,
        colours=colouring(settings.colour, background, run, node),
        landmarks=_landmarks(run.vocabulary, points, background),
        regions=_NONE3 if background.texts is None else regions(points, background.texts),
        path=path,
        current=_index_of(path.nodes, node),
        node=node,
        fan=fan,
        branches=branches if settings.branches else NO_BRANCHES,
        wanted_fans=wanted,
        wants_distribution=_wants_distribution(run, settings, node, len(ui.selection) > 1 and background.texts is None),
        selection=ui.selection,
        neighbours=neighbours_of(run, ui.space, ui.selection, points, background.left_out),
        trajectory=trajectory if settings.way else NO_TRAJECTORY,
        selected=kept.get("selected", choice, lambda: selected_of(run, background, ui.selection, node)),
        move=move_of(run, ui, layout, points, places.placed),
    )


def _common(run: Run, ui: UiState, settings: Settings) -> dict[str, Any]:
    """What a frame says also where there is no map yet."""
    return {
        "settings": settings,
        "space": ui.space,
        "run_id": run.run_id,
        "vocabulary": run.vocabulary,
        "spaces": tuple(sorted(run.maps)),
        "n_layers": run.info.n_layers if run.info else 0,
        "orphaned": len(run) > 0 and run.run_id == 0,
        "tied": run.info is not None and run.info.tied_embeddings,
        "hover_token": ui.hover_token,
        "hover_node": ui.hover_node,
    }


def _fans_known(state: MapState, key: str, node: int) -> tuple[int, int]:
    """How many positions have their true fans in a layout, and how many ends the one of `node` has."""
    of_layout = state.fans.get(key, {})
    here = of_layout.get(node)
    return len(of_layout), len(here[0]) if here is not None else 0


class Places:
    """Where nodes and tokens lie in the shown layout, in the standard pose."""

    def __init__(self, run: Run, state: MapState, flat: bool, pose: Pose, points: F32) -> None:
        self.run, self.state, self.flat, self.pose, self.points = run, state, flat, pose, points
        self.is_vocabulary = state.background.space.kind != "resid"
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


def active_path(run: Run, places: Places) -> Path:
    """The nodes of the active path that have a place."""
    found = [(node, entry) for node in run.path if (entry := places.of_node(node)) is not None]
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
        generated=positions >= run.prompt_tokens,
        probability=np.exp2(-surprisal),
        kept=np.array([entry[1] for _, entry in found], np.float32),
        left_out=np.array([entry[2] for _, entry in found], np.bool_),
    )


def dimmed(run: Run, places: Places) -> Branches:
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


def fans(run: Run, places: Places, settings: Settings, node: int) -> tuple[Fan, tuple[int, ...]]:
    """The rays shown, and the nodes whose true next states have to be asked for first."""
    if settings.fans == "none" or node < 0:
        return NO_FAN, ()
    nodes = list(run.path) if settings.fans == "all" else [node]
    following = dict(zip(run.path, run.path[1:], strict=False))
    ends_of = _token_ends if places.is_vocabulary else _state_ends
    parts, wanted = [], []
    rays = Kept.of(run).rays
    look = (places.state.layout.key, settings.flat, id(places.points), settings.fan_k, settings.fan_cutoff)
    known_fans = places.state.fans.get(places.state.layout.key, {})
    for at in nodes:
        n_known = len(known_fans[at][0]) if at in known_fans else 0
        key = (*look, following.get(at), n_known, at in places.table)
        if at not in rays or rays[at][0] != key:
            rays[at] = key, _fan_of(run, places, settings, at, following.get(at), ends_of)
        made = rays[at][1]
        if made is not None:
            parts.append(made)
        if made is None or _is_short(run, places, settings, at):
            wanted.append(at)
    if not parts:
        return NO_FAN, tuple(wanted)
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    nodes_of, ids, start, end, probs, taken = columns
    return Fan(nodes_of, ids, start, end, probs, taken, nodes_of == node), tuple(wanted)


def _is_short(run: Run, places: Places, settings: Settings, node: int) -> bool:
    """Whether a space of states knows fewer ends of this fan than are to be shown."""
    known = places.state.fans.get(places.state.layout.key, {}).get(node)
    return known is not None and len(known[0]) < min(settings.fan_k, len(run.nodes[node].next_ids))


Ends = Callable[[Run, Places, int, I32, int | None], "tuple[I32, F32] | None"]


def _fan_of(
    run: Run, places: Places, settings: Settings, node: int, child: int | None, ends_of: Ends
) -> tuple[Any, ...] | None:
    """One node's rays, the first six columns of a `Fan`; None where their ends must be asked for."""
    record, start = run.nodes[node], places.of_node(node)
    k = min(settings.fan_k, len(record.next_ids))
    keep = record.next_probs[:k] >= settings.fan_cutoff
    ids, probs = record.next_ids[:k][keep], record.next_probs[:k][keep]
    taken = run.nodes[child].token_id if child is not None else -1
    if child is not None and taken not in ids:
        ids = np.append(ids, np.int32(taken)).astype(np.int32)
        probs = np.append(probs, np.float32(2.0 ** -run.nodes[child].surprisal)).astype(np.float32)
    if start is None:
        return None
    found = ends_of(run, places, node, ids, child)
    if found is None:
        return None
    here, ends = found
    probs = probs[np.isin(ids, here)]
    n = len(here)
    return np.full(n, node, np.int32), here, np.repeat(start[0][None], n, axis=0), ends, probs, here == taken


def _token_ends(run: Run, places: Places, node: int, ids: I32, child: int | None) -> tuple[I32, F32] | None:
    """In a space of tokens a ray ends on its token."""
    ids = ids[ids < len(places.points)]
    return ids, places.of_tokens(ids)


def _state_ends(run: Run, places: Places, node: int, ids: I32, child: int | None) -> tuple[I32, F32] | None:
    """In a space of states a ray ends where the state after that token truly lies."""
    known = places.state.fans.get(places.state.layout.key, {}).get(node)
    if known is None:
        return None
    where = {int(token): row for row, token in enumerate(known[0])}
    ends = places.placed(known[1])
    table = {token: ends[row] for token, row in where.items()}
    if child is not None and (at := places.of_node(child)) is not None:
        table[run.nodes[child].token_id] = at[0]
    here = np.array([token for token in ids if int(token) in table], np.int32)
    return here, np.stack([table[int(token)] for token in here]) if len(here) else _NONE3


def _position(run: Run, ui: UiState) -> int | None:
    if not len(run):
        return None
    return len(run) - 1 if ui.position is None else min(max(ui.position, 0), len(run) - 1)


def _index_of(nodes: I32, node: int) -> int:
    found = np.flatnonzero(nodes == node)
    return int(found[0]) if len(found) else -1


def _landmarks(vocabulary: Vocabulary | None, points: F32, background: Background) -> Indices:
    if vocabulary is None:
        return _NO_INDICES
    return landmarks(points, background.token_ids, vocabulary.data, vocabulary.offsets, vocabulary.kinds)


def _wants_distribution(run: Run, settings: Settings, node: int, summed: bool) -> bool:
    has = run.distribution is not None and run.distribution[0] == node
    return (summed or settings.colour == "probability") and node >= 0 and not has
