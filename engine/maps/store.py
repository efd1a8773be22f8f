"""Fitted layouts on disk, found again by what they were fitted from.

One safetensors file per layout under `maps/<model>/`, named by space and key, with a JSON string of its facts in the
metadata. Files are written beside their place and renamed, so a reader never meets half of one. A damaged file counts
as missing and is told of in a note; a disk that cannot be written to costs the storing, not the layout.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save

from engine import checked_json
from engine.errors import DiskProblem, MapProblem, in_short, reason, shown
from engine.folders import cache_folder, made
from engine.maps.check import check_layout, params_of
from engine.records import F32, SHORT, Algorithm, Layout, LayoutParams, Space
from engine.sentences import say

FORMAT = 1
IN_FILES = {"n_measured": "n_held_out"}  # what a fact of a layout is called there, as files of older versions have it
METADATA_KEY = "orrery_map"


def layout_key(model_hash: str, space: Space, algorithm: Algorithm, params: LayoutParams | None, library: str) -> str:
    """The key of a layout: everything its places follow from, hashed. 32 hexadecimal digits"""
    facts = [model_hash, space.key, algorithm, params.facts if params else None, library]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:32]


class LayoutStore:
    """The layouts stored in `folder` (by default in Orrery's cache)."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = cache_folder() / "maps" if folder is None else folder

    def path(self, model_hash: str, space: Space, key: str) -> Path:
        """Where the layout of this key lies or would lie."""
        return self.folder / (model_hash[:16] or "unknown") / f"{space.key}-{key}.safetensors"

    def save(self, model_hash: str, layout: Layout) -> Path:
        """Write `layout`, replacing one of the same key.

        Raises:
            DiskProblem: the disk is full, or the folder cannot be written to.
        """
        path = self.path(model_hash, layout.space, layout.key)
        data = save(
            {"points3": layout.points3, "points2": layout.points2},
            {METADATA_KEY: json.dumps(_facts(layout), allow_nan=False)},
        )
        write_atomically(path, data)
        return path

    def stored(self, model_hash: str, space: Space, n: int) -> tuple[tuple[Layout, ...], tuple[str, ...]]:
        """All layouts of a model's space of n points, newest first, and a note for each file that was unusable."""
        folder = self.path(model_hash, space, "").parent
        try:
            paths = sorted(folder.glob(f"{space.key}-*.safetensors"), key=lambda path: -path.stat().st_mtime_ns)
        except OSError:
            return (), ()
        layouts, notes = [], []
        for path in paths:
            try:
                layout = read_layout(path, space, n)
                if belongs(layout, model_hash):
                    layouts.append(layout)
            except MapProblem as problem:
                notes.append(str(problem))
        return tuple(layouts), tuple(notes)

    def find(self, model_hash: str, space: Space, key: str, n: int) -> tuple[Layout | None, str]:
        """The layout of this key, or None; and a note where a file was there but unusable."""
        path = self.path(model_hash, space, key)
        if not path.exists():
            return None, ""
        try:
            return read_layout(path, space, n), ""
        except MapProblem as problem:
            return None, str(problem)


def belongs(layout: Layout, model_hash: str) -> bool:
    """Whether a layout was made of the vectors that `model_hash` stands for, and not of other texts of that name."""
    expected = layout_key(model_hash, layout.space, layout.algorithm, layout.params, layout.library)
    return layout.space.texts == SHORT or layout.key == expected


def read_layout(path: Path, space: Space, n: int) -> Layout:
    """The layout in `path`, checked against the space and its n points.

    Raises:
        MapProblem: the file is damaged, foreign, or of other points.
    """
    try:
        with safe_open(path, "np") as file:
            facts = checked_json.metadata_object(file.metadata(), METADATA_KEY)
            return _layout(facts, file.get_tensor("points3"), file.get_tensor("points2"), space, n)
    except Exception as error:  # what stands in a damaged file can fail in any way
        raise MapProblem(
            say(
                "The stored map {name} is not usable ({why}); it is fitted again when asked for.",
                name=path.name,
                why=reason(error),
            )
        ) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to a file beside `path` and rename it there.

    Raises:
        DiskProblem: there is no room, or no permission.
    """
    folder = made(path.parent)
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".part-{os.getpid()}-", dir=folder)  # see models.leftovers
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise DiskProblem(
            say(
                "The map could not be kept in {folder} ({why}; it takes {size:.1f} MiB). It can be used until "
                "Orrery closes; free some space to keep the next one.",
                folder=folder,
                why=error.strerror or error,
                size=len(data) / 2**20,
            )
        ) from error


def _facts(layout: Layout) -> dict[str, Any]:
    return {"format": FORMAT, "space": layout.space.key, **dict(_plain(layout))}


def _plain(layout: Layout) -> Iterator[tuple[str, Any]]:
    for name in ("algorithm", "library", "key", "kept3", "kept2", "kept_error", "n_measured", "explained"):
        value = getattr(layout, name)
        yield (
            IN_FILES.get(name, name),
            None if isinstance(value, float) and math.isnan(value) else value,
        )  # JSON has no NaN
    yield "params", layout.params.facts if layout.params else None
    yield "axis_shares", list(layout.axis_shares)


def _layout(facts: Mapping[str, Any], points3: F32, points2: F32, space: Space, n: int) -> Layout:
    if facts["format"] != FORMAT:
        raise ValueError(say("its format is {format}, expected {ours}", format=shown(facts["format"]), ours=FORMAT))
    if facts["space"] != space.key or points3.shape != (n, 3) or points2.shape != (n, 2):
        met = in_short(facts["space"], 40)
        raise ValueError(
            say(
                "it holds {shape} points of {met}, expected {n} of {space}",
                shape=shown(points3.shape), met=met, n=n, space=space.key,
            )
        )  # fmt: skip
    layout = Layout(
        space,
        facts["algorithm"],
        params_of(facts["algorithm"], facts["params"]),
        points3.astype(np.float32),
        points2.astype(np.float32),
        facts["library"],
        facts["key"],
        _figure(facts["kept3"]),
        _figure(facts["kept2"]),
        _figure(facts["kept_error"]),
        facts["n_held_out"],
        facts["explained"],
        tuple(facts.get("axis_shares", ())),  # files of earlier versions have none
    )
    check_layout(layout, n)
    return layout


def _figure(value: Any) -> Any:
    """A figure that was not measured is NaN, which JSON has not."""
    return math.nan if value is None else value
