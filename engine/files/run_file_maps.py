"""The maps of a run file: backgrounds, layouts, and where the run's tokens and fans lie in them.

Places are kept as float16: a step of the unit ball is then at most 5e-4, a pixel of a large picture. Everything else
is kept as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import numpy as np

from engine.errors import shown
from engine.files.tensor_file import Entry, held
from engine.maps.check import check_array, check_placed, is_whole, params_of, require
from engine.records import SHORT, WHOLE, AnyArray, Background, Layout, Placed, Space
from engine.run import MapState
from engine.sentences import english

_OPTIONAL = ("positions", "surprisal", "texts", "left_out")
_ALWAYS = ("token_ids", "norms", "clusters")
_FIGURES = ("kept3", "kept2", "kept_error", "explained")

Read = Callable[[str], AnyArray]


def put(entries: dict[str, Entry], maps: Mapping[Space, MapState]) -> list[dict[str, Any]]:
    """Add the maps' arrays to `entries`; returns what the metadata says of them.

    Points of a laboratory are no part of the run: their laboratory makes them again.
    """
    kept = [state for space, state in maps.items() if space.kind != "points"]
    return [_put_map(entries, f"map.{index}.", state) for index, state in enumerate(kept)]


def get(described: Sequence[Mapping[str, Any]], read: Read) -> dict[Space, MapState]:
    """The maps that `put` described. Raises KeyError, ValueError or TypeError where they are damaged."""
    states = [_get_map(facts, f"map.{index}.", read) for index, facts in enumerate(described)]
    return {state.background.space: state for state in states}


def _put_map(entries: dict[str, Entry], prefix: str, state: MapState) -> dict[str, Any]:
    background = state.background
    stored = [*_ALWAYS, *(name for name in _OPTIONAL if getattr(background, name) is not None)]
    for name in stored:
        entries[f"{prefix}{name}"] = held(getattr(background, name))
    if background.sources is not None:  # apart from the others: versions that know no sources leave them unread
        entries[f"{prefix}sources"] = held(background.sources)
    return {
        "space": _described(background.space),
        "stored": stored,
        "text_kinds": list(background.text_kinds),
        "source_names": list(background.source_names) if background.sources is not None else None,
        "standardised": background.standardised,
        "note": english(background.note),
        "chosen": state.chosen,
        "layouts": [
            _put_layout(entries, f"{prefix}layout.{index}.", state, layout)
            for index, layout in enumerate(state.layouts)
        ],
    }


def _described(space: Space) -> dict[str, Any]:
    """What a file says of a space: nothing that earlier versions do not know, and of own texts the name only."""
    facts = {"kind": space.kind, "layer": space.layer}
    name = space.texts if space.texts in (SHORT, WHOLE) else PurePath(space.texts).name
    more = {"texts": name, "standardised": space.standardised, "outliers": space.outliers}
    plain = Space(space.kind, space.layer)
    return facts | {key: value for key, value in more.items() if value != getattr(plain, key)}


def _put_layout(entries: dict[str, Entry], prefix: str, state: MapState, layout: Layout) -> dict[str, Any]:
    _put_points(entries, prefix, layout.points3, layout.points2)
    nodes = state.nodes.get(layout.key, {})
    if nodes:
        rows = list(nodes.values())
        entries[f"{prefix}nodes"] = held(np.array(list(nodes), np.int32))
        placed = Placed(
            layout.key,
            np.stack([row[0] for row in rows]),
            np.stack([row[1] for row in rows]),
            np.array([row[2] for row in rows], np.float32),
            np.array([row[3] for row in rows], np.float32),
            np.array([row[4] for row in rows], bool),
        )
        _put_placed(entries, f"{prefix}node.", placed)
    fans = {node: fan for node, fan in state.fans.get(layout.key, {}).items() if len(fan[0])}
    for node, (ids, placed) in fans.items():
        entries[f"{prefix}fan.{node}.token_ids"] = held(ids)
        _put_placed(entries, f"{prefix}fan.{node}.", placed)
    return {
        "algorithm": layout.algorithm,
        "params": layout.params.facts if layout.params else None,
        "library": layout.library,
        "key": layout.key,
        "n_held_out": layout.n_measured,
        "axis_shares": list(layout.axis_shares),
        **{name: _plain(getattr(layout, name)) for name in _FIGURES},
        "nodes": bool(nodes),
        "fans": list(fans),
    }


def _put_points(entries: dict[str, Entry], prefix: str, points3: AnyArray, points2: AnyArray) -> None:
    entries[f"{prefix}points3"] = held(points3.astype(np.float16))
    entries[f"{prefix}points2"] = held(points2.astype(np.float16))


def _put_placed(entries: dict[str, Entry], prefix: str, placed: Placed) -> None:
    _put_points(entries, prefix, placed.points3, placed.points2)
    for name in ("kept3", "kept2", "left_out"):
        entries[f"{prefix}{name}"] = held(getattr(placed, name))


def _plain(value: float | None) -> float | None:
    """JSON has no NaN."""
    return None if value is None or math.isnan(value) else value


def _get_map(facts: Mapping[str, Any], prefix: str, read: Read) -> MapState:
    space = Space(**facts["space"])
    columns: dict[str, Any] = {name: read(f"{prefix}{name}") for name in facts["stored"]}
    names = facts.get("source_names")  # files of earlier versions have none
    if names is not None:
        columns |= {"sources": read(f"{prefix}sources"), "source_names": tuple(names)}
    background = Background(
        space=space,
        text_kinds=tuple(facts["text_kinds"]),
        standardised=facts["standardised"],
        note=facts["note"],
        **columns,
    )
    state = MapState(background, [])
    for index, layout in enumerate(facts["layouts"]):
        _get_layout(layout, space, f"{prefix}layout.{index}.", read, state)
    state.chosen = range(len(state.layouts))[facts["chosen"]]
    return state


def _get_layout(facts: Mapping[str, Any], space: Space, prefix: str, read: Read, state: MapState) -> None:
    points3, points2 = _points(read, prefix)
    figures = {name: math.nan if facts[name] is None else facts[name] for name in _FIGURES[:3]}
    state.layouts.append(
        Layout(
            space=space,
            algorithm=facts["algorithm"],
            params=params_of(facts["algorithm"], facts["params"]),
            points3=points3,
            points2=points2,
            library=facts["library"],
            key=facts["key"],
            n_measured=facts["n_held_out"],
            explained=facts["explained"],
            axis_shares=tuple(facts.get("axis_shares", ())),
            **figures,
        )
    )
    if facts["nodes"]:
        nodes, placed = read(f"{prefix}nodes"), _placed(facts["key"], f"{prefix}node.", read)
        check_array(nodes, "i", (None,), f"{prefix}nodes")
        check_placed(placed, len(nodes), "tokens of a map")
        state.place(nodes.tolist(), placed)
    for node in facts["fans"]:
        require(is_whole(node, 0), f"a fan begins at {shown(node, 40)}")
        fan = f"{prefix}fan.{node}."
        table = state.fans.setdefault(facts["key"], {})
        table[node] = (read(f"{fan}token_ids"), _placed(facts["key"], fan, read))


def _placed(key: str, prefix: str, read: Read) -> Placed:
    points3, points2 = _points(read, prefix)
    return Placed(key, points3, points2, *(read(f"{prefix}{name}") for name in ("kept3", "kept2", "left_out")))


def _points(read: Read, prefix: str) -> tuple[AnyArray, AnyArray]:
    return read(f"{prefix}points3").astype(np.float32), read(f"{prefix}points2").astype(np.float32)
