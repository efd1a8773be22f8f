"""What the laboratory answers to each of its questions. Only those about the model use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from engine.labkit.workbench import Bench, Workbench
from engine.labs.ngrams import look_up, model
from engine.labs.ngrams import write as writing
from engine.labs.ngrams.counted import Counted, counted, stopping
from engine.labs.ngrams.measure import tables_found
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
    Examples,
    ModelBits,
    PieceBits,
    Source,
    Strip,
    TableFan,
    TablesFound,
    Written,
)
from engine.questions import Finding, Question
from engine.sentences import say


def _counted(of: Source, bench: Bench | Workbench) -> Counted:
    """The tables of a text. Raises InputRefused, and Stopped where a person said so."""
    bench.progress(say("Counting the text"), 0, 0)
    return counted(of, stopping(bench.stop))


def tables(question: AskTables, bench: Bench) -> TablesFound:
    return tables_found(_counted(question.of, bench), question.method, stopping(bench.stop))


def examples(question: AskExamples, bench: Bench) -> Examples:
    return look_up.examples(_counted(question.of, bench), question.text, question.most, question.seed)


def written(question: AskWritten, bench: Bench) -> Written:
    found = _counted(question.of, bench)
    return writing.written(found, question.prompt, question.length, question.seed, stopping(bench.stop))


def strip(question: AskStrip, bench: Bench) -> Strip:
    return look_up.strip(_counted(question.of, bench), question.method, question.text, stopping(bench.stop))


def fan(question: AskTableFan, bench: Bench) -> TableFan:
    found = _counted(Source(question.source, "words"), bench)
    return look_up.fan(found, question.method, question.text, question.n, question.count)


def pieces(question: AskPieces, bench: Bench) -> PieceBits:
    return look_up.piece_bits(_counted(Source(), bench), "Kneser-Ney", question.pieces, question.n)


def model_bits(question: AskModelBits, bench: Workbench) -> ModelBits:
    letters = _counted(Source(question.source), bench)
    words = _counted(replace(letters.of, unit="words"), bench)
    return model.model_bits(question, letters, words, bench)


ANSWERS: Final[Mapping[type[Question], Callable[[Any, Any], Finding]]] = {
    AskTables: tables,
    AskExamples: examples,
    AskWritten: written,
    AskStrip: strip,
    AskTableFan: fan,
    AskPieces: pieces,
    AskModelBits: model_bits,
    AskModelStrip: model.model_strip,
    AskModelWritten: model.model_written,
}
