"""Who says Mary: two names at the end of a sentence, and what each head does to choose between them. Numpy only.

"When Mary and John went to the store, John gave a drink to" (indirect-object identification, Wang et al. 2022,
arXiv 2211.00593): the logit difference is logit(answer) - logit(other) after the last token, before a cap where the
model has one. Direct attribution projects what each part writes there on that difference's direction, the final
norm's scale held at what it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32

SENTENCE = "When Mary and John went to the store, John gave a drink to"
ANSWER, OTHER = "Mary", "John"


@dataclass(frozen=True)
class AskNames(Question):
    """What each part of the intact model writes towards `answer` and against `other` after `sentence`."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 12
    sentence: str = SENTENCE
    answer: str = ANSWER
    other: str = OTHER

    def ends(self, older: Question) -> bool:
        asked = (self.sentence, self.answer, self.other)
        return isinstance(older, AskNameKnockouts) and (older.sentence, older.answer, older.other) != asked


@dataclass(frozen=True)
class AskNameKnockouts(Question):
    """The logit difference without each head: its output set to zero, and to its mean over other sentences."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 12
    sentence: str = SENTENCE
    answer: str = ANSWER
    other: str = OTHER
    draws: int = 32  # sentences with three different names, for the mean
    seed: int = 0


@dataclass(frozen=True)
class NotNames(Finding):
    """In place of `Names`: what cannot be asked, and which names could be."""

    field: Literal["sentence", "answer", "other"]
    sentence: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names(Finding):
    """The shares of the logit difference after the last token. `total` is their sum, `difference` the model's own."""

    token_ids: I32  # [T]
    answer: int  # token id
    other: int
    answer_at: I32  # positions of the answer in the sentence
    other_at: I32
    difference: float  # logits of the model's own forward, before a cap
    answer_prob: float
    other_prob: float
    first: int  # the likeliest token
    embedding: float  # what entered block 0
    heads: F32  # [L, H]; NaN in a layer without heads
    biases: F32  # [L] what attention adds whatever it sees
    mlp: F32  # [L]
    rest: F32  # [L] what a block adds besides
    constant: float  # of the final norm's shift and the unembedding's bias
    attention: F32  # [L, H, T] from the last token
    capped: bool  # the model's logits are bent by a cap after what is summed here
    seconds: float

    @property
    def total(self) -> float:
        """The sum of all parts."""
        parts = (self.heads, self.biases, self.mlp, self.rest)
        return self.embedding + self.constant + sum(_sum(part) for part in parts)

    @property
    def sums(self) -> tuple[float, float, float, float, float]:
        """Of the embedding, the heads, the MLPs, the biases (all constants), and what is left."""
        return self.embedding, _sum(self.heads), _sum(self.mlp), _sum(self.biases) + self.constant, _sum(self.rest)


@dataclass(frozen=True)
class NameKnockouts(Finding):
    """Logit differences without each head, at every position."""

    difference: float  # of the intact model
    zero: F32  # [L, H] its output set to zero
    mean: F32  # [L, H] set to its mean
    draws: int  # sentences the mean is over; 0: over the bundled sample text
    seed: int
    seconds: float


def _sum(values: F32) -> float:
    """In double precision, without what is not there."""
    found = values[values == values]
    return float(found.astype("float64").sum())
