"""How alike the states of the repeated words are, layer by layer, and where they lie: numbers of panels 6 and 8."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from engine.labs.hello_bye.records import HelloByeFound
from engine.records import EMBEDDING, F32, Space
from engine.run import Run
from viz.labs.hello_bye import facts
from viz.labs.hello_bye.same import Same

BINS = 160  # of the map's background, a side
FRAMED = 1.0  # per cent of the map's points left outside on each side


@dataclass(frozen=True)
class Alike:
    """Cosines after block `layer`, and what they come to at every layer."""

    layer: int
    table: F32  # [T, T] after the block
    means: tuple[facts.Likeness, ...]  # [L+1] row 0 of resid first
    curves: F32  # [3, L+1] the same: within the first word, within the second, between them
    low: float  # lowest cosine anywhere: where the colours begin


@dataclass(frozen=True)
class MapPath:
    """The sequence on a map."""

    points: F32  # [T, 2]; NaN for states that the map leaves out (giants)
    ground: F32  # [BINS, BINS] how many of the map's points lie there, y upwards
    frame: tuple[float, float, float, float]  # left, bottom, width, height in the map's units
    kept: float  # share of true neighbours the 2D map keeps
    of_states: bool  # whether the map is one of states, not of the vocabulary


@dataclass(frozen=True)
class PlanePath:
    """The states after block `layer` in their own plane."""

    layer: int
    plane: facts.Plane

    @property
    def points(self) -> F32:
        """[T, 2], NaN at position 0."""
        return self.plane.points


def alike(found: HelloByeFound, layer: int) -> Alike | None:
    """Panel 6 after block `layer`; None without states."""
    return None if found.resid is None else _alike(Same(found), layer)


@functools.lru_cache(maxsize=64)
def _alike(held: Same[HelloByeFound], layer: int) -> Alike:
    found = held.value
    tables, low = _tables(held)
    means = tuple(facts.likeness(table, found) for table in tables)
    curves = np.array([[it.first, it.second, it.between] for it in means], np.float32).T
    return Alike(layer, tables[layer + 1], means, curves, low)


@functools.lru_cache(maxsize=8)
def _tables(held: Same[HelloByeFound]) -> tuple[tuple[F32, ...], float]:
    """[L+1] cosines [T, T], and the lowest of all."""
    resid = held.value.resid
    if resid is None:
        return (), 0.0
    tables = tuple(facts.cosines(resid[:, row]) for row in range(resid.shape[1]))
    return tables, min(float(np.nanmin(table)) for table in tables)


def plane_path(found: HelloByeFound, layer: int) -> PlanePath | None:
    """Panel 8, the states after block `layer`; None without states."""
    return None if found.resid is None else _plane(Same(found), layer)


@functools.lru_cache(maxsize=64)
def _plane(held: Same[HelloByeFound], layer: int) -> PlanePath | None:
    found = held.value
    if found.resid is None:
        return None
    return PlanePath(layer, facts.plane(found.resid[:, layer + 1], found))


def map_path(run: Run, found: HelloByeFound, nodes: tuple[int, ...], space: Space) -> MapPath | None:
    """Panel 8 on the map that is shown: of states where the run (`nodes`) is the sequence, else of the vocabulary.

    None where there is no such map, or it is another model's.
    """
    state = run.maps.get(space)
    if state is not None and space.kind == "resid":
        table = state.nodes.get(state.layout.key, {})
        if nodes and all(node in table for node in nodes) and not all(table[node][4] for node in nodes):
            places = [table[node] for node in nodes]
            path = np.stack(
                [np.full(2, np.nan, np.float32) if left_out else flat for _, flat, _, _, left_out in places]
            )
            return _framed(state.layout.points2, path, state.layout.kept2, of_states=True)
    if state is None or space.kind == "resid":
        state = run.maps.get(EMBEDDING)
    if state is None or int(found.token_ids.max(initial=0)) >= len(state.layout.points2):
        return None
    return _on_words(Same(found), Same(state.layout.points2), state.layout.kept2)


@functools.lru_cache(maxsize=8)
def _on_words(held: Same[HelloByeFound], map_points: Same[F32], kept: float) -> MapPath:
    points = map_points.value
    return _framed(points, points[held.value.token_ids], kept, of_states=False)


def _frame_of(points: F32, path: F32) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of what holds the path and most of the map's points."""
    low = np.minimum(np.percentile(points, FRAMED, axis=0), np.nanmin(path, axis=0))
    high = np.maximum(np.percentile(points, 100 - FRAMED, axis=0), np.nanmax(path, axis=0))
    size = np.maximum(high - low, 1e-6)
    low, size = low - size * 0.06, size * 1.12
    return float(low[0]), float(low[1]), float(size[0]), float(size[1])


def _framed(points: F32, path: F32, kept: float, of_states: bool) -> MapPath:
    left, bottom, width, height = frame = _frame_of(points, path)
    edges = np.linspace(left, left + width, BINS + 1), np.linspace(bottom, bottom + height, BINS + 1)
    counts, _, _ = np.histogram2d(points[:, 0], points[:, 1], bins=edges)
    ground = np.ascontiguousarray(counts.T, dtype=np.float32)
    return MapPath(np.ascontiguousarray(path, dtype=np.float32), ground, frame, kept, of_states)
