"""Questions to the laboratory about a model, for tests that try all of them."""

from __future__ import annotations

from engine.folders import RESOURCES
from engine.labs.ngrams.records import AskModelBits, AskModelStrip, AskModelWritten
from tests.helpers.lab_examples import About, Examples

TEXT = RESOURCES / "sample" / "essay_errors.txt"  # long enough for some of it to be held out, and short


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "bits of the model", AskModelBits(str(TEXT), stretches=1)
    yield "text by the model", AskModelWritten("the cat", 10)
    yield "a sentence under the model", AskModelStrip("the cat sat")
