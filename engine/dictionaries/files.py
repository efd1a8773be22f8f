"""A dictionary's own file: safetensors, its facts as JSON in the metadata under the key `orrery_dictionary`.

Tensors: `w_enc` [n, D], `b_enc` [n], `w_dec` [n, D], `b_dec` [D], `mean` [D], `scale` [D]; `threshold` [n], or `gate_r`
and `gate_b` [n], where the activation needs them; `density`, `largest` and `mean_active` [n] where they were measured.
The two matrices may be float16, the rest is float32. `engine.dictionaries.foreign` reads the files of other programs.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine import checked_json
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import (
    ACTIVATIONS,
    HOOK_KINDS,
    NORMALISING,
    Activity,
    DictionaryInfo,
    Hook,
    Recipe,
    Scores,
)
from engine.errors import InputRefused, JsonProblem, in_short, reason
from engine.files import tensor_file
from engine.records import AnyArray
from engine.sentences import say

KEY = "orrery_dictionary"
FORMAT = 1
MATRICES = ("w_enc", "w_dec")
VECTORS = ("b_enc", "b_dec", "mean", "scale")
MOST_NUMBERS = 2**31  # of a matrix


def save(path: Path, dictionary: Dictionary, activity: Activity | None = None, half: bool = False) -> str:
    """Write a dictionary, whole or not at all; `half` keeps its matrices as float16. Returns its sha256.

    Raises:
        DiskProblem: it could not be written.
    """
    arrays = _arrays(dictionary, activity, half)
    sha = digest(arrays)
    facts = {**_facts(dictionary.info), "centred": dictionary.centred, "sha256": sha, "format": FORMAT}
    entries = {name: tensor_file.held(array) for name, array in arrays.items()}
    tensor_file.write(path, entries, {KEY: json.dumps(facts, ensure_ascii=False)})
    return sha


def _arrays(dictionary: Dictionary, activity: Activity | None, half: bool) -> dict[str, AnyArray]:
    found: dict[str, AnyArray] = {}
    for name in (*MATRICES, *VECTORS, "threshold"):
        tensor: Tensor | None = getattr(dictionary, name)
        if tensor is not None:
            kind = np.float16 if half and name in MATRICES else np.float32
            found[name] = tensor.detach().cpu().numpy().astype(kind)
    if dictionary.gate is not None:
        found["gate_r"], found["gate_b"] = (each.detach().cpu().numpy() for each in dictionary.gate)
    if activity is not None:
        found |= {"density": activity.density, "largest": activity.largest, "mean_active": activity.mean}
    return found


def sha_of(dictionary: Dictionary) -> str:
    """The sha256 that its file would have."""
    return digest(_arrays(dictionary, None, half=False))


def digest(arrays: Mapping[str, AnyArray]) -> str:
    """The sha256 of a dictionary's numbers, by name."""
    made = hashlib.sha256()
    for name in sorted(arrays):
        if name not in ("density", "largest", "mean_active"):
            made.update(f"{name}{arrays[name].dtype.str}{arrays[name].shape}".encode())
            made.update(np.ascontiguousarray(arrays[name]).data)
    return made.hexdigest()


def _facts(info: DictionaryInfo) -> dict[str, Any]:
    facts = dataclasses.asdict(info)
    for name in ("name", "sha256", "format", "width", "d"):
        del facts[name]
    facts["made_as"] = info.format
    facts["longest"] = None if math.isinf(info.longest) else info.longest
    facts["scores"] = {name: None if _is_nan(value) else value for name, value in facts["scores"].items()}
    return facts


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and math.isnan(value)


def is_own(path: Path) -> bool:
    """Whether a file says that it is a dictionary of Orrery's."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as stream:
            return KEY in (stream.metadata() or {})
    except (OSError, SafetensorError, ValueError):
        return False


def read_info(path: Path, name: str = "") -> DictionaryInfo:
    """What a dictionary's file says of it, without its numbers. Raises InputRefused as `read`."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as stream:
            shapes = {key: tuple(stream.get_slice(key).get_shape()) for key in stream.keys()}  # noqa: SIM118 - not a dict
            return _info(path, name or str(path), dict(stream.metadata() or {}), shapes)
    except (OSError, SafetensorError) as error:
        raise _unreadable(path, reason(error)) from error


def read(path: Path, name: str = "") -> tuple[Dictionary, Activity | None]:
    """A dictionary, and how active its latents were where that was measured.

    Raises:
        InputRefused: the file cannot be read, is no dictionary, or its shapes or numbers do not fit together.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt") as stream:
            shapes = {key: tuple(stream.get_slice(key).get_shape()) for key in stream.keys()}  # noqa: SIM118 - not a dict
            metadata = dict(stream.metadata() or {})
            info = _info(path, name or str(path), metadata, shapes)
            tensors = {key: stream.get_tensor(key).float() for key in shapes}
    except (OSError, SafetensorError) as error:
        raise _unreadable(path, reason(error)) from error
    gate = (tensors["gate_r"], tensors["gate_b"]) if info.activation == "gated" else None
    threshold = tensors.get("threshold") if info.activation == "jumprelu" else None
    parts = {each: tensors[each] for each in (*MATRICES, *VECTORS)}
    centred = checked_json.metadata_object(metadata, KEY).get("centred") is not False
    found = Dictionary(info, **parts, threshold=threshold, gate=gate, centred=centred)
    require_finite(found, path.name)
    return found, _activity(tensors, info)


def require_finite(dictionary: Dictionary, name: str) -> None:
    """Refuse numbers that no dictionary can have. Raises InputRefused."""
    for part in (*MATRICES, *VECTORS):
        if not bool(torch.isfinite(getattr(dictionary, part)).all()):
            raise InputRefused(
                say(
                    "{name} holds numbers that are not finite in {part}, so nothing can be read with it. Take another "
                    "file, or train the dictionary again at a lower rate.",
                    name=in_short(name),
                    part=part,
                )
            )
    if not bool((dictionary.scale > 0).all()):
        raise InputRefused(
            say("{name} divides by numbers that are not above 0. Take another file.", name=in_short(name))
        )


def _activity(tensors: Mapping[str, Tensor], info: DictionaryInfo) -> Activity | None:
    if not {"density", "largest", "mean_active"} <= tensors.keys():
        return None
    density, largest, mean = (tensors[name].numpy() for name in ("density", "largest", "mean_active"))
    return Activity(info.scores.positions, density, largest, mean)


def _info(path: Path, name: str, metadata: Mapping[str, str], shapes: Mapping[str, tuple[int, ...]]) -> DictionaryInfo:
    if KEY not in metadata:
        raise InputRefused(
            say(
                "{name} is not a dictionary that Orrery saved. Open it as a published one, or name another file.",
                name=in_short(path.name),
            )
        )
    try:
        facts = checked_json.metadata_object(metadata, KEY)
        if facts.get("format") != FORMAT:
            raise ValueError(f"its format is {facts.get('format')!s:.40}, not {FORMAT}")
        n, d = _shape(shapes)
        return _told(facts, name, n, d, shapes)
    except (JsonProblem, ValueError, TypeError, KeyError, AttributeError) as error:
        raise _unreadable(path, str(error) or type(error).__name__) from error


def _shape(shapes: Mapping[str, tuple[int, ...]]) -> tuple[int, int]:
    """n and D. Raises ValueError."""
    n, d = shapes["w_dec"]
    due = {"w_enc": (n, d), "b_enc": (n,), "b_dec": (d,), "mean": (d,), "scale": (d,)}
    optional = dict.fromkeys(("threshold", "gate_r", "gate_b", "density", "largest", "mean_active"), (n,))
    for part, shape in (due | {name: it for name, it in optional.items() if name in shapes}).items():
        if shapes.get(part) != shape:
            raise ValueError(f"{part} is {shapes.get(part)}, not {shape}")
    if not 0 < n * d <= MOST_NUMBERS:
        raise ValueError(f"w_dec is {(n, d)}")
    return n, d


def _told(facts: Mapping[str, Any], name: str, n: int, d: int, shapes: Mapping[str, Any]) -> DictionaryInfo:
    """Raises ValueError, TypeError or KeyError for what does not fit."""
    activation, k = facts["activation"], facts["k"]
    needs = {"jumprelu": ("threshold",), "gated": ("gate_r", "gate_b")}.get(activation, ())
    if activation not in ACTIVATIONS or not set(needs) <= set(shapes):
        raise ValueError(f"its activation is {activation!s:.40}")
    if type(k) is not int or (activation == "topk" and not 0 < k <= n):
        raise ValueError(f"k is {k!s:.40}, which must be from 1 to {n}")
    if facts["normalising"] not in NORMALISING:
        raise ValueError(f"its normalising is {facts['normalising']!s:.40}")
    texts = {key: facts[key] for key in ("title", "model", "model_sha256", "note")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("a name in it is not text")
    recipe = facts.get("recipe")
    return DictionaryInfo(
        name=name, hook=_hook(facts["hook"]), width=n, d=d, activation=activation, k=k,
        normalising=facts["normalising"], format=str(facts.get("made_as", "orrery")), sha256=str(facts["sha256"]),
        longest=_longest(facts.get("longest")),
        recipe=None if recipe is None else _recipe(recipe), scores=_scores(facts["scores"]), **texts,
    )  # fmt: skip


def _longest(value: Any) -> float:
    if value is None:
        return math.inf
    if type(value) not in (int, float) or not value > 0:
        raise ValueError(f"its longest is {value!s:.40}")
    return float(value)


def _hook(facts: Any) -> Hook:
    if facts["kind"] not in HOOK_KINDS or type(facts["layer"]) is not int or facts["layer"] < 0:
        raise ValueError("its hook is not one that Orrery knows")
    return Hook(facts["kind"], facts["layer"])


def _recipe(facts: Any) -> Recipe:
    values = {**facts, "hook": _hook(facts["hook"])}
    for entry in dataclasses.fields(Recipe):
        kind = type(getattr(Recipe(Hook("resid", 0)), entry.name))
        given = values[entry.name]
        if kind is float and type(given) is int:
            values[entry.name] = float(given)
        elif type(given) is not kind:
            raise ValueError(f"{entry.name} of its recipe is {given!s:.40}")
    return Recipe(**values)


def _scores(facts: Any) -> Scores:
    values: dict[str, Any] = {name: float("nan") if value is None else _number(value) for name, value in facts.items()}
    return Scores(**values)


def _number(value: Any) -> Any:
    if type(value) not in (int, float):
        raise ValueError(f"one of its scores is {value!s:.40}")
    return value


def _unreadable(path: Path, why: str) -> InputRefused:
    return InputRefused(
        say(
            "{name} should be a dictionary but cannot be read ({why}). Take another file.",
            name=in_short(path.name),
            why=in_short(why),
        )
    )
