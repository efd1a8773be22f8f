"""Whether what a run file holds fits together, so that damage is told at the door and not in the midst of a view.

A flipped bit in the header may turn floats into integers, change an axis or put a token outside the vocabulary: the
file then still reads. Numbers inside an array are judged where there are limits to them (probabilities, bits, places);
states may hold any, NaN and infinity too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import numpy as np

from engine.errors import shown
from engine.generation.sampling import checked
from engine.maps.check import check_array, check_background, check_layout, check_placed, check_space, is_whole, require
from engine.records import (
    TOKEN_KINDS,
    AnyArray,
    ModelInfo,
    NodeRecord,
    Plan,
    Positions,
    Reference,
    Since,
    Vocabulary,
)
from engine.run import MapState, Run, is_name
from engine.sentences import say

_PLAIN: dict[Any, tuple[type, ...]] = {int: (int,), float: (int, float), str: (str,), bool: (bool,)}
_MOST = {"n_layers": 10_000, "n_heads": 10_000, "n_kv_heads": 10_000, "d_model": 2**24, "d_mlp": 2**26,
         "vocab_size": 2**28}  # fmt: skip
_CERTAIN = 1 + 2**-10  # a probability, as rounded as a file may hold it


def check(run: Run) -> None:
    """Raise ValueError, TypeError or InputRefused, with what does not fit, where something does not."""
    require(isinstance(run.prompt, str), "its prompt is not a text")
    require(all(isinstance(each, str) for each in run.versions.values()), "its versions are not words")
    require(0 <= run.prompt_tokens <= len(run.nodes), f"its prompt has {run.prompt_tokens} tokens")
    checked(run.sampling)
    require(all(0 <= node < len(run.nodes) for node in run.names), "a branch is named that it does not have")
    require(all(is_name(name) for name in run.names.values()), "the name of a branch is none")
    for part in (run.info, run.reference, run.sampling):
        if part is not None:
            _check_types(part)
    if run.info is not None:
        _check_info(run.info)
    _check_plan(run.plan)
    size = run.info.vocab_size if run.info else None
    if run.vocabulary is not None:
        _check_vocabulary(run.vocabulary)
        size = min(len(run.vocabulary), size or len(run.vocabulary))
    _check_nodes(run.nodes, run.info, size)
    if run.logits is not None:
        check_array(run.logits, "f", (len(run.path), size), "logits")
    for state in run.maps.values():
        _check_map(state, run.nodes, run.info, size)


def _check_types(part: ModelInfo | Reference | Any) -> None:
    """Fields have the types they are declared with."""
    hints = get_type_hints(type(part))
    for entry in dataclasses.fields(part):
        value = getattr(part, entry.name)
        if not _is_of(hints[entry.name], value):
            raise TypeError(say("{name} is {value}", name=entry.name, value=shown(value, 40)))


def _is_of(hint: Any, value: Any) -> bool:
    """Whether a value is of a type as records declare them: plain ones, tuples, choices, arrays and other records."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return isinstance(value, _PLAIN[hint]) and (hint is bool or not isinstance(value, bool))
    if origin in (Union, UnionType):
        return any(_is_of(each, value) for each in inner)
    if origin is Literal:
        return any(type(value) is type(each) and value == each for each in inner)
    if origin is tuple:
        kinds = inner[:1] * len(value) if inner[-1] is Ellipsis and isinstance(value, tuple) else inner
        return isinstance(value, tuple) and len(value) == len(kinds) and all(map(_is_of, kinds, value))
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return isinstance(value, cast(type, hint)) and all(_is_of(hints[name], getattr(value, name)) for name in hints)
    kind = origin or hint
    return value is None if kind is NoneType else not isinstance(kind, type) or isinstance(value, kind)


def _check_info(info: ModelInfo) -> None:
    """Sizes that a model can have: views go through layers and heads one by one."""
    for name, most in _MOST.items():
        value = getattr(info, name)
        require(is_whole(value, 0, most), f"{name} is {shown(value, 40)}")
    require(info.bos_id is None or is_whole(info.bos_id, 0), f"bos_id is {shown(info.bos_id, 40)}")
    require(all(is_whole(each, 0) for each in info.eos_ids), "eos_ids are not token ids")


def _check_plan(plan: Plan) -> None:
    for change in plan.changes:
        _check_types(change)
        require(change.layer >= 0, f"it changes layer {change.layer}")
        positions: Positions = getattr(change, "positions", None)
        named = (positions.position,) if isinstance(positions, Since) else positions or ()
        require(all(0 <= at < 2**31 for at in named), f"it changes {shown(positions, 40)}")


def _check_vocabulary(vocabulary: Vocabulary) -> None:
    offsets, count = vocabulary.offsets, len(vocabulary.offsets) - 1
    check_array(offsets, "i", (None,), "vocabulary.offsets")
    check_array(vocabulary.data, "u", (None,), "vocabulary.data")
    check_array(vocabulary.kinds, "u", (count,), "vocabulary.kinds")
    whole = (
        count > 0 and offsets[0] == 0 and offsets[-1] == len(vocabulary.data) and bool((np.diff(offsets) >= 0).all())
    )
    require(whole and int(vocabulary.kinds.max()) < len(TOKEN_KINDS), "its vocabulary does not hold together")


def _check_nodes(nodes: Sequence[NodeRecord], info: ModelInfo | None, size: int | None) -> None:
    for name in ("next_ids", "next_probs", "next_logits"):
        require(all(getattr(record, name) is not None for record in nodes), f"{name} are not there")
    shapes = _shapes(nodes[0], info)
    for record in nodes:
        _check_ids(np.array([record.token_id]), size, "token_ids")
        for name, shape in shapes.items():
            value = getattr(record, name)
            if value is not None:
                check_array(value, "i" if name == "next_ids" else "f", shape, name)
        if record.attn is not None:
            check_array(record.attn, "f", (*_heads(record, info), record.position + 1), "attn")
        require(not record.surprisal < 0, f"a surprisal is {record.surprisal:g} bits")  # NaN where nothing came before
        require(not record.entropy < 0, f"an entropy is {record.entropy:g} bits")
        require(_are_probabilities(record.next_probs), "some of its probabilities are none")
        _check_ids(record.next_ids, size, "next_ids")


def _are_probabilities(values: AnyArray) -> bool:
    return bool(((values >= 0) & (values <= _CERTAIN)).all())


def _shapes(first: NodeRecord, info: ModelInfo | None) -> dict[str, tuple[int | None, ...]]:
    """What a token's records must be shaped like: as the model is, else as the first token's."""
    kept = first.next_ids.shape
    require(len(kept) == 1 and kept[0] > 0, "next_ids are none")
    shapes: dict[str, tuple[int | None, ...]] = dict.fromkeys(("next_ids", "next_probs", "next_logits"), kept)
    if info is None:
        seen = {name: getattr(first, name) for name in ("resid", "neurons")}
        return shapes | {name: value.shape for name, value in seen.items() if value is not None}
    return shapes | {"resid": (info.n_layers + 1, info.d_model), "neurons": (info.n_layers, info.d_mlp or None)}


def _heads(record: NodeRecord, info: ModelInfo | None) -> tuple[int | None, int | None]:
    return (None, None) if info is None else (info.n_layers, info.n_heads)


def _check_map(state: MapState, nodes: Sequence[NodeRecord], info: ModelInfo | None, size: int | None) -> None:
    background = state.background
    check_space(background.space, info.n_layers if info else None)
    check_background(background)
    _check_ids(background.token_ids, size, "token_ids of a map")
    if background.texts is not None:
        _check_ids(background.texts, len(background.text_kinds), "texts of a map")
    if background.sources is not None:
        _check_ids(background.sources, len(background.source_names), "sources of a map")
    for layout in state.layouts:
        check_layout(layout, len(background.token_ids))
        placed = {*state.nodes.get(layout.key, {}), *state.fans.get(layout.key, {})}
        require(all(0 <= node < len(nodes) for node in placed), "a map holds tokens the run does not have")
        for ids, fan in state.fans.get(layout.key, {}).values():
            check_array(ids, "i", (None,), "tokens of a fan")
            _check_ids(ids, size, "tokens of a fan")
            check_placed(fan, len(ids), "points of a fan")


def _check_ids(ids: AnyArray, size: int | None, what: str) -> None:
    require(ids.dtype.kind == "i" and (not ids.size or int(ids.min()) >= 0), f"{what} are not token ids")
    require(size is None or not ids.size or int(ids.max()) < size, f"{what} go beyond the {size} there are")
