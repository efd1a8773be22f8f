"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.probes.records import AskAlong, AskProbe
from engine.records import Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """None: every question is about a map."""
    yield from ()


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """Between points, and a probe of some against all others."""
    yield "along a direction", AskAlong(space, (3, 4), (5, 6))
    yield "a probe", AskProbe(space, tuple(range(10, 30)))
