"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.motion.questions import AskDimension, AskFans, AskLaws, AskNormed, AskScales
from engine.records import Space
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    yield "motion scales", AskScales()
    yield "motion normed", AskNormed(about.node)
    yield "motion fans", AskFans(about.node, 1, k=3)
    yield "motion laws", AskLaws(1, texts=str(about.texts), steps=3, k=2)
    yield "motion dimension", AskDimension(str(about.texts), n_states=50)


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """With the map in use."""
    yield "motion fans on the map", AskFans(about.node, 0, space, k=3)
