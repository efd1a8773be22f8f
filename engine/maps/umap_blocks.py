"""umap-learn's building blocks, loaded without what a fit with exact neighbours does not use.

umap-learn imports its approximate neighbour search (pynndescent), which compiles for half a minute when it is first
imported on a machine: measured 29 s of processor time against 3 s without it. So it is kept out by stand-ins while
umap-learn is imported, and put in only when a fit asks for approximate neighbours. What does get compiled is kept in
numba's cache, so that only the first start on a machine compiles. Used in the mapper process only.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_STAND_INS: Mapping[str, tuple[str, object]] = {
    "pynndescent": ("NNDescent", None),
    "pynndescent.distances": ("named_distances", {}),
    "pynndescent.sparse": ("sparse_named_distances", {}),
}
_KEPT_COMPILED = (
    ("umap.layouts", "_nb_optimize_layout_euclidean_single_epoch"),
    ("umap.umap_", "smooth_knn_dist"),
    ("umap.umap_", "compute_membership_strengths"),
)


def building_blocks(approximate: bool) -> Any:
    """The module `umap.umap_`; its `NNDescent` works only where `approximate` neighbours are announced."""
    with _without_approximate_search():
        blocks = importlib.import_module("umap.umap_")
        layouts = importlib.import_module("umap.layouts")
    if approximate:
        blocks.NNDescent = importlib.import_module("pynndescent").NNDescent  # type: ignore[attr-defined]
    # Its own lock is a semaphore, which a cancelled process would leave behind.
    layouts.tqdm.set_lock(threading.RLock())
    for module, name in _KEPT_COMPILED:
        function = getattr(sys.modules[module], name, None)
        if function is not None and hasattr(function, "enable_caching"):
            function.enable_caching()
    return blocks


@contextmanager
def _without_approximate_search() -> Iterator[None]:
    """Stand-ins in the place of pynndescent, unless it or umap-learn is loaded already."""
    if "pynndescent" in sys.modules or "umap.umap_" in sys.modules:
        yield
        return
    for module, (name, value) in _STAND_INS.items():
        stand_in = ModuleType(module)
        setattr(stand_in, name, value)
        sys.modules[module] = stand_in
    try:
        yield
    finally:
        for module in _STAND_INS:
            sys.modules.pop(module, None)
