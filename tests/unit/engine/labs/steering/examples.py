"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries.records import FeatureName
from engine.labs.steering.records import AskDial, AskFeatureSteering, AskVectorSteering
from engine.records import Sampling
from tests.helpers.lab_examples import About, Examples
from tests.helpers.steering import FEATURE, dictionary_file, vector_of

D = 32  # of most tiny models; the others refuse it


def questions(about: About) -> Examples:
    """One of each class, small; of a dictionary that stands beside the texts."""
    if about.texts.is_absolute():
        _, name = dictionary_file(about.texts.parent, D)
    else:
        name = str(about.texts.with_name("none.safetensors"))
    yield "steering by a feature", AskFeatureSteering(FeatureName(name, FEATURE))
    yield "steering vector", AskVectorSteering(1, ("the cat sat", "the cat"), ("the dog ran", "the dog"))
    change, control = vector_of(D), vector_of(D, seed=4)
    yield "dial", AskDial(change, control, about.node, (0.0, 2.0), 3, Sampling(temperature=0), seconds=60.0)
