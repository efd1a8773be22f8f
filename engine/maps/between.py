"""Layouts of layers between those that were laid out together: each token between its places in the two nearest.

The layouts of layers that were fitted together (`engine.maps.joint_fit`) lie over each other, so a straight line from
one to the next is where a token may be in between. How much of a layer's own neighbourhoods such a layout keeps is
measured on that layer's states, as for every layout. With 1,500 tokens of the default model, layers 1 to 4 and 6 to 9
between 0, 5 and 10 laid out as one graph: 0.71 on average, 0.67 in the lower layer's places, 0.70 in the upper's.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from engine.errors import DiskProblem
from engine.maps.faithfulness import both_kept
from engine.maps.spaces import SpaceVectors
from engine.maps.store import LayoutStore, layout_key
from engine.records import F32, NORMED, Layout, UmapParams, along_of, layers_around


def between(vectors: SpaceVectors, seed: str, n_layers: int, store: LayoutStore) -> Layout | None:
    """The layout of a space of states between stored ones that were fitted together; None where there are none, or
    where its own layer is one of them. It is stored itself. `seed` is that of the layouts' keys."""
    space = vectors.background.space
    at = n_layers if space.layer == NORMED else space.layer
    found = _nearest_fitted(at, vectors, seed, n_layers, store)
    if found is None or not isinstance(found.params, UmapParams) or space.layer in found.params.along:
        return None
    params = found.params
    lower, upper = layers_around(at, params.along)
    ends = [_of(layer, found, vectors, seed, store) for layer in (lower, upper)]
    if ends[0] is None or ends[1] is None:
        return None
    part = (at - lower) / (upper - lower) if upper > lower else 0.0
    points3 = _mixed(ends[0].points3, ends[1].points3, part)
    points2 = _mixed(ends[0].points2, ends[1].points2, part)
    kept = both_kept(vectors.search, points3, points2, vectors.background.left_out)
    key = layout_key(seed, space, "umap", params, found.library)
    layout = Layout(
        space, "umap", params, points3, points2, found.library, key, kept.three, kept.two, kept.error, kept.n
    )
    with contextlib.suppress(DiskProblem):  # made again at the next start, nothing else is lost
        store.save(seed, layout)
    return layout


def _mixed(one: F32, other: F32, part: float) -> F32:
    return np.asarray(one + (other - one) * np.float32(part), np.float32)


def _nearest_fitted(at: int, vectors: SpaceVectors, seed: str, n_layers: int, store: LayoutStore) -> Layout | None:
    """The newest layout of the nearest layer that was fitted together with others."""
    for layer in sorted(range(n_layers + 1), key=lambda other: abs(other - at)):
        for layout in _stored(layer, vectors, seed, store):
            if layer in along_of(layout.params):
                return layout
    return None


def _of(layer: int, like: Layout, vectors: SpaceVectors, seed: str, store: LayoutStore) -> Layout | None:
    wanted = (like.params, like.library)
    same = (found for found in _stored(layer, vectors, seed, store) if (found.params, found.library) == wanted)
    return next(same, None)


def _stored(layer: int, vectors: SpaceVectors, seed: str, store: LayoutStore) -> Iterable[Layout]:
    space = replace(vectors.background.space, layer=layer)
    return store.stored(seed, space, len(vectors.background.token_ids))[0]
