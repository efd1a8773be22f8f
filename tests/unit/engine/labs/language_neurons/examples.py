"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.language_neurons.records import AskContrast, AskLanguage, AskRedundancy
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    one, other = str(about.texts), str(about.other_texts)
    yield "contrast", AskContrast(one, other, 20, 2)
    yield "language", AskLanguage(one, neurons=2, candidates=2, scales=(0.0, 1.0), draws=100)
    yield "redundancy", AskRedundancy(one, other, (1, 3), 2)
