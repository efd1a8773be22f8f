"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.branches.records import AskFork
from engine.records import Change, Plan, Sampling
from tests.helpers.lab_examples import HEAD, About, Examples


def questions(about: About) -> Examples:
    """As drawn, and with a part switched off."""
    yield "drawn", AskFork(about.node, about.ids, Sampling(0.7))
    yield "changed", AskFork(about.node, about.ids, Sampling(0.7), Plan((Change(HEAD, 0.0),)))
