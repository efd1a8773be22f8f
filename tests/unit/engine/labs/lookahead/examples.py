"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.lookahead.records import AskAhead
from engine.records import EMBEDDING, Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One token ahead, and two."""
    yield "one ahead", AskAhead(about.node, tuple((token,) for token in about.ids), EMBEDDING)
    yield "two ahead", AskAhead(about.node, (about.ids[:2], about.ids[1:]), EMBEDDING)


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """With places."""
    yield "placed ahead", AskAhead(about.node, (about.ids[:2], about.ids[1:]), space, layout_key)
