"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.landscape.records import AskLandscape, Setup
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One, small."""
    yield "landscape", AskLandscape(Setup(steps=3, starts=2), grid=5)
