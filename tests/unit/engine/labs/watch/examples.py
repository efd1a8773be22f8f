"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from tests.helpers.lab_examples import About, Examples


def questions(_about: About) -> Examples:
    """None: all need a dictionary, and are tried with one in this folder."""
    yield from ()
