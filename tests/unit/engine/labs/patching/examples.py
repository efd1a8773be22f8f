"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.patching.records import AskPatching, AskTracing
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "patching state", AskPatching("the cat sat", "the dog ran", "state", "#7", "#9")
    yield "patching attention", AskPatching("the cat sat", "the dog ran", "attention", "#7", "#9")
    yield "patching mlp", AskPatching("the cat sat", "the dog ran", "mlp", "#7", "#9")
    yield "tracing state", AskTracing("the cat sat on", "cat", "#7", "state", draws=3)
    yield "tracing attention", AskTracing("the cat sat on", "cat", "#7", "attention", draws=3)
    yield "tracing mlp", AskTracing("the cat sat on", "cat", "#7", "mlp", draws=3)
