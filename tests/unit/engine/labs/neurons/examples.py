"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.neurons.records import (
    AskActive,
    AskEffects,
    AskExact,
    AskHere,
    AskNeuron,
    AskPromoters,
    AskShares,
    AskStrongest,
    AskTriggers,
)
from engine.records import Site
from tests.helpers.lab_examples import HEAD, NEURON, About, Examples


def questions(about: About) -> Examples:
    """One of each class, small."""
    node = about.node
    yield "neuron", AskNeuron(1, 3)
    yield "here", AskHere(node, 1, 3)
    yield "triggers", AskTriggers(1, 3)
    yield "shares", AskShares(node)
    yield "active", AskActive(node, "the dog", 20)
    yield "promoters", AskPromoters("#7", 20)
    yield "effects", AskEffects(node)
    yield "exact", AskExact(node, 7, 9, (NEURON, HEAD, Site("neuron", 0, 1)))
    yield "strongest", AskStrongest(node, 7, "neuron", 4)
