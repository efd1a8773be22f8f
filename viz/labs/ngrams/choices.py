"""What a person has chosen of the tables, so that both views agree: which text, letters or words, and how they predict.

The choices are options of the view of the tables; the other one reads them from `UiState`.
"""

from __future__ import annotations

from typing import Any, Final

from engine.labs.ngrams.records import ALPHABETS, METHODS, UNITS, Source
from viz.intents import SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

OWNER: Final = "ngrams"
PICTURES: Final = ("probability", "count", "against chance")

SOURCE = Option(
    "source",
    QT_TRANSLATE_NOOP("NgramsView", "Text file"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "NgramsView",
        "The path of a text file of your own to count; empty for the bundled one, Jane Austen's six novels.",
    ),
)
UNIT = Option(
    "unit",
    QT_TRANSLATE_NOOP("NgramsView", "Count"),
    "choice",
    UNITS[0],
    choices=UNITS,
    shown=(QT_TRANSLATE_NOOP("NgramsView", "letters"), QT_TRANSLATE_NOOP("NgramsView", "words")),
    tip=QT_TRANSLATE_NOOP(
        "NgramsView", "What the tables are of: sequences of letters, or of words and punctuation marks."
    ),
)
ALPHABET = Option(
    "alphabet",
    QT_TRANSLATE_NOOP("NgramsView", "Alphabet"),
    "choice",
    ALPHABETS[0],
    choices=ALPHABETS,
    shown=(
        QT_TRANSLATE_NOOP("NgramsView", "as written"),
        QT_TRANSLATE_NOOP("NgramsView", "letters and space"),
        QT_TRANSLATE_NOOP("NgramsView", "a to z and space"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "NgramsView",
        "All characters as they are written; or the English letters alone, with one space for whatever stands between "
        "them; or these in lower case. Only the first compares with a model.",
    ),
)
METHOD = Option(
    "method",
    QT_TRANSLATE_NOOP("NgramsView", "Smoothing"),
    "choice",
    METHODS[0],
    choices=METHODS,
    shown=(QT_TRANSLATE_NOOP("NgramsView", "Kneser–Ney"), QT_TRANSLATE_NOOP("NgramsView", "Witten–Bell")),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("NgramsView", "How much probability a table leaves to what it has never seen."),
)
PICTURE = Option(
    "picture",
    QT_TRANSLATE_NOOP("NgramsView", "Colour"),
    "choice",
    PICTURES[0],
    choices=PICTURES,
    shown=(
        QT_TRANSLATE_NOOP("NgramsView", "probability"),
        QT_TRANSLATE_NOOP("NgramsView", "count"),
        QT_TRANSLATE_NOOP("NgramsView", "against chance"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "NgramsView",
        "What the colours of pairs mean: the probability of the second after the first, how often the pair occurs, or "
        "how much more often than if neighbours had nothing to do with each other (in bits).",
    ),
)
LOOKED = Option(
    "looked",
    QT_TRANSLATE_NOOP("NgramsView", "Look up"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "NgramsView",
        "Up to six letters or words: how often they occur, and where. A click on a cell looks its pair up.",
    ),
)
OPTIONS = (UNIT, PICTURE, ALPHABET, METHOD, SOURCE, LOOKED)


def chosen(ui: UiState, option: Option) -> Any:
    """The value of one of the choices."""
    return ui.options.get(OWNER, {}).get(option.name, option.default)


def choose(option: Option, value: Any) -> SetOption:
    """The intent that changes one."""
    return SetOption(OWNER, option.name, value)


def source_of(ui: UiState, unit: str = "") -> Source:
    """The text that is counted, of the unit that is chosen or another one."""
    return Source(str(chosen(ui, SOURCE)).strip(), unit or chosen(ui, UNIT), chosen(ui, ALPHABET))  # type: ignore[arg-type]


def sign(symbol: str) -> str:
    """A symbol as it is drawn: spaces and line ends as signs."""
    return symbol.replace(" ", "·").replace("\n", "↵").replace("\t", "⇥")
