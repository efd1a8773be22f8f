from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]

_LOAD = """
import sys
from engine.maps.umap_blocks import building_blocks
blocks = building_blocks(approximate=False)
print("pynndescent" in sys.modules, hasattr(blocks, "fuzzy_simplicial_set"), blocks.NNDescent)
"""

_MAPS = """
import importlib, pkgutil, sys
import engine.maps
for module in pkgutil.iter_modules(engine.maps.__path__):
    if module.name != "make_bundled":
        importlib.import_module("engine.maps." + module.name)
heavy = {"umap", "numba", "sklearn", "scipy", "torch", "transformers", "pynndescent"}
print(sorted(heavy & set(sys.modules)))
"""


def _said(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=240
    )
    return done.stdout.strip()


def test_the_approximate_search_is_not_loaded_for_exact_neighbours() -> None:
    assert _said(_LOAD) == "False True None"


def test_importing_maps_loads_nothing_heavy() -> None:
    assert _said(_MAPS) == "[]"
