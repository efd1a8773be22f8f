"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.ablation.records import AskChangedInside, AskChangedNext, AskSweep
from engine.records import Change, Plan
from tests.helpers.lab_examples import HEAD, MLP, NEURON, About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    plan = Plan((Change(NEURON, 0.0), Change(HEAD, 0.0)))
    yield "changed next", AskChangedNext(Plan((Change(MLP, mean=True),)), about.node)
    yield "changed inside", AskChangedInside(plan, about.node, 1, 2)
    yield "sweep", AskSweep(Change(HEAD, 0.0), Plan(), about.node, scales=(0.0, 1.0, 2.0))
