"""What the laboratory answers from a text's tables alone: no model, and so no torch, is needed for it."""

from __future__ import annotations

from engine.labkit.workbench import Bench, Workbench
from engine.labs.ngrams import look_up
from engine.labs.ngrams import write as writing
from engine.labs.ngrams.counted import Counted, counted, stopping
from engine.labs.ngrams.measure import tables_found
from engine.labs.ngrams.records import (
    AskExamples,
    AskPieces,
    AskStrip,
    AskTableFan,
    AskTables,
    AskWritten,
    Examples,
    PieceBits,
    Source,
    Strip,
    TableFan,
    TablesFound,
    Written,
)
from engine.sentences import say


def counted_text(of: Source, bench: Bench | Workbench) -> Counted:
    """The tables of a text. Raises InputRefused, and Stopped where a person said so."""
    bench.progress(say("Counting the text"), 0, 0)
    return counted(of, stopping(bench.stop))


def tables(question: AskTables, bench: Bench) -> TablesFound:
    return tables_found(counted_text(question.of, bench), question.method, stopping(bench.stop))


def examples(question: AskExamples, bench: Bench) -> Examples:
    return look_up.examples(counted_text(question.of, bench), question.text, question.most, question.seed)


def written(question: AskWritten, bench: Bench) -> Written:
    found = counted_text(question.of, bench)
    return writing.written(found, question.prompt, question.length, question.seed, stopping(bench.stop))


def strip(question: AskStrip, bench: Bench) -> Strip:
    return look_up.strip(counted_text(question.of, bench), question.method, question.text, stopping(bench.stop))


def fan(question: AskTableFan, bench: Bench) -> TableFan:
    found = counted_text(Source(question.source, "words"), bench)
    return look_up.fan(found, question.method, question.text, question.n, question.count)


def pieces(question: AskPieces, bench: Bench) -> PieceBits:
    return look_up.piece_bits(counted_text(Source(), bench), "Kneser-Ney", question.pieces, question.n)
