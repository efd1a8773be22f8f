"""Which function answers which question about neurons."""

from __future__ import annotations

from engine.labs.neurons import attribution, neuron, search, shares, strongest
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

ANSWERS = {
    AskEffects: attribution.estimate,
    AskExact: attribution.measure,
    AskNeuron: neuron.read,
    AskHere: neuron.here,
    AskTriggers: neuron.triggers,
    AskActive: search.most_active,
    AskPromoters: search.promoters,
    AskShares: shares.answer,
    AskStrongest: strongest.answer,
}
