"""A dictionary in a file with what is known of its features, and changes that steer by it, for tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.dictionaries.records import Activity, Hook
from engine.labs.steering.records import FeatureChange, SteeringVector, Way

if TYPE_CHECKING:
    from engine.dictionaries.dictionary import Dictionary

HOOK = Hook("resid", 1)
FEATURE = 7
LARGEST = 2.5


def dictionary_file(folder: Path, d: int, hook: Hook = HOOK, seed: int = 0) -> tuple[Dictionary, str]:
    """A random dictionary that was saved, and its name; feature `FEATURE` had `LARGEST` as its largest activation."""
    from engine.dictionaries import files  # which loads torch: tests of views take the records alone
    from tests.helpers.dictionaries import random_dictionary

    made = random_dictionary(d, hook=hook, seed=seed)
    largest = np.full(made.width, LARGEST, np.float32)
    largest[0] = 0.0  # a dead one
    density = np.where(largest > 0, np.float32(0.1), np.float32(0))
    path = folder / f"{hook.key}.{seed}.safetensors"
    sha = files.save(path, made, Activity(1000, density, largest, largest * np.float32(0.5)))
    return replace(made, info=replace(made.info, name=str(path), sha256=sha)), str(path)


def feature_change(name: str, sha: str, way: Way = "add", strength: float = 1.0, hook: Hook = HOOK) -> FeatureChange:
    return FeatureChange(name, sha, hook, FEATURE, way, LARGEST, 0.25, strength=strength)


def vector_of(width: int, seed: int = 3, strength: float = 1.0, hook: Hook = HOOK) -> SteeringVector:
    drawn = np.random.default_rng(seed).standard_normal(width).astype(np.float32)
    return SteeringVector(hook, drawn, "“love” − “hate”", 0.5, strength=strength)
