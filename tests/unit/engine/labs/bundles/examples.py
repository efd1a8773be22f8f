"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.bundles.records import AskBundle
from engine.records import Sampling
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """Of the run's text, and of another."""
    yield "bundle", AskBundle(about.node, 4, 3, Sampling(1.0, seed=3))
    yield "bundle of a prompt", AskBundle(about.node, 3, 2, Sampling(0.0), "abc")
