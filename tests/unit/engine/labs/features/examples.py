"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from engine.labs.features.records import (
    AskAtToken,
    AskContexts,
    AskDictionaries,
    AskDictionary,
    AskFeatureContrast,
    AskFeatureEffects,
    AskFiring,
    AskIndex,
    AskReading,
    AskTry,
)
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples

ONE, OTHER = "the cat sat\nthe cat ran\na cat\nthe cat", "the dog ran\na dog sat\nthe dog\na dog"


def questions(about: About) -> Examples:
    """One of each class, small; of a dictionary and a text that stand beside the texts, which is read first."""
    path, text = about.texts.with_name("features.safetensors"), about.texts.with_name("features.txt")
    if path.is_absolute() and not path.exists():
        files.save(path, random_dictionary(hook=Hook("resid", 1)))
        text.write_text(" ".join(["the dog sees a cat and runs home"] * 400), "utf-8")
    name, where = str(path), str(text)
    yield "dictionaries", AskDictionaries()
    yield "dictionary", AskDictionary(name)
    yield "index of features", AskIndex(name, where, 1_000, make=True)
    yield "contexts of a feature", AskContexts(name, where, 1_000, 3)
    yield "features at a token", AskAtToken(name, where, 1_000, "cat", 5)
    yield "what a feature writes", AskReading(name, 3)
    yield "a feature in a typed text", AskTry(name, 3, "the cat sat on the mat")
    yield "features that fire", AskFiring(about.node, name)
    yield "effects of features", AskFeatureEffects(about.node, name, "#7", 2)
    yield "a contrast of features", AskFeatureContrast(name, ONE, OTHER, 5)
