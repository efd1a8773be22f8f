"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.digits.records import AskPictures
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One, small: the others train nets, and need neither a model nor a device."""
    yield "digits", AskPictures()
