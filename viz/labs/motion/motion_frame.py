"""What the view of the current run's motion shows, computed from the run's records. Pure numpy, grows with the run.

The table of distances is kept and grown by a row for each new token; everything else is a look at it
(`engine.labs.motion.records`). A run of thousands of tokens is measured over its last ones.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.labs.motion.questions import AskFans, AskNormed, AskScales, Fans, Normed, Scales
from engine.labs.motion.records import F64, Steps, grown, left_out_of, mean, shuffled, steps_of, walks
from engine.questions import Question, Refused
from engine.records import F32, Bools, Space, Vocabulary
from engine.run import Run
from viz.labs.motion.row_choice import row_of, space_of
from viz.map.data.algorithms import NAMES
from viz.ui_state import UiState

MOST, BLOCK = 600, 200  # positions measured, and how many the first of them goes on by
MEASURES = ("length", "turn", "curvature", "from_start", "entropy", "fan_cosine", "fan_length", "fan_turn")
FAN_MEASURES = MEASURES[5:]
OPENINGS = 320  # tokens of the bundled openings, about


@dataclass(frozen=True)
class Column:
    """One measure in the full space or on the map. Arrays are empty where it is not known."""

    values: F64  # [T]
    control: F64  # [T] shuffled order: the mean of many; for fans mixed candidates
    low: F64  # [T] 2.5 % of shuffled orders
    high: F64  # [T] 97.5 %
    second: F64  # [T] random walk; for fans random tokens of about the same frequency
    third: F64  # [T] for fans the whole fan of another step
    distances: F32  # [T, T]
    own: float  # mean of `values`
    by_chance: float
    by_chance_low: float  # 95 % of shuffled orders, of the mean
    by_chance_high: float
    by_second: float
    by_third: float
    dimensions: int


NONE = np.empty(0)
NAN = float("nan")
EMPTY = Column(
    NONE, NONE, NONE, NONE, NONE, NONE, np.empty((0, 0), np.float32), NAN, NAN, NAN, NAN, NAN, NAN, 0
)  # fmt: skip


@dataclass(frozen=True)
class MotionFrame:
    """The measure along the path, and what there is to say of it."""

    n: int  # positions of the run
    first: int  # the first position measured
    measure: str
    row: int
    layers: int
    full: Column
    flat: Column
    left_out: tuple[int, ...]  # positions
    n_still: int  # steps of length 0
    scale: str  # "sample", "own" or "none"
    n_scale: int  # states that the scale is of
    map_name: str  # algorithm of the map's layout; "" where there is none
    token_ids: tuple[int, ...]
    vocabulary: Vocabulary | None
    position: int
    lacks: str  # "" , "states", "norm", "fans": what has to be computed by the model first
    refused: str
    fans_to: int  # positions with a fan
    has_model: bool
    playing: bool
    asks: tuple[Question, ...] = ()
    fans: Question | None = None  # asked by a person
    scales: Question | None = None  # likewise: it reads texts
    scales_refused: str = ""  # why they were not read
    scales_seconds: float = 0.0  # what that takes at the pace of the texts read before; 0 where none were


@dataclass
class Grown:
    """Distances of the last path, to be grown."""

    key: tuple[Any, ...] = ()
    nodes: tuple[int, ...] = ()
    table: F64 = field(default_factory=lambda: np.empty((0, 0)))
    shown: F32 = field(default_factory=lambda: np.empty((0, 0), np.float32))

    def follow(self, key: tuple[Any, ...], nodes: tuple[int, ...], points: F64) -> None:
        """Become the table of `points` [T, D] of `nodes`; what was known under the same key is kept."""
        same = 0
        if key == self.key:
            while same < min(len(nodes), len(self.nodes)) and nodes[same] == self.nodes[same]:
                same += 1
            if same == len(nodes) == len(self.nodes):
                return
        self.table = grown(self.table[:same, :same], points)
        self.shown = self.table.astype(np.float32)
        self.key, self.nodes = key, nodes


class _Kept:
    """Of one run: the tables, and the last measure of each."""

    def __init__(self) -> None:
        self.tables = {"full": Grown(), "flat": Grown()}
        self.columns: dict[str, tuple[tuple[Any, ...], Column]] = {}


_kept: weakref.WeakKeyDictionary[Run, _Kept] = weakref.WeakKeyDictionary()


def motion_frame(run: Run, ui: UiState, state: str, measure: str, leave_out: bool) -> MotionFrame:
    """The frame of the run as it is."""
    n, info = len(run), run.info
    resid = run.at(n - 1).resid if n else None
    rows = len(resid) if resid is not None else 0
    layers = info.n_layers if info is not None else max(rows - 1, 0)
    row = row_of(state, ui, info, rows)
    first = 0 if n <= MOST else -(-(n - MOST) // BLOCK) * BLOCK
    nodes = tuple(run.path[first:])
    may = run.run_id > 0 and not ui.playing and info is not None and info.why_missing("resid") is None
    scales = _finding(run, AskScales(), Scales)
    states, lacks, asked = _states(run, nodes, row, layers, first)
    asks: list[Question] = []
    refused = ""
    if lacks == "norm" and n:
        asks.append(AskNormed(run.path[-1]))
        refused = _refusal(run, asks[-1])
    left_out = _left_out(states, row, first, scales, leave_out)
    standard, scale, n_scale = _standardised(states, row, scales, left_out)
    places, map_name, off_map = _places(run, nodes, row, layers)
    kept = _kept.setdefault(run, _Kept())
    shared = (run.run_id, row, leave_out, first)
    full = flat = EMPTY
    fans = _fans(run, row, layers)
    question = AskFans(run.path[-1], row, space_of(row, layers) if map_name else None) if n else None
    entropy = run.entropy[first:].astype(np.float64) if n else NONE
    if len(states):
        own_scale = scale == "own"
        key = (*shared, id(scales), len(nodes) if own_scale else 0, asked)
        full = _column(kept, "full", key, nodes, _holes(standard, left_out), measure, entropy, fans, first)
    if len(places):
        on_map = (*shared, map_name, id(run.maps[_space_in(run, row, layers)].layout))
        known = np.asarray(np.isfinite(places).all(axis=1))
        out = left_out | off_map if len(left_out) == len(off_map) and leave_out else ~known
        flat = _column(
            kept, "flat", (*on_map, known.tobytes()), nodes, _holes(places, out), measure, entropy, fans, first
        )
    if measure in FAN_MEASURES:
        refused = refused or (_refusal(run, question) if question is not None else "")
        lacks = lacks or ("" if fans is not None else "fans")
    return MotionFrame(
        n, first, measure, row, layers, full, flat,
        tuple((np.flatnonzero(left_out) + first).tolist()), int((full.values == 0).sum()) if measure == "length"
        else int((np.diagonal(kept.tables["full"].table, 1) == 0).sum()) if len(states) > 1 else 0,
        scale, n_scale, map_name, tuple(run.nodes[node].token_id for node in nodes), run.vocabulary,
        n - 1 if ui.position is None else min(ui.position, n - 1), lacks, refused,
        len(fans[0].cosine[0]) if fans is not None else 0, info is not None, ui.playing,
        tuple(asks) if may else (), question if may and measure in FAN_MEASURES else None,
        AskScales() if may and n > 1 and scales is None else None, _refusal(run, AskScales()), OPENINGS * _pace(run),
    )  # fmt: skip


def _pace(run: Run) -> float:
    """Seconds a token of a text took that was read for a map; 0 where none was."""
    read = [state.background for state in run.maps.values() if state.background.read_seconds > 0]
    return read[-1].read_seconds / max(len(read[-1].token_ids), 1) if read else 0.0


def _finding(run: Run, question: Question, kind: type) -> Any:
    found = run.findings.get(question)
    return found if isinstance(found, kind) else None


def _refusal(run: Run, question: Question) -> str:
    found = run.findings.get(question)
    return found.sentence if isinstance(found, Refused) else ""


def _states(run: Run, nodes: tuple[int, ...], row: int, layers: int, first: int) -> tuple[F32, str, int]:
    """[T, D] states of nodes as far as they are known, what is lacking, and which finding they are of."""
    none = np.empty((0, 0), np.float32)
    if not nodes:
        return none, "", 0
    if row <= layers:
        rows = [run.nodes[node].resid for node in nodes]
        known = [it[row] for it in rows if it is not None and row < len(it)]
        return (np.stack(known), "", 0) if len(known) == len(nodes) else (none, "states", 0)
    path = list(run.path)
    best: tuple[int, Normed | None] = (0, None)
    for found in run.findings.values():
        if isinstance(found, Normed):
            count = len(found.states)
            if count <= len(path) and count > best[0] and path[count - 1] == found.node:
                best = (count, found)
    if best[1] is None or best[0] < len(path):
        return none, "norm", 0  # a part would be measured as if it were the whole
    return best[1].states[first:], "", best[1].node + 1


def _left_out(states: F32, row: int, first: int, scales: Scales | None, leave_out: bool) -> Bools:
    if not leave_out or not len(states):
        return np.zeros(len(states), bool)
    longest = float("nan")
    if scales is not None and row < len(scales.longest) and states.shape[1] == scales.mean.shape[1]:
        longest = float(scales.longest[row])
    out = left_out_of(states, row > 0, longest)
    if first and row:
        out[0] = bool(np.linalg.norm(states[0]) > longest)  # it is no position 0
    return out


def _standardised(states: F32, row: int, scales: Scales | None, left_out: Bools) -> tuple[F64, str, int]:
    """[T, D] standardised over the openings, else over the run's own states, else as they are; and which it was."""
    wide = states.astype(np.float64)
    if not len(states):
        return wide, "none", 0
    if scales is not None and row < len(scales.mean) and scales.mean.shape[1] == states.shape[1]:
        return (wide - scales.mean[row]) / scales.spread[row], "sample", scales.n_states
    inside = wide[~left_out]
    if len(inside) < 3:
        return wide, "none", 0
    spread = inside.std(axis=0)
    return (wide - inside.mean(axis=0)) / np.where(spread > 0, spread, 1), "own", len(inside)


def _holes(points: F64, left_out: Bools) -> F64:
    made = points.astype(np.float64)
    made[left_out] = np.nan
    return made


def _space_in(run: Run, row: int, layers: int) -> Space:
    space = space_of(row, layers)
    return space if space in run.maps or row else Space("resid", 0)  # type: ignore[return-value]


def _places(run: Run, nodes: tuple[int, ...], row: int, layers: int) -> tuple[F64, str, Bools]:
    """[T, 3] places on the map of these states, NaN where a node has none; the layout's name, and who is left out."""
    nothing = (np.empty((0, 3)), "", np.zeros(0, bool))
    if row > layers or not nodes:
        return nothing
    space = _space_in(run, row, layers)
    state = run.maps.get(space)
    if state is None:
        return nothing
    table = state.nodes.get(state.layout.key, {})
    places, out = np.full((len(nodes), 3), np.nan), np.zeros(len(nodes), bool)
    for at, node in enumerate(nodes):
        entry, token = table.get(node), run.nodes[node].token_id
        if entry is not None:
            places[at], out[at] = entry[0], entry[4]
        elif space.kind != "resid" and token < len(state.layout.points3):
            places[at] = state.layout.points3[token]
    if not np.isfinite(places).any():
        return nothing
    return places, NAMES[state.layout.algorithm], out


def _fans(run: Run, row: int, layers: int) -> tuple[Fans, int] | None:
    """The finding that covers most of the path."""
    position_of = {node: at for at, node in enumerate(run.path)}
    best: tuple[Fans, int] | None = None
    for question, found in run.findings.items():
        if isinstance(question, AskFans) and isinstance(found, Fans) and question.row == row:
            at = position_of.get(found.node, -1)
            if at >= 0 and (best is None or at >= best[1]):
                best = found, at
    return best


def _column(
    kept: _Kept, which: str, key: tuple[Any, ...], nodes: tuple[int, ...], points: F64, measure: str, entropy: F64,
    fans: tuple[Fans, int] | None, first: int,
) -> Column:  # fmt: skip
    """The measure in one space, from the table of distances, which is grown by what is new."""
    table = kept.tables[which]
    table.follow(key, nodes, points)
    at = (key, nodes, measure, id(fans[0]) if fans is not None else 0)
    known = kept.columns.get(which)
    if known is not None and known[0] == at:
        return known[1]
    index = 0 if which == "full" else 1
    if measure in FAN_MEASURES:
        made = _fan_column(fans, index, measure, table, points.shape[1], first)
    else:
        made = _path_column(table, measure, points.shape[1], entropy)
    kept.columns[which] = (at, made)
    return made


def _path_column(table: Grown, measure: str, dimensions: int, entropy: F64) -> Column:
    distances = table.table
    n = len(distances)
    known = np.flatnonzero(np.isfinite(np.diagonal(distances)))
    orders = shuffled(known, n)
    own = steps_of(distances)
    second = np.full(n, np.nan)
    by_second = NAN
    if measure == "entropy":
        values, others = np.where(np.isfinite(np.diagonal(distances)), entropy, np.nan), entropy[orders]
    else:
        values, others = _of(own, measure), _of(steps_of(distances, orders), measure)
        if measure != "length":
            walk = _of(walks(own.length, dimensions), measure)
            second, by_second = mean(walk.T), float(mean(mean(walk)))
    low, high = _percentiles(others)
    means = mean(others)
    means = means[np.isfinite(means)]
    ends = np.percentile(means, (2.5, 97.5)) if len(means) else (np.nan, np.nan)
    by_chance = float(means.mean()) if len(means) else NAN
    return Column(
        values, mean(others.T), low, high, second, np.full(n, np.nan), table.shown, float(mean(values)), by_chance,
        float(ends[0]), float(ends[1]), by_second, NAN, dimensions,
    )  # fmt: skip


def _of(steps: Steps, measure: str) -> F64:
    found: F64 = getattr(steps, measure)
    return found


def _percentiles(rows: F64) -> tuple[F64, F64]:
    """2.5 and 97.5 % of what is known over the first axis of [S, T], by the nearest rank; NaN of fewer than 20."""
    ordered = np.sort(rows, axis=0)  # NaN last
    known = np.isfinite(rows).sum(axis=0)
    columns = np.arange(rows.shape[1])

    def rank(share: float) -> F64:
        at = np.round(share * np.maximum(known - 1, 0)).astype(np.int64)
        return np.where(known >= 20, ordered[at, columns], np.nan)

    return rank(0.025), rank(0.975)


def _fan_column(
    fans: tuple[Fans, int] | None, index: int, measure: str, table: Grown, dimensions: int, first: int
) -> Column:  # fmt: skip
    n = len(table.table)
    if fans is None:
        empty = np.full(n, np.nan)
        return Column(
            empty, empty, empty, empty, empty, empty, table.shown, NAN, NAN, NAN, NAN, NAN, NAN, dimensions
        )  # fmt: skip
    found = fans[0]
    if measure == "fan_turn":
        values, low, high = found.turn[index], found.turn_low[index], found.turn_high[index]
        middle = (low + high) / 2
        empty = np.full(len(values), np.nan)
        return Column(
            values, middle, low, high, empty, empty, table.shown, float(values[0]), float(middle[0]), float(low[0]),
            float(high[0]), NAN, NAN, dimensions,
        )  # fmt: skip
    names = {
        "fan_cosine": ("cosine", "cosine_mixed", "cosine_random", ""),
        "fan_length": ("length", "length_mixed", "length_random", "length_other"),
    }[measure]
    columns = [np.full(n, np.nan) for _ in names]
    for column, name in zip(columns, names, strict=True):
        if name:
            part = getattr(found, name)[index][first : first + n]
            column[: len(part)] = part
    own, mixed, other, whole = columns
    empty = np.full(n, np.nan)
    return Column(
        own, mixed, empty, empty, other, whole, table.shown, float(mean(own)), float(mean(mixed)), NAN, NAN,
        float(mean(other)), float(mean(whole)), dimensions,
    )  # fmt: skip
