"""Questions to the laboratory, for tests that try all of them: none is about a language model."""

from __future__ import annotations

from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """None."""
    yield from ()
