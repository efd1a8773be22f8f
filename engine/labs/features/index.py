"""All activations of a dictionary's features over a text: made once, kept in the cache, and read from there.

What is not 0 is kept by position and by feature, so that each page comes of a few slices and every number is exact. A
file is named by the hashes of the dictionary, the text and the model's weights, written as a whole or not at all, and
holds a hash of its arrays: a damaged one is made again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import checked_json
from engine.dictionaries.dictionary import Dictionary
from engine.errors import DiskProblem, InputRefused, JsonProblem, Stopped, reason
from engine.files import tensor_file
from engine.folders import cache_folder, made
from engine.labkit.subject import of_bench
from engine.labkit.workbench import Workbench
from engine.labs.features import activations
from engine.labs.features.pieces import Texts, pieces
from engine.labs.features.records import STRONGEST, Source
from engine.labs.features.words import covered_at_random, words_of
from engine.records import F32, I32, I64, AnyArray
from engine.sentences import say

FORMAT = 1
KEY = "orrery_features"
MOST = 24_000_000  # activations that are kept: about 300 MB on the disk
SHAPES: Final[Mapping[str, type[np.generic]]] = {
    "token_ids": np.int32, "starts": np.int64, "source": np.int32, "counted": np.uint8,
    "row_ends": np.int64, "row_features": np.int32, "ends": np.int64, "positions": np.int32, "values": np.float32,
    "covered": np.float32,
}  # fmt: skip
_HELD: OrderedDict[Path, Activations] = OrderedDict()


@dataclass(frozen=True)
class Activations:
    """Everything that is not 0. N positions, of which `counted` are read; n features; m activations."""

    token_ids: I32  # [N]
    starts: I64  # [W] first position of each piece
    source: I32  # [W] whose text it is of
    counted: AnyArray  # [N] uint8
    row_ends: I64  # [N + 1] where the features of a position begin and end
    row_features: I32  # [m] position by position
    ends: I64  # [n + 1] where the activations of a feature begin and end
    positions: I32  # [m] feature by feature, in the text's order
    values: F32  # [m] beside `positions`
    covered: F32  # [n]
    labels: tuple[str, ...]  # [n]
    titles: tuple[str, ...]
    outliers: int
    unread: int
    covered_random: float
    seconds: float

    @property
    def width(self) -> int:
        """n."""
        return len(self.ends) - 1

    @property
    def n_counted(self) -> int:
        """Positions that are read."""
        return int(self.counted.sum())

    def of(self, feature: int) -> tuple[I32, F32]:
        """Where a feature is not 0, and its activations there."""
        part = slice(int(self.ends[feature]), int(self.ends[feature + 1]))
        return self.positions[part], self.values[part]

    def window(self, position: int) -> tuple[int, int, int]:
        """The piece of a position: its number, its first position, and the end."""
        number = int(np.searchsorted(self.starts, position, side="right")) - 1
        last = int(self.starts[number + 1]) if number + 1 < len(self.starts) else len(self.token_ids)
        return number, int(self.starts[number]), last

    def density(self) -> F32:
        """[n]"""
        return (np.diff(self.ends) / max(self.n_counted, 1)).astype(np.float32)

    def reduced(self, with_: np.ufunc) -> F32:
        """[n] of each feature's activations: their sum or largest; 0 for a feature that is never active."""
        found = np.zeros(self.width, np.float64)
        there = np.flatnonzero(np.diff(self.ends))
        if len(there):
            found[there] = with_.reduceat(self.values.astype(np.float64), self.ends[:-1][there])
        return found.astype(np.float32)


def path_of(source: Source, dictionary: Dictionary, texts: Texts, bench: Workbench) -> Path:
    """The file of a dictionary, a text and a model."""
    facts = (
        FORMAT,
        dictionary.info.sha256,
        texts.sha256,
        bench.info.sha256,
        source.tokens,
        min(bench.info.context, 128),
    )
    name = hashlib.sha256("|".join(map(str, facts)).encode()).hexdigest()[:40]
    return cache_folder() / "features" / f"{name}.safetensors"


def kept(path: Path, width: int) -> Activations | None:
    """What a file holds; None where there is none, or it is damaged."""
    if path in _HELD:
        _HELD.move_to_end(path)
        return _HELD[path]
    if not path.is_file():
        return None
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as stream:
            facts = checked_json.parsed_object((stream.metadata() or {}).get(KEY, ""), 64 * 2**20)
            arrays = {name: stream.get_tensor(name) for name in SHAPES}
        found = _checked(arrays, facts, width)
    except (OSError, SafetensorError, JsonProblem, ValueError, KeyError, TypeError, OverflowError):
        return None
    return _hold(path, found)


def _hold(path: Path, found: Activations) -> Activations:
    _HELD[path] = found
    while len(_HELD) > 1:
        _HELD.popitem(last=False)
    return found


def _checked(arrays: dict[str, AnyArray], facts: dict[str, Any], width: int) -> Activations:
    """Raises ValueError, KeyError or TypeError where something does not fit."""
    if facts["format"] != FORMAT or facts["sha256"] != _digest(arrays):
        raise ValueError("it is damaged")
    if any(array.dtype != SHAPES[name] or array.ndim != 1 for name, array in arrays.items()):
        raise ValueError("its arrays are of other kinds")
    n, m = len(arrays["token_ids"]), len(arrays["values"])
    if len(arrays["ends"]) != width + 1 or len(arrays["row_ends"]) != n + 1 or len(arrays["covered"]) != width:
        raise ValueError("its lengths do not fit")
    if len(arrays["positions"]) != m or len(arrays["row_features"]) != m or arrays["ends"][-1] != m:
        raise ValueError("its activations do not fit")
    labels, titles = tuple(map(str, facts["labels"])), tuple(map(str, facts["titles"]))
    if len(labels) != width or arrays["source"].max(initial=0) >= max(len(titles), 1):
        raise ValueError("its words do not fit")
    return Activations(
        **arrays, labels=labels, titles=titles, outliers=int(facts["outliers"]), unread=int(facts["unread"]),
        covered_random=float(facts["covered_random"]), seconds=float(facts["seconds"]),
    )  # fmt: skip


def _digest(arrays: Mapping[str, AnyArray]) -> str:
    made_of = hashlib.sha256()
    for name in SHAPES:
        made_of.update(np.ascontiguousarray(arrays[name]).data)
    return made_of.hexdigest()


def make(source: Source, dictionary: Dictionary, texts: Texts, bench: Workbench) -> tuple[Activations, str]:
    """Read the text and keep what was found; besides, a sentence where it could not be kept.

    Raises:
        InputRefused: the text is empty, or the dictionary does not fit. Stopped: a person said so.
    """
    began = time.perf_counter()
    found = _laid_out(*_read(source, dictionary, texts, bench), dictionary.width, bench, began)
    path, note = path_of(source, dictionary, texts, bench), ""
    arrays = {name: getattr(found, name) for name in SHAPES}
    facts = {
        name: getattr(found, name) for name in ("labels", "titles", "outliers", "unread", "covered_random", "seconds")
    }
    try:
        made(path.parent)
        entries = {name: tensor_file.held(array) for name, array in arrays.items()}
        told = {**facts, "format": FORMAT, "sha256": _digest(arrays)}
        tensor_file.write(path, entries, {KEY: json.dumps(told, ensure_ascii=False)})
    except DiskProblem as error:
        note = say("What was read is not kept for the next time: {why}", why=reason(error))
    return _hold(path, found), note


def _read(
    source: Source, dictionary: Dictionary, texts: Texts, bench: Workbench
) -> tuple[list[activations.Rows], int]:  # fmt: skip
    """The rows of the pieces, and how many tokens were left unread for want of room."""
    subject, done, kept_so_far, all_rows = of_bench(bench), 0, 0, list[activations.Rows]()
    doing = say("Reading the features along a text")
    bench.progress(doing, 0, source.tokens)
    for piece in activations.rows(bench, dictionary, pieces(subject, texts, source.tokens)):
        all_rows.append(piece)
        done += len(piece.ids)
        kept_so_far += len(piece.values)
        bench.progress(doing, done, max(source.tokens, done))
        if bench.stop():
            raise Stopped
        if kept_so_far >= MOST:
            return all_rows, max(source.tokens - done, 0)
    if not any(piece.counted.any() for piece in all_rows):
        raise InputRefused(
            say("The text has no two tokens in a row, and a first token does not count. Choose a longer text.")
        )
    return all_rows, 0


def _laid_out(
    all_rows: list[activations.Rows], unread: int, width: int, bench: Workbench, began: float
) -> Activations:  # fmt: skip
    bench.progress(say("Putting the features in order"), 0, 1)
    token_ids = np.concatenate([it.ids for it in all_rows])
    starts = np.cumsum([0, *(len(it.ids) for it in all_rows[:-1])], dtype=np.int64)
    titles = tuple(dict.fromkeys(it.title for it in all_rows))
    at = np.concatenate([it.at + start for it, start in zip(all_rows, starts.tolist(), strict=True)]).astype(np.int32)
    features = np.concatenate([it.features for it in all_rows])
    values = np.concatenate([it.values for it in all_rows])
    row_ends = np.searchsorted(at, np.arange(len(token_ids) + 1)).astype(np.int64)
    order = np.argsort(features, kind="stable")
    ends = np.searchsorted(features[order], np.arange(width + 1)).astype(np.int64)
    found = Activations(
        token_ids, starts, np.array([titles.index(it.title) for it in all_rows], np.int32),
        np.concatenate([it.counted for it in all_rows]).astype(np.uint8), row_ends, features, ends, at[order],
        values[order], np.zeros(width, np.float32), ("",) * width, titles, sum(it.outliers for it in all_rows), unread,
        0.0, 0.0,
    )  # fmt: skip
    return _labelled(found, bench, began)


def _labelled(found: Activations, bench: Workbench, began: float) -> Activations:
    from dataclasses import replace

    words = words_of(bench.vocabulary, found.token_ids, found.starts)
    labels, covered = [], np.zeros(found.width, np.float32)
    for feature in range(found.width):
        positions, values = found.of(feature)
        label, covered[feature] = words.label(positions[strongest(values, STRONGEST)].tolist())
        labels.append(label)
    at_random = covered_at_random(words, np.flatnonzero(found.counted), STRONGEST)
    bench.progress(say("Putting the features in order"), 1, 1)
    seconds = time.perf_counter() - began
    return replace(found, labels=tuple(labels), covered=covered, covered_random=at_random, seconds=seconds)


def strongest(values: F32, count: int) -> I64:
    """Indices of the largest values, largest first; of equal ones the earlier first."""
    if len(values) > 4 * count:
        least = np.partition(values, len(values) - count)[len(values) - count]
        some = np.flatnonzero(values >= least)
        return some[np.argsort(-values[some], kind="stable")][:count]
    return np.argsort(-values, kind="stable")[:count]
