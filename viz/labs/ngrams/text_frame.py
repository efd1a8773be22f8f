"""What is shown of texts made by tables: rows of pieces, each with what is told of it; no Qt.

In one picture each row is a continuation of the same beginning, in the other the same sentence under each table. The
last row is the model's, where it was asked.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.labs.ngrams.records import (
    F64,
    ORDERS,
    AskModelStrip,
    AskModelWritten,
    AskStrip,
    AskWritten,
    ModelPieces,
    Passage,
    Source,
    Strip,
    Written,
    WrittenLine,
)
from engine.questions import Question, Refused
from engine.run import Run
from viz.ui_state import UiState

Show = Literal["generated text", "one sentence"]
SHOWS: Final[tuple[Show, ...]] = ("generated text", "one sentence")
MODEL: Final = 0  # the "n" of the model's row


@dataclass(frozen=True)
class Row:
    """One row, of T pieces."""

    n: int  # MODEL: the model's
    pieces: tuple[str, ...]  # [T]
    bits: F64  # [T] per character, in the picture of one sentence; empty in the other
    line: WrittenLine | None = None  # what is known of a continuation by a table

    @property
    def mean(self) -> float:
        """Bits per character over all pieces that have a surprisal."""
        known = np.isfinite(self.bits)
        sizes = np.array([len(piece) for piece in self.pieces], float)[known]
        return float((self.bits[known] * sizes).sum() / sizes.sum()) if sizes.sum() else math.nan

    def passage(self, at: int) -> Passage | None:
        """Where a piece was copied from."""
        if self.line is None or not 0 <= at < len(self.pieces) or self.line.passage[at] < 0:
            return None
        return self.line.passages[int(self.line.passage[at])]


@dataclass(frozen=True)
class TextFrame:
    """The picture."""

    show: Show
    unit: str
    prompt: str
    rows: tuple[Row, ...]
    question: Question  # of the tables
    of_model: Question
    waits: tuple[Question, ...]  # to be asked
    refused: str
    refused_model: str
    has_model: bool
    model: str  # its name
    forced: F64  # [6] share of forced symbols by n; empty in the picture of one sentence
    means: F64  # bits per character of each row, the model's last; empty in the other picture
    ui: UiState

    @property
    def knows_model(self) -> bool:
        """Whether the model's row is there."""
        return bool(self.rows) and self.rows[-1].n == MODEL


def question_of(show: Show, text: str, of: Source, method: str, length: int, seed: int) -> tuple[Question, Question]:
    """What the tables and the model are asked for a picture."""
    if show == SHOWS[0]:
        return AskWritten(text, of, length, seed), AskModelWritten(text, length, seed)
    return AskStrip(text, of, method), AskModelStrip(text)  # type: ignore[arg-type]


def rows_of(run: Run, asked: tuple[Question, Question]) -> tuple[Row, ...]:
    """The rows that are known."""
    of_tables, of_model = (run.findings.get(question) for question in asked)
    rows: list[Row] = []
    if isinstance(of_tables, Written):
        rows += [Row(line.n, line.symbols, np.empty(0), line) for line in of_tables.lines]
    elif isinstance(of_tables, Strip):
        rows += [Row(n, of_tables.pieces, per_character(of_tables.pieces, of_tables.bits[n - 1])) for n in ORDERS]
    if isinstance(of_model, ModelPieces) and rows:
        strip = isinstance(of_tables, Strip)
        bits = of_model.bits.astype(np.float64)
        rows.append(Row(MODEL, of_model.pieces, per_character(of_model.pieces, bits) if strip else np.empty(0)))
    return tuple(rows)


def per_character(pieces: tuple[str, ...], bits: F64) -> F64:
    """[T] surprisal of each piece by its number of characters. Pieces without any hand theirs to the next one."""
    found, held = np.full(len(pieces), math.nan), 0.0
    for at, piece in enumerate(pieces):
        if not piece:
            held += 0.0 if math.isnan(bits[at]) else float(bits[at])
            continue
        found[at] = (bits[at] + held) / len(piece)
        held = 0.0
    return found


def why_not(run: Run, question: Question) -> str:
    """The engine's sentence, where it refused."""
    found = run.findings.get(question)
    return found.sentence if isinstance(found, Refused) else ""


Cell = str | int | float
WRITTEN_COLUMNS: Final = ("n", "position", "symbol", "table_used", "choices", "times", "book", "share_of_book")
STRIP_COLUMNS: Final = ("n", "position", "piece", "bits_per_character")


def table(frame: TextFrame) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Columns and rows for other programs; n = 0 is the model."""
    found: list[tuple[Cell, ...]] = []
    for row in frame.rows:
        for at, piece in enumerate(row.pieces):
            if frame.show == SHOWS[1]:
                found.append((row.n, at, piece, float(row.bits[at])))
                continue
            line, passage = row.line, row.passage(at)
            told: tuple[Cell, ...] = (math.nan,) * 3
            if line is not None:
                told = int(line.used[at]), int(line.choices[at]), int(line.times[at])
            where = (passage.title, passage.share) if passage is not None else ("", math.nan)
            found.append((row.n, at, piece, *told, *where))
    return STRIP_COLUMNS if frame.show == SHOWS[1] else WRITTEN_COLUMNS, tuple(found)
