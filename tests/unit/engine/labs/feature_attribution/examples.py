"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.labs.feature_attribution.records import AskAttribution, AskOff, Node
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small; of a dictionary that stands beside the texts."""
    file = about.texts.with_name("attribution.safetensors")
    if file.is_absolute() and not file.exists():
        files.save(file, random_dictionary())
    asked = AskAttribution(about.node, (str(file),), "#7", "#9", most=6, checked=4)
    yield "feature attribution", asked
    yield "feature attribution off", AskOff(asked, (Node(0, "error", 1), Node(-1, "embedding", 1)), 0.0)
