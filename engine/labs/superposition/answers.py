"""Which function answers which question about superposition."""

from __future__ import annotations

from engine.labs.superposition import made_codes, product, toy_answers
from engine.labs.superposition.records import AskCodes, AskProduct, PhaseColumn, SweepDensity, TrainToy

ANSWERS = {
    TrainToy: toy_answers.train_toy,
    SweepDensity: toy_answers.sweep_density,
    PhaseColumn: toy_answers.phase_column,
    AskCodes: made_codes.made_codes,
    AskProduct: product.product,
}
