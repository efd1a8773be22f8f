"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.two_names.records import AskNameKnockouts, AskNames
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "names", AskNames("the cat and the dog", "t", "c")
    yield "name knockouts", AskNameKnockouts("the cat and the dog", "t", "c", 4)
