"""What the laboratory of digits answers to each of its questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.labkit.workbench import Bench
from engine.labs.digits import compare, data, places
from engine.labs.digits.records import (
    TURNS,
    AskPictures,
    CompareStarts,
    MapDigits,
    Pictures,
    PlaceDigit,
    TrainDigits,
    TrainedDigits,
)
from engine.labs.digits.train import train
from engine.questions import Finding, Question
from engine.sentences import say


def show_pictures(_question: AskPictures, _bench: Bench) -> Pictures:
    return data.pictures()


def train_digits(question: TrainDigits, bench: Bench) -> TrainedDigits:
    bench.progress(say("Training the net that reads digits"), question.turn - 1, TURNS)
    return train(question.recipe, question.turn, bench.stop)


ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {
    AskPictures: show_pictures,
    TrainDigits: train_digits,
    CompareStarts: compare.compare,
    MapDigits: places.map_of,
    PlaceDigit: places.place,
}
