"""Small spaces for the map tests: clustered random vectors, and layouts of them."""

from __future__ import annotations

import numpy as np

from engine.maps.pca import fit_pca
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING, F32, Layout


def clustered(n: int = 400, d: int = 24, groups: int = 12, seed: int = 0) -> F32:
    """Vectors [n, d] around a few centres, of differing lengths."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((groups, d))
    vectors = centres[random.integers(groups, size=n)] + 0.5 * random.standard_normal((n, d))
    return (vectors * random.uniform(0.5, 2, (n, 1))).astype(np.float32)


def space_of(vectors: F32) -> SpaceVectors:
    return vocabulary_space(EMBEDDING, vectors)


def layout_of(vectors: F32, key: str = "key") -> Layout:
    """A layout that passes for a UMAP one, its points those of PCA."""
    points3, points2, _ = fit_pca(vectors)
    return Layout(EMBEDDING, "umap", None, points3, points2, "test", key, 0.0, 0.0, 0.0, 0)
