"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.hello_bye.records import AskGoesOn, AskHelloBye
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    question = AskHelloBye("the", "cat", 4, 3)
    yield "hello bye", question
    yield "goes on", AskGoesOn(question, 5, ((0, 1), (1, 0)))
