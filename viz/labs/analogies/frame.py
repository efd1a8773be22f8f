"""What the view of analogies shows: which question is asked, and what has been found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.labs.analogies.records import (
    INPUTS,
    METHODS,
    Analogy,
    AnalogySet,
    AskAnalogy,
    AskAnalogySet,
    AskOffsets,
    Matrix,
    Offsets,
    Word,
)
from engine.questions import Question, Refused
from engine.records import Vocabulary
from engine.run import Run
from viz.intents import SaveTable
from viz.lab import QT_TRANSLATE_NOOP
from viz.token_text import shown, shown_all
from viz.ui_state import UiState

SHOWS = ("one", "set", "offsets")
SHOW_WORDS = (
    QT_TRANSLATE_NOOP("AnalogiesView", "one analogy"),
    QT_TRANSLATE_NOOP("AnalogiesView", "set of analogies"),
    QT_TRANSLATE_NOOP("AnalogiesView", "offsets of pairs"),
)
MATRICES = ("embedding", "unembedding")
MATRIX_WORDS = (
    QT_TRANSLATE_NOOP("AnalogiesView", "token embedding"),
    QT_TRANSLATE_NOOP("AnalogiesView", "unembedding"),
)
PLANES = ("offsets", "principal axes")
PLANE_WORDS = (
    QT_TRANSLATE_NOOP("AnalogiesView", "plane of b − a and c − a"),
    QT_TRANSLATE_NOOP("AnalogiesView", "principal axes (PCA)"),
)
INPUT_SIDES = ("excluded", "allowed")
INPUT_SIDE_WORDS = (QT_TRANSLATE_NOOP("AnalogiesView", "excluded"), QT_TRANSLATE_NOOP("AnalogiesView", "allowed"))
Found = Analogy | AnalogySet | Offsets


@dataclass(frozen=True)
class AnalogiesFrame:
    """One of the three, or why it is not there."""

    show: str
    plane: str
    side: str
    question: Question
    found: Found | None
    refused: str
    has_model: bool
    vocabulary: Vocabulary | None
    ui: UiState  # this view's options, and the space that the map shows


def asked(show: str, values: dict[str, str], matrix: str) -> Question:
    """What is asked: `values` are what was typed."""
    rows: Matrix = "unembedding" if matrix == MATRICES[1] else "embedding"
    if show == SHOWS[1]:
        return AskAnalogySet(values["source"].strip(), rows)
    if show == SHOWS[2]:
        return AskOffsets(values["pairs"].strip(), rows)
    a, b, c, expected = (values[name].strip() for name in ("a", "b", "c", "expected"))
    return AskAnalogy(a, b, c, expected, rows)


def found_in(run: Run, question: Question) -> tuple[Found | None, str]:
    """What was found, and why nothing was."""
    finding = run.findings.get(question)
    refused = finding.sentence if isinstance(finding, Refused) else ""
    return (finding if isinstance(finding, (Analogy, AnalogySet, Offsets)) else None), refused


def word_shown(vocabulary: Vocabulary | None, word: Word) -> str:
    """A word's token as a person can read it, or what was typed where it is several."""
    return shown(vocabulary, word.token_ids[0]) if word.is_one else word.typed


def pieces(vocabulary: Vocabulary | None, word: Word) -> str:
    """The tokens of a word one after the other."""
    return " + ".join(shown_all(vocabulary, word.token_ids))


def formula(words: Sequence[str]) -> str:
    """b - a + c in words."""
    a, b, c = words[:INPUTS]
    return f"{b} − {a} + {c}"


def tokens_of(found: Analogy) -> tuple[int, ...]:
    """What is selected on the map: the tokens of the words, and the nearest."""
    own = [token for word in found.words if word.is_one for token in word.token_ids]
    return tuple(dict.fromkeys((*own, *found.near_ids.tolist())))


def table_of(frame: AnalogiesFrame) -> SaveTable | None:
    """The numbers as rows of a file."""
    if isinstance(frame.found, Analogy):
        return _table_of_one(frame.found, frame.vocabulary)
    if isinstance(frame.found, AnalogySet):
        return _table_of_set(frame.found)
    return _table_of_offsets(frame.found) if isinstance(frame.found, Offsets) else None


def _table_of_one(found: Analogy, vocabulary: Vocabulary | None) -> SaveTable:
    asked = [it.typed for it in found.words]
    rows: list[tuple[str | int | float, ...]] = [
        ("nearest", shown(vocabulary, token), token, cosine, "", "")
        for token, cosine in zip(found.near_ids.tolist(), found.cosines.tolist(), strict=True)
    ]
    if len(asked) > INPUTS:
        ranks = zip(METHODS, found.excluded.tolist(), found.allowed.tolist(), strict=True)
        rows += [(f"rank by {method}", asked[INPUTS], "", "", *map(_rank, both)) for method, *both in ranks]
    columns = ("what", "token", "token id", "cosine", "rank, input words excluded", "rank, input words allowed")
    return SaveTable("analogy", columns, tuple(rows))


def _table_of_set(found: AnalogySet) -> SaveTable:
    ranks = (f"{method}, input words {side}" for side in INPUT_SIDES for method in METHODS)
    columns = ("a", "b", "c", "expected", "relation", *ranks)
    rows = tuple(
        (*(word.typed for word in words), relation, *map(_rank, (*excluded.tolist(), *allowed.tolist())))
        for words, relation, excluded, allowed in zip(
            found.words, found.relations, found.excluded, found.allowed, strict=True
        )
    )
    return SaveTable("analogies", columns, rows)


def _table_of_offsets(found: Offsets) -> SaveTable:
    rows: list[tuple[str | int | float, ...]] = [
        (first.typed, second.typed, cosine)
        for (first, second), cosine in zip(found.pairs, found.to_others.tolist(), strict=True)
    ]
    rows += [
        ("mean cosine of two offsets", "", found.cosine),
        ("the same, shuffled: mean", "", float(found.shuffled.mean())),
        ("the same, shuffled: standard deviation", "", float(found.shuffled.std())),
        ("p-value", "", found.p_value),
    ]
    return SaveTable("offsets", ("from", "to", "cosine with the mean of the others"), tuple(rows))


def _rank(value: float) -> int | float | str:
    """A rank as a whole number where it is one, "" where there is none."""
    if value != value:
        return ""
    return int(value) if value == int(value) else value
