"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.attention.records import (
    AskAtlas,
    AskHeadLine,
    AskHeadPicture,
    AskHeadScores,
    AskHeadWindow,
    AskInduction,
    AskInductionMeans,
    Mix,
)
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    node, mix = about.node, Mix(((0, 1), (1, 0)), ((2, 3),))
    yield "atlas", AskAtlas(node)
    yield "head scores", AskHeadScores(length=12, sequences=2, batches=1)
    yield "induction", AskInduction(node, 3)
    yield "induction means", AskInductionMeans(node, 7, ((0, 1), (1, 2)))
    yield "long head", AskHeadPicture(node, mix)
    yield "long window", AskHeadWindow(node, mix, 1, 0, 8)
    yield "long line", AskHeadLine(node, mix, 3, True)
