"""From fits to `Layout` records: keys, libraries and faithfulness figures filled in."""

from __future__ import annotations

import numpy as np

from engine.maps.directions import LIBRARY, directions_fit
from engine.maps.faithfulness import Kept, both_kept
from engine.maps.pca import PcaFit, pca_layout
from engine.maps.place import Placer
from engine.maps.spaces import SpaceVectors
from engine.maps.store import layout_key
from engine.records import ALGORITHMS, F32, Directions, FitParams, Layout

PCA_LIBRARY = "Orrery PCA 1"


def pca_of(vectors: SpaceVectors, model_hash: str, measure: bool = True) -> tuple[Layout, PcaFit]:
    """The PCA layout of a space, and the fit that projects new vectors into it.

    Measuring takes about a second at 50,000 points; without it the shares kept are NaN and `n_measured` is 0.
    """
    fit = pca_layout(vectors.vectors, vectors.counted)
    nan = float("nan")
    kept = _measured(vectors, fit.points3, fit.points2) if measure else Kept(nan, nan, nan, 0)
    space = vectors.background.space
    key = layout_key(model_hash, space, "pca", None, PCA_LIBRARY)
    layout = Layout(
        space, "pca", None, fit.points3, fit.points2, PCA_LIBRARY, key, kept.three, kept.two, kept.error, kept.n,
        fit.explained, fit.shares,
    )  # fmt: skip
    return layout, fit


def directions_of(vectors: SpaceVectors, model_hash: str, params: Directions) -> Layout:
    """The layout of a space along chosen directions. Raises InputRefused as `directions_fit`."""
    fit = directions_fit(vectors.vectors, params, vectors.counted)
    space = vectors.background.space
    kept = _measured(vectors, fit.points3, fit.points2)
    return Layout(
        space, "directions", params, fit.points3, fit.points2, LIBRARY,
        layout_key(model_hash, space, "directions", params, LIBRARY), kept.three, kept.two, kept.error, kept.n,
        fit.explained, fit.shares,
    )  # fmt: skip


def fitted_layout(
    vectors: SpaceVectors, model_hash: str, params: FitParams, library: str, points3: F32, points2: F32
) -> Layout:
    """The layout by `params` whose fitted points are `points3` and `points2` [n, d]; left-out ones are placed.

    n is the number of points that are not left out, in the background's order.
    """
    space, algorithm = vectors.background.space, ALGORITHMS[type(params)]
    key = layout_key(model_hash, space, algorithm, params, library)
    full3, full2 = (_spread(vectors, points) for points in (points3, points2))
    left_out = vectors.background.left_out
    if left_out is not None and left_out.any():
        bare = Layout(space, algorithm, params, full3.copy(), full2.copy(), library, key, 0, 0, 0, 0)
        places = Placer(SpaceVectors(vectors.background, vectors.vectors), bare).place(vectors.vectors[left_out])
        full3[left_out], full2[left_out] = places.points3, places.points2
    kept = _measured(vectors, full3, full2)
    return Layout(space, algorithm, params, full3, full2, library, key, kept.three, kept.two, kept.error, kept.n)


def placer_of(vectors: SpaceVectors, layout: Layout, fit: PcaFit | None = None) -> Placer:
    """The placer of a layout; a PCA layout's needs its `fit`, which is made again where it is not given."""
    if isinstance(layout.params, Directions):
        return Placer(vectors, layout, directions_fit(vectors.vectors, layout.params, vectors.counted).project)
    if layout.algorithm != "pca":
        return Placer(vectors, layout)
    known = pca_layout(vectors.vectors, vectors.counted) if fit is None else fit
    return Placer(vectors, layout, known.project)


def _measured(vectors: SpaceVectors, points3: F32, points2: F32) -> Kept:
    return both_kept(vectors.search, points3, points2, vectors.background.left_out)


def _spread(vectors: SpaceVectors, points: F32) -> F32:
    """Fitted points [n, d] at their background rows, zero at the rows left out. [N, d]"""
    counted = vectors.counted
    if counted is None:
        return points
    full = np.zeros((len(counted), points.shape[1]), np.float32)
    full[counted] = points
    return full
