"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.dictionaries.records import FeatureName, Hook
from engine.labs.probes.records import AskAlong, AskFeatureAlong, AskProbe
from engine.records import Space
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """None: every question is about a map."""
    yield from ()


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """Between points, and a probe of some against all others."""
    yield "along a direction", AskAlong(space, (3, 4), (5, 6))
    file = about.texts.with_name("along.safetensors")
    if file.is_absolute() and not file.exists():
        files.save(file, random_dictionary(hook=Hook("resid", 1)))
    yield "along a feature", AskFeatureAlong(space, FeatureName(str(file), 3))
    yield "a probe", AskProbe(space, tuple(range(10, 30)))
