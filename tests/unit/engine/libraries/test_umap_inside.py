"""What Orrery relies on inside umap-learn: each test names what an update of the library has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]

_LOAD = """
import sys
from engine.libraries.umap_inside import building_blocks
blocks = building_blocks(approximate=False)
print("pynndescent" in sys.modules, hasattr(blocks, "fuzzy_simplicial_set"), blocks.NNDescent)
"""

_MAPS = """
import importlib, pkgutil, sys
import engine.maps
for module in pkgutil.iter_modules(engine.maps.__path__):
    if module.name != "make_bundled":
        importlib.import_module("engine.maps." + module.name)
heavy = {"umap", "numba", "sklearn", "scipy", "torch", "transformers", "pynndescent", "openTSNE", "pacmap", "faiss"}
print(sorted(heavy & set(sys.modules)))
"""


_CALLS = """
import inspect, sys
from importlib.metadata import version
from engine.libraries import umap_inside
blocks = umap_inside.building_blocks(approximate=False)
expected = {  # given by place, then by name
    "fuzzy_simplicial_set": (
        ["X", "n_neighbors", "random_state", "metric"], {"knn_indices", "knn_dists", "return_dists"}),
    "find_ab_params": (["spread", "min_dist"], set()),
    "nearest_neighbors": (["X", "n_neighbors", "metric", "metric_kwds", "angular", "random_state"], {"low_memory"}),
    "simplicial_set_embedding": (
        ["data", "graph", "n_components", "initial_alpha", "a", "b", "gamma", "negative_sample_rate", "n_epochs",
         "init", "random_state", "metric", "metric_kwds", "densmap", "densmap_kwds", "output_dens"], {"tqdm_kwds"}),
    "make_epochs_per_sample": (["weights", "n_epochs"], set()),
    "_optimize_layout_aligned_euclidean_single_epoch": (
        ["head_embeddings", "tail_embeddings", "heads", "tails", "epochs_per_sample", "a", "b",
         "regularisation_weights", "relations", "rng_state", "gamma", "lambda_", "dim", "move_other", "alpha",
         "epochs_per_negative_sample", "epoch_of_next_negative_sample", "epoch_of_next_sample", "n"], set()),
}
release = "umap-learn " + version("umap-learn")
for name, (placed, named) in expected.items():
    function = getattr(blocks, name, None) or getattr(sys.modules["umap.layouts"], name, None)
    taken = list(inspect.signature(function).parameters) if function else []
    if taken[: len(placed)] != placed or not named <= set(taken):
        print(f"{release}: {name} takes {taken}")
for module, name in umap_inside.KEPT_COMPILED:
    if not hasattr(getattr(sys.modules[module], name, None), "enable_caching"):
        print(f"{release}: {module}.{name} is not there to be kept compiled")
if not hasattr(sys.modules["umap.layouts"].tqdm, "set_lock"):
    print(f"{release}: its bar is not tqdm's")
print("looked")
"""


def _said(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=240
    )
    return done.stdout.strip()


def test_the_approximate_search_is_not_loaded_for_exact_neighbours() -> None:
    assert _said(_LOAD) == "False True None"


def test_the_building_blocks_are_there_and_take_what_they_are_given() -> None:
    assert _said(_CALLS) == "looked"


def test_importing_maps_loads_nothing_heavy() -> None:
    assert _said(_MAPS) == "[]"
