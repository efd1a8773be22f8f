"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.paths.records import AskPath, AskSamplePaths
from engine.records import EMBEDDING, Change, Plan, Space
from tests.helpers.lab_examples import MLP, About, Examples


def questions(about: About) -> Examples:
    """The tokens of a prompt, and of a text."""
    yield "path of a prompt", AskPath(EMBEDDING, prompt="the cat ran")
    yield "path of tokens", AskPath(EMBEDDING, token_ids=about.ids)


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """With places."""
    yield "placed path", AskPath(space, layout_key, token_ids=about.ids)
    yield "placed twin", AskPath(space, layout_key, prompt="the cat", plan=Plan((Change(MLP, 0.0),)))
    if space.kind == "resid":
        yield "placed samples", AskSamplePaths(space, layout_key, (about.ids[:2], about.ids), prompt="the cat")
