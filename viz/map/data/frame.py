"""Everything the meaning space shows, as arrays in the standard pose, computed from (run, ui) without Qt.

The background, its colours and its landmarks are remembered by the identity of the arrays they come from, so they are
the same objects from frame to frame; the path and the fans are computed anew, which costs what they are long.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np

from engine.records import (
    F32,
    I32,
    Background,
    FitCost,
    FitJob,
    Layout,
    Neighbours,
    Sampling,
    Space,
    UmapParams,
    Vocabulary,
)
from engine.run import MapState, Run
from viz.ahead import Limits, tree_of
from viz.branches import compared
from viz.looked_at import position_of
from viz.map.data import own_points
from viz.map.data.ahead import NO_LINES, AheadLines, ahead_lines
from viz.map.data.along import AlongReading, along_of
from viz.map.data.analogy import AnalogyArrows, analogy_on
from viz.map.data.beside import NO_BESIDE, Beside, beside_on
from viz.map.data.clusters import ClusterReading, clusters_of
from viz.map.data.colouring import Colouring, colouring
from viz.map.data.fans import NO_FAN, Fan, fans, fans_known
from viz.map.data.framing import Pose
from viz.map.data.further import NO_FURTHER, Further
from viz.map.data.kept import Kept
from viz.map.data.landmarks import Indices, landmarks, named, regions
from viz.map.data.losses import LossReading, loss_of
from viz.map.data.move import Move, move_of
from viz.map.data.near import neighbours_of
from viz.map.data.neighbour_lines import NO_LINES as NO_NEIGHBOUR_LINES
from viz.map.data.neighbour_lines import NeighbourLines, neighbour_lines
from viz.map.data.path import NO_BRANCHES, NO_PATH, Branches, Path, active_path, left_branches
from viz.map.data.path_line import (
    MEAN,
    NO_LINE,
    PathLine,
    PathValues,
    last_of,
    path_line,
    path_values,
    that_leave,
)
from viz.map.data.paths import NO_TEXT, OwnText, further_on, own_text
from viz.map.data.places import Places
from viz.map.data.second import ONE, second_of
from viz.map.data.selected import Selected, selected_of
from viz.map.data.selection_table import Distances, known_distances
from viz.map.data.settings import Settings
from viz.map.data.slide import Moved, aligned, moved_from, posed_along, shown_space
from viz.map.data.table_fan import TableRays, table_rays
from viz.map.data.trajectory import NO_TRAJECTORY, Trajectory, trajectory_of
from viz.shown_paths import Single
from viz.ui_state import UiState

_NONE3 = np.zeros((0, 3), np.float32)
_NO_INDICES = np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class MapFrame:
    """What is painted. Without a map (`layout` None) only the settings count."""

    settings: Settings
    space: Space  # that is shown
    wanted: Space  # that is to be shown as soon as it is there
    run_id: int
    vocabulary: Vocabulary | None
    background: Background | None = None
    layout: Layout | None = None
    layouts: tuple[Layout, ...] = ()
    fit_costs: Mapping[tuple[FitJob, UmapParams], FitCost] = field(default_factory=dict)  # that are known
    moved: Moved | None = None  # from the layer before that was laid out together with this one
    n_layers: int = 0
    d_model: int = 0
    orphaned: bool = False  # the run is there, but no engine holds it
    tied: bool = False  # the unembedding is the embedding
    pose: Pose | None = None
    points: F32 = field(default_factory=lambda: _NONE3)  # [N, 3]
    colours: Colouring | None = None
    clusters: ClusterReading | None = None  # where the colours show them
    direction: AlongReading | None = None  # where the colours show one
    losses: LossReading | None = None  # where the colours show what the picture loses or invents
    landmarks: Indices = field(default_factory=lambda: _NO_INDICES)
    regions: F32 = field(default_factory=lambda: _NONE3)  # [K, 3] middles of the kinds of text, in spaces of states
    path: Path = NO_PATH
    line: PathLine = NO_LINE  # that is drawn for the path
    path_values: PathValues | None = None  # what colours it
    path_length: int = 0  # tokens of the whole path, of which `path` may be the last
    n_unplaced: int = 0  # tokens of the run that the engine has not placed into this layout
    current: int = -1  # index into path
    node: int = -1  # looked at
    fan: Fan = NO_FAN
    ahead: AheadLines = NO_LINES  # the look-ahead tree, in place of the current fan
    branches: Branches = NO_BRANCHES
    beside: Beside = NO_BESIDE  # the branch that is compared
    further: Further = NO_FURTHER  # other texts, and bundles of samples
    own: OwnText = NO_TEXT  # the run's
    single: Single | None = None  # the one of them that is singled out
    wanted_fans: tuple[int, ...] = ()  # resid spaces: nodes whose true next states are not here yet
    wants_distribution: bool = False
    drawn: Sampling | None = None  # what the rays' chances of being drawn follow from; None: they are probabilities
    drawn_exact: bool = False  # whether those of the position looked at are exact; of others they are estimated
    hover_token: int | None = None
    hover_node: int | None = None
    selection: tuple[int, ...] = ()
    neighbours: Neighbours | None = None
    neighbour_lines: NeighbourLines = NO_NEIGHBOUR_LINES
    trajectory: Trajectory = NO_TRAJECTORY  # through the layers, of the position looked at
    move: Move | None = None  # what the interventions do here
    analogy: AnalogyArrows | None = None
    table_rays: TableRays | None = None  # the fan of a table, beside that of the model
    distances: tuple[Distances, ...] = ()  # in all dimensions, of what was selected, for its export
    selected: Selected | None = None  # what several selected points are
    hover_point: int | None = None  # background point under the pointer
    second: MapFrame | None = None  # another layout of the same, shown beside this one
    is_second: bool = False  # what the first one says of space and run is not said again
    says_colours: bool = True  # False: the first map's legend says it for both
    at_rest: MapFrame | None = None  # that this one is on its way to
    own_spaces: tuple[tuple[Space, str], ...] = ()  # of laboratories, that are there, with what their points are
    lacking: str = ""  # the algorithm (of `viz.map.data.second`) by which there is no second layout

    @property
    def is_vocabulary(self) -> bool:
        """Whether background point i is token i."""
        return self.space.is_vocabulary


def map_frame(run: Run, ui: UiState, settings: Settings) -> MapFrame:
    """The frame of the space that `ui` shows, or of a layer near it that stands in until it is there."""
    wanted, own_spaces = ui.space, own_points.opened(run)
    if wanted.kind == "points":
        run, ui = own_points.run_of(run, ui), own_points.without_run(ui)
    ui = replace(ui, space=shown_space(run, wanted))
    state = run.maps.get(ui.space)
    common = _common(run, ui, settings) | {"wanted": wanted, "own_spaces": own_spaces}
    if state is not None and state.background.width:
        common["d_model"] = state.background.width
    if state is None or not state.layouts:
        return MapFrame(**common)
    pose, points = posed_along(run, ui.space, state.layout, settings.flat)
    first = _laid_out(run, ui, settings, state, (pose, points), common)
    if settings.second == ONE:
        return first
    second = _second(run, ui, settings, state, points, common)
    return replace(first, second=replace(second, says_colours=not _same_colours(first.colours, second.colours)))


def _same_colours(one: Colouring | None, other: Colouring | None) -> bool:
    """Whether two maps are coloured alike, point by point."""
    if one is None or other is None:
        return False
    return (one.by, one.codes is other.codes, one.values is other.values) == (other.by, True, True)


def _second(
    run: Run, ui: UiState, settings: Settings, state: MapState, onto: F32, common: dict[str, Any]
) -> MapFrame:  # fmt: skip
    """The frame of the second layout, turned as a whole onto the points [N, 3] of the first; one without a layout where
    there is none by that algorithm."""
    layout = second_of(state, settings.second)
    if layout is None:
        return MapFrame(**common, lacking=settings.second)
    index = next(i for i, known in enumerate(state.layouts) if known.key == layout.key)
    beside = MapState(state.background, state.layouts, index, state.nodes, state.fans)
    left_out = state.background.left_out
    posed = aligned(layout.points2 if settings.flat else layout.points3, onto, left_out, left_out)
    return _laid_out(run, ui, settings, beside, posed, common | {"is_second": True}, second=True)


def _laid_out(
    run: Run, ui: UiState, settings: Settings, state: MapState, posed: tuple[Pose, F32], common: dict[str, Any],
    second: bool = False,
) -> MapFrame:  # fmt: skip
    """The frame of the layout that a state shows, `posed` as its pose and its points [N, 3] in that."""
    layout, background = state.layout, state.background
    pose, points = posed
    places = Places(run, state, settings.flat, pose, points, second)
    position = position_of(run, ui)
    node = run.path[position] if position >= 0 else -1
    summed = len(ui.selection) > 1 and background.texts is None and background.names is None
    measured = "" if background.names is not None else settings.colour  # of a model's maps alone
    losses = loss_of(run, layout, measured, settings.loss_k, settings.flat, not ui.playing)
    clusters = clusters_of(run, layout, measured, settings.cluster_level, settings.flat, not ui.playing)
    direction = along_of(run, ui, measured, not ui.playing)
    return MapFrame(
        **common,
        **_of_run(run, ui, settings, places, node, second),
        background=background,
        layout=layout,
        layouts=tuple(state.layouts),
        moved=moved_from(run, ui.space, layout, settings.flat),
        pose=pose,
        points=points,
        colours=colouring(settings.colour, background, run, node, losses, clusters, direction),
        direction=direction,
        clusters=clusters,
        losses=losses,
        landmarks=_landmarks(run.vocabulary, points, background),
        regions=_regions(points, background),
        node=node,
        wants_distribution=_wants_distribution(run, settings, node, summed),
        drawn=run.sampling if settings.fan_drawn else None,
        drawn_exact=run.distribution is not None and run.distribution[0] == node,
        single=ui.single,
        selection=ui.selection,
        neighbours=neighbours_of(run, ui.space, ui.selection, points, background.left_out),
        analogy=places.kept.get(
            "analogy",
            (run.changed, ui.analogy, ui.playing, layout.key, settings.flat, id(points)),
            lambda: analogy_on(run, ui, places, not ui.playing),
        ),
        table_rays=places.kept.get(
            "table rays",
            (run.changed, node, settings.table_fan, settings.fan_k, ui.playing, layout.key, settings.flat, id(points)),
            lambda: table_rays(run, places, node, settings.table_fan, settings.fan_k, not ui.playing),
        ),
        distances=known_distances(run),
        neighbour_lines=_neighbour_lines(run, ui, settings, points, background),
        move=move_of(run, ui, layout, points, places.placed),
    )


def _of_run(
    run: Run, ui: UiState, settings: Settings, places: Places, node: int, second: bool
) -> dict[str, Any]:  # fmt: skip
    """What is kept for the run until something that it depends on changes: a hover makes none of it anew."""
    kept, layout, background = places.kept, places.state.layout, places.state.background
    beside = layout.key if second else ""
    of_nodes = (run.changed, len(run.nodes), run.prompt_tokens, layout.key, settings.flat, len(places.table))
    here = (*of_nodes, id(places.points), run.current)
    every = kept.get("path", here, lambda: active_path(run, places))
    n = settings.last_n
    path = kept.get("last", (every, n, node if n else -1), lambda: last_of(every, n, node))
    drawn = (path, settings.path_line, settings.path_window)
    line = kept.get("line", drawn, lambda: path_line(path, settings.path_line, settings.path_window, run.vocabulary))
    colour = settings.path_colour
    values = kept.get("values", (path, colour), lambda: path_values(path, colour))
    as_drawn = (settings.fan_drawn and run.sampling, run.distribution is not None and run.distribution[0])
    known = fans_known(places.state, layout.key, node)
    asked = (settings.fans, settings.fan_k, settings.fan_cutoff, as_drawn, node, *known)
    fan, wanted = kept.get("fan", (*here, *asked), lambda: fans(run, places, settings, node))
    if path is not every:
        fan, wanted = kept.get("fan shown", (fan, wanted, path), lambda: _fans_of(fan, wanted, path))
    looks = (*here, run.run_id, node, ui.space, Limits.of(ui), ui.pins, ui.playing)
    ahead = (
        kept.get("ahead", looks, lambda: ahead_lines(tree_of(run, ui, node, beside), places))
        if settings.ahead
        else NO_LINES
    )
    if settings.ahead:
        fan, wanted = kept.get("other fans", (fan, wanted, node), lambda: _without(fan, wanted, node))
    left = kept.get("branches", here, lambda: left_branches(run, places))
    branches = left if path is every else kept.get("near", (left, path), lambda: _leaving(run, left, path))
    other = compared(run, ui)
    of_other = (*here, None if other is None else (other.leaf, other.name, other.current_name))
    window = settings.path_window if settings.path_line == MEAN else 0
    of_further = (*here, run.run_id, ui.space, ui.playing, ui.paths, window)
    through = kept.get(
        "trajectory",
        (*here, node, ui.playing, settings.way),
        lambda: trajectory_of(run, ui.space, layout, places.pose, settings.flat, node, ui.playing),
    )
    known_all = run.distribution is not None and run.distribution[0] == node
    choice = (run.changed, len(run.nodes), ui.space, node, known_all, ui.selection)
    return {
        "path": path,
        "line": line,
        "path_values": values,
        "path_length": len(every),
        "n_unplaced": len(run.nodes) - len(places.table),
        "current": _index_of(path.nodes, node),
        "fan": fan,
        "wanted_fans": wanted,
        "ahead": ahead,
        "branches": branches if settings.branches else NO_BRANCHES,
        "beside": kept.get("beside", of_other, lambda: beside_on(run, places, other)),
        "further": kept.get("further", of_further, lambda: further_on(run, ui, places, window))
        if ui.paths
        else NO_FURTHER,
        "trajectory": through if settings.way else NO_TRAJECTORY,
        "selected": kept.get("selected", choice, lambda: selected_of(run, background, ui.selection, node)),
    }


def _common(run: Run, ui: UiState, settings: Settings) -> dict[str, Any]:
    """What a frame says also where there is no map yet."""
    return {
        "settings": settings,
        "space": ui.space,
        "run_id": run.run_id,
        "vocabulary": run.vocabulary,
        "n_layers": run.info.n_layers if run.info else 0,
        "d_model": run.info.d_model if run.info else 0,
        "orphaned": len(run) > 0 and run.run_id == 0,
        "fit_costs": dict(run.fit_costs),
        "tied": run.info is not None and run.info.tied_embeddings,
        "own": Kept.of(run).get("own", _key_of_text(run, ui), lambda: own_text(run, ui)),
        "hover_token": ui.hover_token,
        "hover_node": ui.hover_node,
        "hover_point": ui.hover_point,
    }


def _key_of_text(run: Run, ui: UiState) -> tuple[Any, ...]:
    return len(run.nodes), run.current, run.changed, run.vocabulary is None, ui.plan


def _fans_of(fan: Fan, wanted: tuple[int, ...], path: Path) -> tuple[Fan, tuple[int, ...]]:
    """The fans of what is shown of the path."""
    shown = np.isin(fan.nodes, path.nodes)
    nodes = set(path.nodes.tolist())
    kept = fan if shown.all() else Fan(*(getattr(fan, column.name)[shown] for column in fields(Fan)))
    return kept, tuple(node for node in wanted if node in nodes)


def _without(fan: Fan, wanted: tuple[int, ...], node: int) -> tuple[Fan, tuple[int, ...]]:
    """The fans of all nodes but one."""
    others = Fan(*(getattr(fan, column.name)[~fan.current] for column in fields(Fan)))
    return others, tuple(other for other in wanted if other != node)


def _leaving(run: Run, branches: Branches, path: Path) -> Branches:
    parents = {node: run.nodes[node].parent for node in branches.nodes.tolist()}
    return that_leave(branches, parents, path.nodes)


def _index_of(nodes: I32, node: int) -> int:
    found = np.flatnonzero(nodes == node)
    return int(found[0]) if len(found) else -1


def _neighbour_lines(run: Run, ui: UiState, settings: Settings, points: F32, background: Background) -> NeighbourLines:
    if not settings.true_lines or background.names is not None:
        return NO_NEIGHBOUR_LINES
    point = ui.hover_token if background.positions is None and ui.hover_token is not None else ui.hover_point
    return neighbour_lines(run, ui.space, point, ui.selection, points, background.left_out, not ui.playing)


def _regions(points: F32, background: Background) -> F32:
    if background.groups:
        return regions(points, own_points.codes_of(background))
    return _NONE3 if background.texts is None else regions(points, background.texts)


def _landmarks(vocabulary: Vocabulary | None, points: F32, background: Background) -> Indices:
    if vocabulary is None or background.groups:
        return _NO_INDICES
    if background.names is not None:
        return named(points)
    return landmarks(points, background.token_ids, vocabulary.data, vocabulary.offsets, vocabulary.kinds)


def _wants_distribution(run: Run, settings: Settings, node: int, summed: bool) -> bool:
    has = run.distribution is not None and run.distribution[0] == node
    drawn = settings.fan_drawn and settings.fans != "none"
    return (summed or drawn or settings.colour == "probability") and node >= 0 and not has
