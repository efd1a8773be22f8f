"""What the laboratory answers to each of its questions. Only those about the model use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from engine.labkit.workbench import Workbench
from engine.labs.ngrams import model, table_answers
from engine.labs.ngrams.records import (
    AskExamples,
    AskModelBits,
    AskModelStrip,
    AskModelWritten,
    AskPieces,
    AskStrip,
    AskTableFan,
    AskTables,
    AskWritten,
    ModelBits,
    Source,
)
from engine.questions import Finding, Question


def model_bits(question: AskModelBits, bench: Workbench) -> ModelBits:
    letters = table_answers.counted_text(Source(question.source), bench)
    words = table_answers.counted_text(replace(letters.of, unit="words"), bench)
    return model.model_bits(question, letters, words, bench)


ANSWERS: Final[Mapping[type[Question], Callable[[Any, Any], Finding]]] = {
    AskTables: table_answers.tables,
    AskExamples: table_answers.examples,
    AskWritten: table_answers.written,
    AskStrip: table_answers.strip,
    AskTableFan: table_answers.fan,
    AskPieces: table_answers.pieces,
    AskModelBits: model_bits,
    AskModelStrip: model.model_strip,
    AskModelWritten: model.model_written,
}
