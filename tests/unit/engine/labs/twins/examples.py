"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.twins.records import AskSentence, AskTwins, Twin
from engine.records import Change, Plan, Sampling
from tests.helpers.lab_examples import HEAD, NEURON, About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    one = Twin(about.ids)
    other = Twin(about.ids, plan=Plan((Change(NEURON, 0.0), Change(HEAD, 0.0))))
    drawn = Sampling(temperature=0.8, seed=1)  # all in one slice, however busy the machine is
    yield "twins", AskTwins(one, other, 4, drawn, seconds=600.0)
    yield "sentence", AskSentence(one, other, 4, drawn, seconds=600.0)
