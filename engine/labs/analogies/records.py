"""Analogies: "a is to b as c is to ?" on a model's rows of the vocabulary, and offsets of pairs. Numpy only.

The answer of the analogy is looked for at b - a + c (Mikolov, Yih and Zweig 2013, NAACL), by cosine among all rows. It
says little without what simpler rules find (Linzen 2016, arXiv 1606.07736): b + c, c alone, and the offset of a pair
that has nothing to do with c. Tokens *spell* a word where they are its letters, whatever the case and with or without
a space before; a rank counts the tokens that are nearer and do not spell the expected word, plus one. With the input
words excluded, tokens that spell a, b or c are not counted either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32, Bools, Frozen, Placed

Matrix = Literal["embedding", "unembedding"]
Method = Literal["offset", "sum", "nearest", "shuffled"]
METHODS: tuple[Method, ...] = ("offset", "sum", "nearest", "shuffled")  # b - a + c, b + c, c, b' - a' + c
INPUTS = 3  # the first words of an analogy: a, b and c
A, B, C, TARGET = 0, 1, 2, 3  # the first rows of `Analogy.plane`


@dataclass(frozen=True)
class Words(Frozen):
    """a is to b as c is to `expected` ("" for none), as tokens of one matrix."""

    a: str = "man"
    b: str = "woman"
    c: str = "king"
    expected: str = "queen"
    matrix: Matrix = "embedding"


@dataclass(frozen=True)
class AskAnalogy(Words, Question):
    """What is nearest to b - a + c, and how near `expected` is."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 24
    count: int = 12


@dataclass(frozen=True)
class AskArrows(Words, Question):
    """Where the words and b - a + c lie in the layout with this key, of the map of `matrix`."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 24
    layout_key: str = ""


@dataclass(frozen=True)
class AskAnalogySet(Question):
    """The ranks of many analogies: of `source`, typed lines or a file, "" for those that are brought along."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 8
    source: str = ""
    matrix: Matrix = "embedding"


@dataclass(frozen=True)
class AskOffsets(Question):
    """Whether the offsets of pairs (`source` as above) point one way, more than those of shuffled pairs."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 8
    source: str = ""
    matrix: Matrix = "embedding"
    draws: int = 4999
    seed: int = 0


@dataclass(frozen=True)
class Word(Frozen):
    """A typed word as the model has it: one token, or several whose mean stands for it."""

    typed: str
    token_ids: tuple[int, ...]

    @property
    def is_one(self) -> bool:
        return len(self.token_ids) == 1


@dataclass(frozen=True)
class Analogy(Finding):
    """One analogy. Ranks are NaN where there is none: no expected word, or one that is an input word itself."""

    words: tuple[Word, ...]  # a, b, c, and the expected one where one was typed
    near_ids: I32  # [n] nearest to b - a + c, the input words among them
    cosines: F32  # [n]
    are_input: Bools  # [n] they spell an input word
    are_expected: Bools  # [n] they spell the expected one
    expected_cosine: float  # of the expected word's vector with b - a + c, NaN without one
    excluded: F32  # [4] rank by METHODS with the input words excluded; of shuffled pairs the median
    allowed: F32  # [4] with them allowed
    n_tokens: int  # V
    n_excluded: int  # tokens that spell an input word
    n_pairs: int  # shuffled pairs (a', b')
    shown_ids: I32  # [m] tokens that are drawn besides: the nearest that spell neither an input nor the expected word
    plane: F32  # [4 (+ 1) + m, 2] a, b, c, b - a + c, the expected word, and those, in the plane of b - a and c - a
    plane_kept: float  # share of the squared distance from a that the plane holds, of those after b - a + c
    axes: F32  # [4 (+ 1) + m, 2] the same points on their own first two principal axes
    axes_kept: float  # share of their variance


@dataclass(frozen=True)
class Arrows(Finding):
    """An analogy on a map. In the full space the arrow from c to b - a + c is the one from a to b."""

    words: tuple[Word, ...]  # a, b, c, and the expected one where one was typed
    placed: Placed  # a, b, c, b - a + c, and the expected word
    expected_angle: float  # degrees between b - a and the expected word - c in the full space; NaN without one


@dataclass(frozen=True)
class Total(Frozen):
    """Over a set of analogies, for each of METHODS: the share that comes first, the median rank, 95 % intervals."""

    count: int  # analogies with a rank
    first: F32  # [4]
    first_low: F32  # [4] Wilson's interval
    first_high: F32
    median: F32  # [4]
    median_low: F32  # [4] from order statistics, or the whole range where there are fewer than six
    median_high: F32


@dataclass(frozen=True)
class AnalogySet(Finding):
    """A set of analogies. Ranks as in `Analogy`; of shuffled pairs the median over them."""

    name: str  # "" for the set that is brought along, else the file's; "typed" has none
    relations: tuple[str, ...]  # [n] "" where none is told
    words: tuple[tuple[Word, ...], ...]  # [n] a, b, c, expected
    excluded: F32  # [n, 4]
    allowed: F32  # [n, 4]
    total_excluded: Total
    total_allowed: Total
    better: int  # analogies that b - a + c has first (input words excluded) and b + c has not
    worse: int  # the other way round
    p_value: float  # exact two-sided sign test (McNemar) of those two
    n_tokens: int
    n_pairs: F32  # [n] shuffled pairs that each was tried with
    notes: tuple[str, ...]  # what was left out


@dataclass(frozen=True)
class Offsets(Finding):
    """Offsets b - a of pairs: do they point one way?"""

    name: str
    pairs: tuple[tuple[Word, Word], ...]  # [n]
    cosine: float  # mean over all pairs of offsets
    to_others: F32  # [n] cosine of each offset with the mean of the others' unit offsets
    shuffled: F32  # [draws] the mean cosine with the second words permuted
    p_value: float  # one-sided
    is_exact: bool  # every permutation was tried
    notes: tuple[str, ...]
