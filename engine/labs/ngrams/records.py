"""Tables of letters and words: questions and findings. Numpy only.

A table of n holds how often each run of n symbols occurs in a text, so what may follow n - 1 of them. It is counted
from the first 95 % of each book; the rest is held out. All questions but those about the model need none, and the
model's own numbers are of the same characters. Bits are -log2 of a probability; bits per character are the sum over a
text by the number of its characters, so letters, words and a model's tokens compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

import numpy as np
import numpy.typing as npt

from engine.questions import Finding, Question
from engine.records import F32, I32, Frozen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Unit = Literal["letters", "words"]
Alphabet = Literal["as written", "letters", "a to z"]
Method = Literal["Kneser-Ney", "Witten-Bell"]
UNITS: Final[tuple[Unit, ...]] = ("letters", "words")
ALPHABETS: Final[tuple[Alphabet, ...]] = ("as written", "letters", "a to z")
METHODS: Final[tuple[Method, ...]] = ("Kneser-Ney", "Witten-Bell")
ORDERS: Final = (1, 2, 3, 4, 5, 6)
SHOWN: Final = {"letters": 52, "words": 40}  # symbols of the picture of pairs at most
LONGEST_PROMPT: Final = 2000  # characters that are heeded, from the end


@dataclass(frozen=True)
class Source(Frozen):
    """What is counted: a text ("" for the bundled novels, else a person's file), its symbols and their alphabet."""

    source: str = ""
    unit: Unit = "letters"
    alphabet: Alphabet = "as written"


@dataclass(frozen=True)
class AskTables(Question):
    """What the tables of n = 1 .. 6 hold, and how well they predict held-out text. Answer: TablesFound."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 8
    of: Source = Source()
    method: Method = "Kneser-Ney"


@dataclass(frozen=True)
class AskExamples(Question):
    """Where a run of up to 6 symbols stands in the counted text. Answer: Examples.

    Of words that do not occur as typed the same with a space before them are looked for.
    """

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 32
    text: str
    of: Source = Source()
    most: int = 8
    seed: int = 0  # of those drawn where there are more


@dataclass(frozen=True)
class AskWritten(Question):
    """Continue `prompt` by the raw counts of each table. Answer: Written."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 16
    prompt: str
    of: Source = Source()
    length: int = 160  # characters; a symbol more or less
    seed: int = 0


@dataclass(frozen=True)
class AskStrip(Question):
    """What each table makes of a sentence, symbol by symbol. Answer: Strip."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 16
    text: str
    of: Source = Source()
    method: Method = "Kneser-Ney"


@dataclass(frozen=True)
class AskTableFan(Question):
    """The most likely next words after `text` by the table of n. Answer: TableFan."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 32
    text: str
    source: str = ""
    n: int = 3
    count: int = 8
    method: Method = "Kneser-Ney"


@dataclass(frozen=True)
class AskPieces(Question):
    """The bits that the table of n letters of the bundled novels gives each of `pieces`, a text cut anyhow, after those
    before it. Answer: PieceBits."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 16
    pieces: tuple[str, ...]
    n: int = 6


@dataclass(frozen=True)
class AskModelBits(Question):
    """The loaded model and all tables on the same stretches of held-out text. Answer: ModelBits."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 8
    source: str = ""
    method: Method = "Kneser-Ney"
    stretches: int = 12


@dataclass(frozen=True)
class AskModelWritten(Question):
    """The loaded model's own continuation of `prompt`. Answer: ModelPieces."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 16
    prompt: str
    length: int = 160  # characters at least, unless the model ends its text
    seed: int = 0


@dataclass(frozen=True)
class AskModelStrip(Question):
    """What the loaded model makes of a sentence, token by token. Answer: ModelPieces."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 16
    text: str


@dataclass(frozen=True)
class TablesFound(Finding):
    """The tables of one text, by n = 1 .. 6. NaN where there is nothing to measure."""

    titles: tuple[str, ...]  # of the books
    n_characters: int  # that were counted
    n_held_out: int  # characters held out
    n_counted: int  # symbols that were counted
    n_symbols: int  # V different ones
    seen: I64  # [6] different runs
    possible: F64  # [6] V^n
    once: I64  # [6] runs that occur once
    forced: F64  # [6] share of the counted symbols after whose n - 1 predecessors nothing else ever came
    unseen: F64  # [6] share of the held-out runs of n that no table has
    unknown: float  # share of the held-out symbols that were never counted
    bits: F64  # [6] mean surprisal of a held-out symbol
    bits_per_character: F64  # [6]
    perplexity: F64  # [6] 2^bits
    pair_symbols: tuple[str, ...]  # [P] the most frequent ones: letters by their kind and order, words by their number
    pair_counts: I64  # [P, P] how often the second follows the first
    pair_totals: I64  # [P] how often anything follows the first
    pair_occurrences: I64  # [P] how often each occurs
    notes: tuple[str, ...]  # what was left out
    seconds: float


@dataclass(frozen=True)
class Passage(Frozen):
    """A piece of the counted text."""

    title: str  # of its book
    share: float  # of the book that stands before it
    before: str
    hit: str
    after: str


@dataclass(frozen=True)
class Examples(Finding):
    """Places of a run of symbols."""

    symbols: tuple[str, ...]
    n_found: int  # places there are
    n_before: int  # how often the run without its last symbol is followed by anything
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class WrittenLine(Frozen):
    """A continuation by the table of one n, of T symbols."""

    n: int
    symbols: tuple[str, ...]  # [T]
    used: I32  # [T] the n that had something to offer
    choices: I32  # [T] different symbols that it offered: 1 is a forced choice
    times: I32  # [T] how often they stand there together
    passage: I32  # [T] which of `passages` it was copied from, -1 where it had a choice
    passages: tuple[Passage, ...]

    @property
    def forced(self) -> float:
        """Share of the symbols that had only one successor to choose."""
        return float((self.choices == 1).mean()) if len(self.choices) else float("nan")


@dataclass(frozen=True)
class Written(Finding):
    """A continuation of one prompt by each table."""

    prompt: str
    lines: tuple[WrittenLine, ...]


@dataclass(frozen=True)
class Strip(Finding):
    """Surprisal of the T symbols of a sentence under each table; NaN: of a symbol that the text does not have."""

    pieces: tuple[str, ...]  # [T]
    bits: F64  # [6, T]


@dataclass(frozen=True)
class TableFan(Finding):
    """The most likely next words."""

    words: tuple[str, ...]  # [k] with the space before them
    chances: F64  # [k] probability
    n: int  # the longest table that has met the words before
    times: int  # how often it has


@dataclass(frozen=True)
class PieceBits(Finding):
    bits: F64  # [T] NaN where a character is not in the table's alphabet


@dataclass(frozen=True)
class ModelBits(Finding):
    """The model's and the tables' bits per character on the same S stretches of held-out text."""

    name: str
    model: F64  # [S] of each stretch
    letters: F64  # [6, S]
    words: F64  # [6, S]
    characters: I32  # [S]
    tokens: I32  # [S] of the model
    low: float  # 95 % interval of the model's mean over stretches
    high: float
    seconds: float

    def mean(self, values: F64) -> float:
        """Bits of all stretches by their characters."""
        total = int(self.characters.sum())
        return float((values * self.characters).sum() / total) if total else float("nan")


@dataclass(frozen=True)
class ModelPieces(Finding):
    """Tokens of the model as the text between them, and their surprisal, NaN where it has none."""

    pieces: tuple[str, ...]  # [T]
    bits: F32  # [T]
