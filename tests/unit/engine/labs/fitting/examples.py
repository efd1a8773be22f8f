"""Questions to the laboratory, for tests that try all of them: none of its own needs a model."""

from __future__ import annotations

from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """None: formulas are tried without a model."""
    yield from ()
