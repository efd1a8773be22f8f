"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries.records import Hook, Recipe
from engine.labs.dictionary_training.records import (
    AskCost,
    AskTrainings,
    DiscardTraining,
    SaveDictionary,
    SweepDictionaries,
    TrainDictionary,
)
from tests.helpers.lab_examples import About, Examples


def questions(_about: About) -> Examples:
    """One of each class, small, on the bundled sample."""
    recipe = Recipe(Hook("resid", 0), width=16, k=3, aux_k=2, batch=32, steps=2, tokens=600, context=16, text="sample")
    yield "dictionary training", TrainDictionary(recipe, seconds=20.0)
    yield "dictionary saved", SaveDictionary(recipe)
    yield "dictionary cost", AskCost(recipe)
    yield "dictionary trainings", AskTrainings()
    yield "dictionary sweep", SweepDictionaries(recipe, widths=(8, 16), ks=(2, 3), seconds=20.0)
    yield "dictionary discarded", DiscardTraining(recipe)
