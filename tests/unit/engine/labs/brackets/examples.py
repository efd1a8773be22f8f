"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.brackets.questions import CompareLarge
from engine.labs.brackets.records import Framing
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "brackets", CompareLarge(strings=("(())",), framing=Framing("a", "(()) ()\n"))
