"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.projections.records import AskApart, AskClusters, AskLosses, AskProjections, AskTrueNeighbours
from engine.records import Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """None: every question is about a map."""
    yield from ()


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """Of few points, and of all."""
    yield "projections", AskProjections(space, (layout_key,), n=20)
    yield "losses", AskLosses(space, layout_key)
    yield "true neighbours", AskTrueNeighbours(space, 5)
    yield "apart", AskApart(space, (3, 5, 8))
    yield "clusters", AskClusters(space, "space")
    yield "clusters of a picture", AskClusters(space, "3D", layout_key)
