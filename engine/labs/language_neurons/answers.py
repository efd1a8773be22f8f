"""Which function answers which question about neurons of one kind of text."""

from __future__ import annotations

from engine.labs.language_neurons import contrast, language_neuron, redundancy
from engine.labs.language_neurons.records import AskContrast, AskLanguage, AskRedundancy

ANSWERS = {
    AskContrast: contrast.answer,
    AskLanguage: language_neuron.answer,
    AskRedundancy: redundancy.answer,
}
