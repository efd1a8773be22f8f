"""How many neighbours placing keeps, against `umap.transform`, on 500 tokens held out of the fit (DESIGN section 6).

`python -m tests.bench.preserve`. The layout is umap-learn's own, fitted without the 500; both place the same tokens
into it. The share kept is counted by plain sorting, not by the code under test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.maps.make_bundled import TENSOR, embedding_rows
from engine.maps.place import Placer
from engine.maps.spaces import vocabulary_space
from engine.models.catalogue import default_name
from engine.models.resolve import resolve
from engine.records import EMBEDDING, F32, I64, Layout
from tests.bench.rows import Row, at_least, main

NEIGHBOURS = 15
NEAREST = 50
_CLOSER = 15
HELD_OUT = 500


@dataclass(frozen=True)
class Split:
    """Rows a layout is fitted on, and rows it never saw."""

    kept: F32  # [V - 500, D]
    held_out: F32  # [500, D]


def default_split(model: str | None = None) -> Split:
    """The embeddings of `model` (the default one where None), 500 of them held out by seed 0."""
    vectors = embedding_rows(resolve(model or default_name()).folder, TENSOR)
    chosen: I64 = np.sort(np.random.default_rng(0).choice(len(vectors), HELD_OUT, replace=False))
    return Split(np.delete(vectors, chosen, axis=0), vectors[chosen])


def measure(model: str | None = None) -> list[Row]:
    """The share kept among the 50 nearest on the map, and among the 15 nearest."""
    split = default_split(model)
    theirs = _fitted(split.kept)
    points = np.asarray(theirs.embedding_, np.float32)  # [N, 3]
    layout = Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "bench", "bench", 0, 0, 0, 0)
    placed = Placer(vocabulary_space(EMBEDDING, split.kept), layout).place(split.held_out).points3
    transformed = np.asarray(theirs.transform(split.held_out), np.float32)
    true = _true_neighbours(split)
    rows = []
    for nearest in (NEAREST, _CLOSER):
        ours, umaps = (_kept(points, places, true, nearest) for places in (placed, transformed))
        name = f"neighbours kept by placing 500 held out, of {NEIGHBOURS} among {nearest} nearest"
        rows.append(at_least(name, ours, "", "umap.transform", umaps, 1.0))
    return rows


def _fitted(vectors: F32) -> Any:
    import umap

    return umap.UMAP(n_components=3, metric="cosine", n_neighbors=15, min_dist=0.1).fit(vectors)


def _true_neighbours(split: Split) -> npt.NDArray[np.int64]:
    unit, held = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (split.kept, split.held_out))
    return np.array([np.argsort(-(unit @ vector), kind="stable")[:NEIGHBOURS] for vector in held])  # [500, 15]


def _kept(points: F32, places: F32, true: npt.NDArray[np.int64], nearest: int) -> float:
    shares = []
    for place, ids in zip(places, true, strict=True):
        near = np.argsort(np.linalg.norm(points - place, axis=1), kind="stable")[:nearest]
        shares.append(np.isin(ids, near).mean())
    return float(np.mean(shares))


if __name__ == "__main__":
    main(measure)
