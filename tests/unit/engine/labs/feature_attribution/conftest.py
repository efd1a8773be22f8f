"""Two small dictionaries on disk, of the states after blocks 0 and 2 of a tiny model."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from tests.helpers.dictionaries import random_dictionary

HOOKS = (Hook("resid", 0), Hook("resid", 2))


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Their names."""
    folder: Path = tmp_path_factory.mktemp("dictionaries")
    names = [str(folder / f"{hook.key}.safetensors") for hook in HOOKS]
    for at, (hook, name) in enumerate(zip(HOOKS, names, strict=True)):
        files.save(Path(name), random_dictionary(hook=hook, seed=at))
    return names[0], names[1]
