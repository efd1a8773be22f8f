"""PaCMAP's inside: its own choice of near pairs, among neighbours that are given.

The class finds neighbours with faiss' HNSW graph, whose making is random; given as `pair_neighbors` they are ours.
Which of 50 more neighbours than are asked for become pairs is its own rule (Wang et al. 2021: distances scaled by each
point's 4th to 6th neighbour), in two compiled functions of its module. The iterations are read from what it prints
when `verbose`. Importing it compiles for half a minute the first time on a machine, and is kept in numba's cache. Used
in the mapper process only.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
from typing import Any, TextIO, cast

import numpy as np

from engine.libraries.changed import relied_on
from engine.records import F32, I32

MORE = 50  # neighbours looked at beyond those that become pairs


@relied_on("pacmap")
def near_pairs(rows: F32, indices: I32, distances: F32, k: int) -> I32:
    """k near pairs of each point: (point, neighbour). [n * k, 2]

    `indices` and `distances` [n, m] are of each point's m >= k nearest, nearest first, itself none of them.
    """
    inside = importlib.import_module("pacmap.pacmap")
    near = distances[:, 3:6] if distances.shape[1] > 3 else distances
    sigma = np.maximum(near.mean(axis=1), 1e-10).astype(np.float32)  # [n]
    scaled = inside.scale_dist(distances, sigma, indices)
    pairs: I32 = inside.sample_neighbors_pair(rows, scaled, indices, np.int32(k))
    return pairs


@relied_on("pacmap")
def arranged(
    rows: F32, pairs: I32, k: int, dimensions: int, ratios: tuple[float, float], distance: str, seed: int, said: TextIO
) -> F32:
    """PaCMAP's layout of `rows` [n, D] with given near pairs; what it prints goes to `said`. [n, dimensions]"""
    logging.getLogger("pacmap").setLevel(logging.ERROR)  # it warns of every seed
    made: Any = importlib.import_module("pacmap").PaCMAP(
        n_components=dimensions, n_neighbors=k, MN_ratio=ratios[0], FP_ratio=ratios[1], distance=distance,
        random_state=seed, verbose=True, pair_neighbors=pairs, save_tree=False,
    )  # fmt: skip
    with contextlib.redirect_stdout(cast(Any, said)):
        return np.asarray(made.fit_transform(rows), np.float32)
