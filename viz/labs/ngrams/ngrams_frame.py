"""The tables as numbers: the picture of pairs, what the tables hold, and what they predict; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.ngrams.records import F64, AskExamples, AskModelBits, AskTables, Examples, ModelBits, TablesFound
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from viz.labs.ngrams import choices
from viz.labs.ngrams.choices import PICTURES
from viz.ui_state import UiState

EXAMPLES = 5  # places that are told
USUAL = "qu"  # the pair that is looked up before a person has chosen one


@dataclass(frozen=True)
class NgramsFrame:
    """What is shown. Letters and words are both measured where they were asked for."""

    question: AskTables
    other: AskTables  # of the other unit
    of_model: AskModelBits
    tables: TablesFound | None
    other_tables: TablesFound | None
    model: ModelBits | None
    picture: str
    values: F32 | None  # [P, P] what the cells of the picture show, NaN: never met
    looked: str  # the run that is looked up
    examples: Examples | None
    questions: tuple[Question, ...]  # to be asked
    refused: str
    refused_model: str
    has_model: bool
    ui: UiState

    @property
    def letters(self) -> TablesFound | None:
        """The tables of letters, where they are known."""
        return self.tables if self.question.of.unit == "letters" else self.other_tables

    @property
    def words(self) -> TablesFound | None:
        """The tables of words, where they are known."""
        return self.tables if self.question.of.unit == "words" else self.other_tables

    @property
    def compares(self) -> bool:
        """Whether the tables are of the characters that a model reads."""
        return self.question.of.alphabet == "as written"


def ngrams_frame(run: Run, ui: UiState, mine: UiState) -> NgramsFrame:
    """The frame; `mine` holds the view's own choices alone."""
    of, method = choices.source_of(ui), choices.chosen(ui, choices.METHOD)
    question = AskTables(of, method)
    other = AskTables(choices.source_of(ui, "words" if of.unit == "letters" else "letters"), method)
    of_model = AskModelBits(of.source, method)
    found, picture = run.findings.get(question), str(choices.chosen(ui, choices.PICTURE))
    tables = found if isinstance(found, TablesFound) else None
    looked = str(choices.chosen(ui, choices.LOOKED)) or ("" if tables is None else usual(tables))
    asked = AskExamples(looked, of, EXAMPLES)
    examples = run.findings.get(asked) if tables is not None and looked else None
    questions: list[Question] = [] if found is not None else [question]
    if tables is not None and looked and examples is None:
        questions.append(asked)
    model = run.findings.get(of_model)
    other_found = run.findings.get(other)
    return NgramsFrame(
        question, other, of_model, tables, other_found if isinstance(other_found, TablesFound) else None,
        model if isinstance(model, ModelBits) else None, picture, None if tables is None else cells(tables, picture),
        looked, examples if isinstance(examples, Examples) else None, tuple(questions),
        next((it.sentence for it in (found, examples, other_found) if isinstance(it, Refused)), ""),
        model.sentence if isinstance(model, Refused) else "", run.info is not None, mine,
    )  # fmt: skip


def usual(tables: TablesFound) -> str:
    """The pair that is looked up first: q and u, or the most frequent one."""
    if all(letter in tables.pair_symbols for letter in USUAL):
        return USUAL
    if not tables.pair_counts.size or not tables.pair_counts.any():
        return ""
    first, second = np.unravel_index(int(tables.pair_counts.argmax()), tables.pair_counts.shape)
    return tables.pair_symbols[int(first)] + tables.pair_symbols[int(second)]


def cells(tables: TablesFound, picture: str) -> F32:
    """[P, P] what the picture shows of the second (column) after the first (row); NaN where it never comes."""
    counts: F64 = tables.pair_counts.astype(np.float64)
    met = counts > 0
    if picture == PICTURES[1]:
        return _f32(np.where(met, counts, np.nan))
    chance = np.divide(counts, tables.pair_totals[:, None], out=np.full(counts.shape, np.nan), where=met)
    if picture == PICTURES[0]:
        return _f32(chance)
    alone = tables.pair_occurrences / tables.n_counted  # [P] of the second, wherever it stands
    return _f32(np.log2(np.divide(chance, alone[None, :], out=np.full(counts.shape, np.nan), where=met)))


def _f32(values: F64) -> F32:
    return np.asarray(values, np.float32)


def cell_of(tables: TablesFound, looked: str) -> tuple[int, int] | None:
    """The cell of a pair in the picture, None where the run is no pair of it."""
    for row, first in enumerate(tables.pair_symbols):
        if looked.startswith(first) and looked[len(first) :] in tables.pair_symbols:
            return row, tables.pair_symbols.index(looked[len(first) :])
    return None
