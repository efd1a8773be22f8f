"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.projections.records import AskProjections
from engine.records import Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """None: every question is about a map."""
    yield from ()


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """One, of few points."""
    yield "projections", AskProjections(space, (layout_key,), n=20)
