"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.layers.records import AskLens, AskLensApart, AskWay, AskWrites
from engine.records import Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "lens", AskLens(about.node, 2)
    yield "apart", AskLensApart(about.node, about.node, 2)
    yield "writes", AskWrites(about.node)


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """The path of a state through the layers."""
    yield f"way {space.key}", AskWay(about.node, space, layout_key)
