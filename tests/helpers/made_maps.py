"""Small spaces for the map tests: clustered random vectors, the spaces and states they make, and layouts of them."""

from __future__ import annotations

import numpy as np

from engine.maps.pca import pca_layout
from engine.maps.spaces import SpaceVectors, States, vocabulary_space
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
    fit = pca_layout(vectors)
    points3, points2 = fit.points3, fit.points2
    return Layout(EMBEDDING, "umap", None, points3, points2, "test", key, 0.0, 0.0, 0.0, 0)


def states(vectors: F32, texts: int = 4) -> States:
    """The vectors as states at the positions of so many texts."""
    n = len(vectors)
    positions = (np.arange(n) % (n // texts)).astype(np.int32)
    return States(
        vectors,
        np.arange(n, dtype=np.int32),
        positions,
        np.ones(n, np.float32),
        (np.arange(n) // (n // texts)).astype(np.int32),
        ("a", "b", "c", "d"),
    )
