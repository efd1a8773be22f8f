"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.analogies.records import AskAnalogy, AskAnalogySet, AskArrows, AskOffsets
from engine.records import Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "analogy", AskAnalogy("a", "b", "c", "d")
    yield "analogy set", AskAnalogySet("a b c d; b c d e")
    yield "offsets", AskOffsets("a b; c d; e f; g h", draws=50)


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """As arrows, where the map is of vectors of tokens."""
    if space.kind in ("embedding", "unembedding"):
        yield "analogy on the map", AskArrows("a", "b", "c", "d", space.kind, layout_key)
