"""Clusters of a space or of a picture of it by scikit-learn's HDBSCAN, with what chance and a second sample give.

HDBSCAN compares every point with every other, so it is run on a sample; each of the other points goes with the nearest
sampled one. Directions count and lengths do not, as in all else that is said of neighbours. In hundreds of dimensions
distances are all alike, so of the full space its first principal axes are taken: how much of it they hold is told.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.projections.neighbourhoods import F64, unit
from engine.labs.projections.records import (
    AXES,
    CLUSTERED,
    METHODS,
    PARTS,
    TYPICAL,
    AskClusters,
    ClusterLevel,
    Clusters,
)
from engine.maps.pca import principal_axes
from engine.maps.spaces import SpaceVectors
from engine.records import F32, I32, I64
from engine.sentences import say

FEWEST = 50  # points
SMALLEST = 5  # of a cluster
NEAR = 5  # HDBSCAN's min_samples: how many neighbours make a place dense
JUDGED, TRUE = 300, 15  # clustered points whose true neighbours are looked up, and how many of each
DOING = say("Looking for clusters")


def answer(question: AskClusters, bench: Workbench) -> Clusters:
    """The clusters by fineness.

    Raises:
        InputRefused: the space is not open, has no such layout, or too few points. Stopped: a person asked for an end,
            or something else came in between.
    """
    vectors, layouts = bench.layouts(question.space)
    layout = next((it for it in layouts if it.key == question.key), None)
    if vectors is None or (layout is None and question.of != "space"):
        raise InputRefused(
            say("The map of {what} is not open. Show it first, then ask again.", what=question.space.in_words)
        )
    counted = np.arange(len(vectors.vectors)) if vectors.counted is None else np.flatnonzero(vectors.counted)
    if len(counted) < FEWEST:
        raise InputRefused(
            say("Clusters need at least {fewest} points, but this map has {n}.", fewest=FEWEST, n=len(counted))
        )
    explained, directions = 1.0, unit(vectors.vectors[counted])  # [n, D]
    if layout is None or question.of == "space":
        axes = principal_axes(directions, AXES)
        places = axes.project(directions).astype(np.float64)
        explained = float(axes.variances.sum() / axes.total) if axes.total > 0 else 1.0
    else:
        places = (layout.points3 if question.of == "3D" else layout.points2)[counted].astype(np.float64)
    here = _Clustered(bench, vectors, counted, directions, places)
    levels = tuple(here.level(at, parts) for at, parts in enumerate(PARTS))
    bench.progress(DOING, 3 * len(PARTS), 3 * len(PARTS))
    return Clusters(question.space, question.of, levels, len(here.samples[0]), len(counted), explained)


@dataclass
class _Clustered:
    """The points of one space or picture: `places` [n, d] to cluster them by, `directions` [n, D] to name them by."""

    bench: Workbench
    vectors: SpaceVectors
    counted: I64  # [n] background indices
    directions: F32
    places: F64

    def __post_init__(self) -> None:
        n = len(self.places)
        size = min(CLUSTERED, n if n < 2 * FEWEST else -(-4 * n // 5))  # two samples are to differ
        rngs = [np.random.default_rng(seed) for seed in (0, 1, 2)]
        self.samples = tuple(np.sort(rng.choice(n, size, replace=False)) for rng in rngs[:2])
        self.cloud = rngs[2].multivariate_normal(self.places.mean(0), np.cov(self.places.T), size, method="eigh")

    def level(self, at: int, parts: int) -> ClusterLevel:
        """The clusters of one fineness, those of a second sample and those of the Gaussian cloud."""
        size = len(self.samples[0])
        least, method = max(SMALLEST, size // parts), METHODS[at]
        labels, again = (self._labelled(sample, least, method, 3 * at + i) for i, sample in enumerate(self.samples))
        chance = self._fitted(self.cloud, least, method, 3 * at + 2)
        sizes = np.bincount(labels[labels >= 0], minlength=0)
        order = np.argsort(-sizes, kind="stable")
        labels = np.append(np.argsort(order, kind="stable"), -1)[labels].astype(np.int32)  # the largest is 0
        full = np.full(len(self.vectors.vectors), -1, np.int32)
        full[self.counted] = labels
        shared, dealt = self._judged(labels)
        return ClusterLevel(
            least, full, sizes[order].astype(np.int32), self._typical(labels, len(sizes)), stability(labels, again),
            int(again.max(initial=-1)) + 1, agreement(labels, again), int(chance.max(initial=-1)) + 1,
            float((chance >= 0).mean()), shared, dealt,
        )  # fmt: skip

    def _fitted(self, places: F64, least: int, method: str, step: int) -> I32:
        """[m] HDBSCAN's labels."""
        from sklearn.cluster import HDBSCAN

        if self.bench.stop():
            raise Stopped
        self.bench.progress(DOING, step, 3 * len(PARTS))
        model = HDBSCAN(min_cluster_size=least, min_samples=NEAR, cluster_selection_method=method, copy=False)
        return np.asarray(model.fit(places).labels_, np.int32)

    def _labelled(self, sample: I64, least: int, method: str, step: int) -> I32:
        """[n] the label of each point: its own where it is in the sample, else that of the nearest that is."""
        from scipy.spatial import cKDTree

        found = self._fitted(self.places[sample], least, method, step)
        labels = np.empty(len(self.places), np.int32)
        others = np.setdiff1d(np.arange(len(labels)), sample)
        labels[sample] = found
        labels[others] = found[cKDTree(self.places[sample]).query(self.places[others])[1]]
        return labels

    def _typical(self, labels: I32, count: int) -> I32:
        """[C, TYPICAL] the background points most like the mean direction of their cluster."""
        found = np.full((count, TYPICAL), -1, np.int32)
        for cluster in range(count):
            rows = np.flatnonzero(labels == cluster)
            own = self.directions[rows]
            best = rows[np.argsort(-(own @ own.mean(axis=0)), kind="stable")[:TYPICAL]]
            found[cluster, : len(best)] = self.counted[best]
        return found

    def _judged(self, labels: I32) -> tuple[float, float]:
        """The mean share of clustered points' true neighbours that are in their cluster, and that of any points."""
        inside = np.flatnonzero(labels >= 0)
        if not len(inside):
            return float("nan"), float("nan")
        rows = np.random.default_rng(3).choice(inside, min(JUDGED, len(inside)), replace=False)
        of_all = np.full(len(self.vectors.vectors), -2, np.int32)
        of_all[self.counted] = labels
        index = self.counted[rows]
        found = self.vectors.search.nearest_each(self.vectors.vectors[index], TRUE + 1)
        shares = [
            float((of_all[ids[ids != at][:TRUE]] == of_all[at]).mean())
            for at, (ids, _) in zip(index.tolist(), found, strict=True)
        ]
        sizes = np.bincount(labels[inside])
        dealt = (sizes[labels[rows]] - 1) / max(len(labels) - 1, 1)
        return float(np.mean(shares)), float(dealt.mean())


def stability(labels: I32, again: I32) -> F32:
    """[C] each cluster's best Jaccard overlap with one of another labelling of the same points."""
    count, others = int(labels.max(initial=-1)) + 1, int(again.max(initial=-1)) + 1
    if not count or not others:
        return np.zeros(count, np.float32)
    both = (labels >= 0) & (again >= 0)
    shared = np.bincount(labels[both] * others + again[both], minlength=count * others).reshape(count, others)
    one, other = np.bincount(labels[labels >= 0], minlength=count), np.bincount(again[again >= 0], minlength=others)
    found: F32 = (shared / (one[:, None] + other - shared)).max(axis=1).astype(np.float32)
    return found


def agreement(labels: I32, again: I32) -> float:
    """The adjusted Rand index over points that both labellings put into a cluster; NaN where there are none."""
    from sklearn.metrics import adjusted_rand_score

    both = (labels >= 0) & (again >= 0)
    return float(adjusted_rand_score(labels[both], again[both])) if both.any() else float("nan")
