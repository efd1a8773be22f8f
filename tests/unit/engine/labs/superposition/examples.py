"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.superposition.records import AskProduct
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """The one that needs a model."""
    yield "product", AskProduct(("a", "b"), ("c", "d"), ("{first} {second} e",))
