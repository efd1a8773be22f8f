"""The algorithms that lay a map out: their names, what has to be installed for each, and about how long a fit takes."""

from __future__ import annotations

import importlib.util
import math

from engine.records import Algorithm

NAMES: dict[Algorithm, str] = {
    "pca": "PCA",
    "umap": "UMAP",
    "tsne": "t-SNE",
    "pacmap": "PaCMAP",
    "directions": "Directions",
}
FITTED: tuple[Algorithm, ...] = ("umap", "tsne", "pacmap")
METRICS: dict[Algorithm, tuple[str, ...]] = {
    "umap": ("cosine", "euclidean", "correlation", "manhattan"),
    "tsne": ("cosine", "euclidean", "correlation", "manhattan"),
    "pacmap": ("cosine", "euclidean"),
}
_OPTIONAL: dict[Algorithm, tuple[str, str]] = {"tsne": ("openTSNE", "openTSNE"), "pacmap": ("pacmap", "pacmap")}
# Processor seconds of a fit in 3D and 2D, measured with neighbours at hand and compiled code on one AMD core
# (`tests.bench.keep`): those of each point, and of it times the logarithm of how many there are.
_SECONDS: dict[Algorithm, tuple[float, float]] = {"umap": (2.2e-3, 0.0), "tsne": (0.0, 1.0e-3), "pacmap": (3.4e-3, 0.0)}
_SEARCH = 3.5e-11  # seconds of one multiplication of the search for neighbours


def missing_package(algorithm: Algorithm) -> str:
    """The package that has to be installed for an algorithm; "" where it is there."""
    if algorithm not in _OPTIONAL:
        return ""
    module, package = _OPTIONAL[algorithm]
    try:
        found = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        found = None
    return "" if found is not None else package


def fit_seconds(algorithm: Algorithm, n: int, width: int) -> float:
    """About how long a fit of n points of so many dimensions takes on one core, compiled code at hand."""
    each, times_log = _SECONDS[algorithm]
    return n * (each + times_log * math.log2(max(n, 2))) + _SEARCH * n * n * width
