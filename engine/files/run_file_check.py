"""Whether what a run file holds fits together, so that damage is told at the door and not in the midst of a view.

A flipped bit in the header may turn floats into integers, change an axis or put a token outside the vocabulary: the
file then still reads. Numbers inside an array cannot be judged; NaN and infinity are numbers a record may have.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, get_type_hints

import numpy as np

from engine.generation.sampling import checked
from engine.records import TOKEN_KINDS, AnyArray, ModelInfo, NodeRecord, Plan, Reference, Site, Vocabulary
from engine.run import MapState, Run

_PLAIN: dict[Any, tuple[type, ...]] = {int: (int,), float: (int, float), str: (str,), bool: (bool,)}
_SITES = ("neuron", "head", "attention", "mlp")


def check(run: Run) -> None:
    """Raise ValueError, TypeError or InputRefused, with what does not fit, where something does not."""
    _require(isinstance(run.prompt, str), "its prompt is no text")
    _require(0 <= run.prompt_tokens <= len(run.nodes), f"its prompt has {run.prompt_tokens} tokens")
    checked(run.sampling)
    for part in (run.info, run.reference, run.sampling):
        if part is not None:
            _check_types(part)
    _check_plan(run.plan)
    size = run.info.vocab_size if run.info else None
    if run.vocabulary is not None:
        _check_vocabulary(run.vocabulary)
        size = min(len(run.vocabulary), size or len(run.vocabulary))
    _check_nodes(run.nodes, run.info, size)
    if run.logits is not None:
        _check_array(run.logits, "f", (len(run.path), size), "logits")
    for state in run.maps.values():
        _check_map(state, len(run.nodes), size)


def _require(fits: bool, what: str) -> None:
    if not fits:
        raise ValueError(what)


def _check_types(part: ModelInfo | Reference | Any) -> None:
    """Plain fields have the types they are declared with."""
    hints = get_type_hints(type(part))
    for entry in dataclasses.fields(part):
        wanted, value = _PLAIN.get(hints[entry.name]), getattr(part, entry.name)
        if wanted is not None and (not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted)):
            raise TypeError(f"{entry.name} is {value!r:.40}")
        if wanted == (int,) and not -(2**63) <= value < 2**64:
            raise ValueError(f"{entry.name} is {value!r:.40}")


def _check_plan(plan: Plan) -> None:
    for change in plan.changes:
        _check_types(change)
        _require(change.layer >= 0, f"it changes layer {change.layer}")
        for site in (getattr(change, entry.name) for entry in dataclasses.fields(change)):
            if isinstance(site, Site):
                _check_types(site)
                _require(site.kind in _SITES, f"it changes {site}")


def _check_vocabulary(vocabulary: Vocabulary) -> None:
    offsets, count = vocabulary.offsets, len(vocabulary.offsets) - 1
    _check_array(offsets, "i", (None,), "vocabulary.offsets")
    _check_array(vocabulary.data, "u", (None,), "vocabulary.data")
    _check_array(vocabulary.kinds, "u", (count,), "vocabulary.kinds")
    whole = (
        count > 0 and offsets[0] == 0 and offsets[-1] == len(vocabulary.data) and bool((np.diff(offsets) >= 0).all())
    )
    _require(whole and int(vocabulary.kinds.max()) < len(TOKEN_KINDS), "its vocabulary does not hold together")


def _check_nodes(nodes: Sequence[NodeRecord], info: ModelInfo | None, size: int | None) -> None:
    for name in ("next_ids", "next_probs", "next_logits"):
        _require(all(getattr(record, name) is not None for record in nodes), f"{name} are not there")
    shapes = _shapes(nodes[0], info)
    for record in nodes:
        _check_ids(np.array([record.token_id]), size, "token_ids")
        for name, shape in shapes.items():
            value = getattr(record, name)
            if value is not None:
                _check_array(value, "i" if name == "next_ids" else "f", shape, name)
        if record.attn is not None:
            _check_array(record.attn, "f", (*_heads(record, info), record.position + 1), "attn")
        _check_ids(record.next_ids, size, "next_ids")


def _shapes(first: NodeRecord, info: ModelInfo | None) -> dict[str, tuple[int | None, ...]]:
    """What a token's records must be shaped like: as the model is, else as the first token's."""
    kept = first.next_ids.shape
    shapes: dict[str, tuple[int | None, ...]] = dict.fromkeys(("next_ids", "next_probs", "next_logits"), kept)
    if info is None:
        seen = {name: getattr(first, name) for name in ("resid", "neurons")}
        return shapes | {name: value.shape for name, value in seen.items() if value is not None}
    return shapes | {"resid": (info.n_layers + 1, info.d_model), "neurons": (info.n_layers, info.d_mlp or None)}


def _heads(record: NodeRecord, info: ModelInfo | None) -> tuple[int | None, int | None]:
    return (None, None) if info is None else (info.n_layers, info.n_heads)


def _check_map(state: MapState, n_nodes: int, size: int | None) -> None:
    background = state.background
    _check_types(background.space)
    count = len(background.token_ids)
    _check_ids(background.token_ids, size, "token_ids of a map")
    columns: Mapping[str, str] = {"token_ids": "i", "norms": "f", "clusters": "u", "positions": "i", "surprisal": "f",
                                  "texts": "i", "left_out": "b"}  # fmt: skip
    for name, kind in columns.items():
        value = getattr(background, name)
        if value is not None:
            _check_array(value, kind, (count,), name)
    if background.texts is not None and count:
        _check_ids(background.texts, len(background.text_kinds), "texts of a map")
    for layout in state.layouts:
        _require(layout.algorithm in ("pca", "umap"), f"a map is laid out by {layout.algorithm!r:.40}")
        _check_array(layout.points3, "f", (count, 3), "points of a map")
        _check_array(layout.points2, "f", (count, 2), "points of a map")
        placed = {*state.nodes.get(layout.key, {}), *state.fans.get(layout.key, {})}
        _require(all(0 <= node < n_nodes for node in placed), "a map holds tokens the run does not have")
        for ids, fan in state.fans.get(layout.key, {}).values():
            _check_ids(ids, size, "tokens of a fan")
            _check_array(fan.points3, "f", (len(ids), 3), "points of a fan")
            _check_array(fan.points2, "f", (len(ids), 2), "points of a fan")


def _check_array(array: AnyArray, kind: str, shape: Sequence[int | None], what: str) -> None:
    """The array's kind of number ("f", "i", "u", "b") and its axes, None for any length."""
    fits = len(array.shape) == len(shape) and all(
        wanted in (None, met) for wanted, met in zip(shape, array.shape, strict=True)
    )
    if not fits or array.dtype.kind != kind or array.dtype == np.float64:  # that only comes of layers of unlike kinds
        wanted_shape = " x ".join("?" if axis is None else str(axis) for axis in shape)
        raise ValueError(f"{what} has the shape {array.shape} of {array.dtype}, not {wanted_shape}")


def _check_ids(ids: AnyArray, size: int | None, what: str) -> None:
    _require(ids.dtype.kind == "i" and (not ids.size or int(ids.min()) >= 0), f"{what} are no ids")
    _require(size is None or not ids.size or int(ids.max()) < size, f"{what} go beyond the {size} there are")
