"""Layouts that ship with Orrery, so that the first picture is already the UMAP one.

A file holds places only, as 16-bit steps of one extent (49,152 points in 3D and 2D: half a megabyte), and as a
fingerprint 64 of the vectors it was fitted on. It is used for any vocabulary space of as many vectors whose
fingerprint rows point the same way (mean cosine over `ALIKE`), so both the quantised and the hub's weights of one
model take it. Where the rows are the very same the stored faithfulness figures hold; otherwise they are measured again
on the vectors at hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import safe_open
from safetensors.numpy import save

from engine import checked_json
from engine.errors import MapProblem, reason
from engine.folders import RESOURCES
from engine.maps.check import check_layout
from engine.maps.faithfulness import Kept, both_kept
from engine.maps.search import CosineSearch
from engine.maps.spaces import SpaceVectors
from engine.maps.store import METADATA_KEY, layout_key, write_atomically
from engine.records import F32, I64, Layout, UmapParams
from engine.sentences import say

FOLDER = RESOURCES / "maps"
FORMAT = 1
ALIKE = 0.98
PROBES = 64
_STEPS = 32767

I16 = npt.NDArray[np.int16]


def bundled_layouts(vectors: SpaceVectors, model_hash: str, folder: Path = FOLDER) -> tuple[Layout, ...]:
    """The bundled layouts that belong to a space's vectors.

    Raises:
        MapProblem: a bundled file is damaged.
    """
    if vectors.background.space.kind == "resid":
        return ()
    found = (_accepted(path, vectors, model_hash) for path in sorted(folder.glob("*.safetensors")))
    return tuple(layout for layout in found if layout is not None)


def write_bundled(path: Path, vectors: F32, layout: Layout, made_from: str) -> None:
    """Write `layout` of `vectors` [N, D] as a bundled file; its figures are measured after rounding.

    Raises:
        DiskProblem: the file cannot be written.
    """
    (steps3, extent3), (steps2, extent2) = _stepped(layout.points3), _stepped(layout.points2)
    kept = both_kept(CosineSearch(vectors), _places(steps3, extent3), _places(steps2, extent2))
    params = layout.params if isinstance(layout.params, UmapParams) else UmapParams()  # only these are bundled
    facts = {
        "format": FORMAT,
        "made_from": made_from,
        "vectors": list(vectors.shape),
        "library": layout.library,
        "params": {
            "n_neighbors": params.n_neighbors,
            "min_dist": params.min_dist,
            "metric": params.metric,
            "seed": params.seed,
        },
        "extents": [extent3, extent2],
        "kept": [kept.three, kept.two, kept.error, kept.n],
    }
    rows = _probe_rows(len(vectors))
    tensors = {"points3": steps3, "points2": steps2, "probes": vectors[rows].astype(np.float16)}
    write_atomically(path, save(tensors, {METADATA_KEY: json.dumps(facts)}))


def _accepted(path: Path, vectors: SpaceVectors, model_hash: str) -> Layout | None:
    try:
        with safe_open(path, "np") as file:
            facts = checked_json.metadata_object(file.metadata(), METADATA_KEY)
            if facts["format"] != FORMAT or facts["vectors"] != list(vectors.vectors.shape):
                return None
            alike = _likeness(vectors.vectors, file.get_tensor("probes"))
            if alike <= ALIKE:
                return None
            return _layout(
                facts, file.get_tensor("points3"), file.get_tensor("points2"), vectors, model_hash, alike == 1
            )
    except Exception as error:  # what stands in a damaged file can fail in any way
        raise MapProblem(
            say("The bundled map {name} is damaged ({why}). Install Orrery again.", name=path.name, why=reason(error))
        ) from error


def _layout(
    facts: Mapping[str, Any], steps3: I16, steps2: I16, vectors: SpaceVectors, model_hash: str, same: bool
) -> Layout:
    points3, points2 = (_places(s, e) for s, e in zip((steps3, steps2), facts["extents"], strict=True))
    kept = Kept(*facts["kept"]) if same else both_kept(vectors.search, points3, points2)
    space, params = vectors.background.space, UmapParams(**facts["params"])
    key = layout_key(model_hash, space, "umap", params, facts["library"])
    layout = Layout(
        space, "umap", params, points3, points2, facts["library"], key, kept.three, kept.two, kept.error, kept.n
    )
    check_layout(layout, len(vectors.vectors))
    return layout


def _likeness(vectors: F32, probes: npt.NDArray[np.float16]) -> float:
    """Mean cosine of the fingerprint rows with the vectors' own; exactly 1 where they are the same in float16."""
    own = vectors[_probe_rows(len(vectors))]  # [64, D]
    if np.array_equal(own.astype(np.float16), probes):
        return 1.0
    theirs = probes.astype(np.float64)
    lengths = np.sqrt(np.square(own, dtype=np.float64).sum(axis=1) * np.square(theirs).sum(axis=1))
    dots = (own * theirs).sum(axis=1)
    return min(float(np.divide(dots, lengths, out=np.zeros_like(dots), where=lengths > 0).mean()), 1 - 1e-12)


def _probe_rows(n: int) -> I64:
    return np.linspace(0, n - 1, min(PROBES, n)).astype(np.int64)


def _stepped(points: F32) -> tuple[I16, float]:
    extent = float(np.abs(points).max()) or 1.0
    return np.round(points / extent * _STEPS).astype(np.int16), extent


def _places(steps: I16, extent: float) -> F32:
    return steps.astype(np.float32) * np.float32(extent / _STEPS)
