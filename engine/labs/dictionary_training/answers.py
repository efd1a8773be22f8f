"""Which function answers which question about a dictionary's training."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.labs.dictionary_training import cost, sweep, train
from engine.labs.dictionary_training import records as asked
from engine.questions import Finding, Question

ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {
    asked.TrainDictionary: train.train,
    asked.AskTrainings: train.trainings,
    asked.SaveDictionary: train.save,
    asked.DiscardTraining: sweep.discard,
    asked.AskCost: cost.cost,
    asked.SweepDictionaries: sweep.sweep,
}
