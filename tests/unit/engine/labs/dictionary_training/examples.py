"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from tests.helpers.lab_examples import About, Examples


def questions(_about: About) -> Examples:
    """One of each class, small."""
    yield from ()
