"""One word said several times, then another: what is asked, and everything one forward over it shows. Numpy only.

Axes besides those of DESIGN section 3: W the words said, F the pairs of components that a rotary model turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from engine.questions import Finding, Question
from engine.records import F32, I32, Bools
from engine.sentences import say

CANDIDATES = 5
MOST_SAID = 60  # of one word
LONGEST_WORD = 40  # characters


@dataclass(frozen=True)
class AskHelloBye(Question):
    """Run the intact model over `first` said so many times, then `second`."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    first: str = "hello"
    second: str = "bye"
    first_count: int = 10
    second_count: int = 10
    separator: str = " "

    @property
    def words(self) -> tuple[str, ...]:
        """[W] all words as they are said."""
        return (self.first,) * self.first_count + (self.second,) * self.second_count

    @property
    def text(self) -> str:
        """The whole sequence."""
        return self.separator.join(self.words)

    @property
    def problem(self) -> str:
        """Why this makes no sequence, in a sentence; empty where it does."""
        for word in (self.first, self.second):
            if not word.strip() or len(word) > LONGEST_WORD:
                return say(
                    "Each of the two words must have 1 to {longest_word} characters, but “{word}” was given. Type "
                    "another.",
                    longest_word=LONGEST_WORD,
                    word=word,
                )
        if self.first == self.second:
            return say("Both words are “{first}”, so nothing would change. Type two different words.", first=self.first)
        for count in (self.first_count, self.second_count):
            if not 1 <= count <= MOST_SAID:
                return say(
                    "A word can be said 1 to {most_said} times, but {count} was asked for.",
                    most_said=MOST_SAID,
                    count=count,
                )
        if len(self.separator) > LONGEST_WORD:
            return say(
                "The separator can have up to {longest_word} characters. Type a shorter one.", longest_word=LONGEST_WORD
            )
        return ""


@dataclass(frozen=True)
class HelloByeFound(Finding):
    """What the forward shows. A quantity that the model lacks is None, and `missing` says why."""

    question: AskHelloBye
    model_sha256: str
    token_ids: I32  # [T]
    raws: tuple[bytes, ...]  # [T] bytes of each token; those of a special token are its name
    words: I32  # [T] which word each token belongs to, -1: none (a separator, a token of the model's own)
    embedding: F32 | None  # [T, E] rows of the token embedding
    embedding_scale: float  # rows are multiplied by this on entering block 0; 1.0 where they are not proportional
    position_scheme: str  # "learned", "rotary", "alibi", "other"
    position: F32 | None  # [T, D] what the position table gives
    phases: F32 | None  # [T, F] radians by which block 0 turns pair f of a query or key at position t, within -π..π
    distance_bias: F32 | None  # [H, T] what ALiBi adds to the score of each key, for the query at the last position
    resid: F32 | None  # [T, L+1, D]
    attn: F32 | None  # [L, H, T, T]
    next_raws: tuple[tuple[bytes, ...], ...]  # [T][K] the likeliest next tokens
    next_ids: I32  # [T, K]
    next_probs: F32  # [T, K]
    entropy: F32  # [T] bits
    actual: F32  # [T] probability of the token that follows in the sequence; NaN at the last
    repeat_ids: I32  # [T] token that would follow were the word being said said on and again; -1: not known
    repeat: F32  # [T] its probability
    starts: F32  # [2, T] probability that the first, the second word begins next (its first token after a separator)
    start_ids: I32  # [2] those tokens; -1: not known
    offer: tuple[str, str] | None  # a pair of one-token words, where one of these words has more tokens
    missing: tuple[tuple[str, str], ...] = ()

    def why_missing(self, quantity: str) -> str:
        """Why `quantity` is None, in a sentence; empty where it is there."""
        return dict(self.missing).get(quantity, "")

    @property
    def second_words(self) -> Bools:
        """[T] whether a token belongs to the second word."""
        return np.asarray(self.words >= self.question.first_count)

    @property
    def first_words(self) -> Bools:
        """[T] whether a token belongs to the first word."""
        return np.asarray((self.words >= 0) & (self.words < self.question.first_count))

    @property
    def switch(self) -> int:
        """Position of the second word's first token; T where there is none."""
        return int(np.argmax(self.second_words)) if self.second_words.any() else len(self.token_ids)


@dataclass(frozen=True)
class AskGoesOn(Question):
    """Let the intact model go on from the sequence, and measure it while it does. Temperature 0: always the likeliest.

    `heads` are those whose induction activity is measured.
    """

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    sequence: AskHelloBye
    n_tokens: int = 30
    heads: tuple[tuple[int, int], ...] = ()
    temperature: float = 0.0
    seed: int = 0


@dataclass(frozen=True)
class GoesOn(Finding):
    """Sequence and continuation, T tokens in all, of which `n_prompt` are the sequence.

    Induction activity at t: the share of a head's attention from t on positions whose predecessor is the same token
    as that at t (where a repetition would say what comes next), averaged over the question's heads.
    """

    question: AskGoesOn
    model_sha256: str
    token_ids: I32  # [T]
    raws: tuple[bytes, ...]  # [T]
    n_prompt: int
    entropy: F32  # [T] bits, of what follows
    actual: F32  # [T] probability the token had when it was said; NaN at 0
    induction: F32 | None  # [T]; None without attention or heads
    repeats: Bools  # [T] whether a generated token is the one that saying the second word again would have
    words_repeated: int  # how often it said the second word again before anything else
    ended: bool  # it ended the text by itself


def words_of_tokens(raws: Sequence[bytes], words: Sequence[str], separator: str) -> I32:
    """[T] which of `words` (joined by `separator`) each token belongs to: the one it shares most bytes with; -1: none.

    Tokens that are no part of the text have no bytes here. All -1 where the tokens do not spell the text.
    """
    joined, text = b"".join(raws), separator.join(words).encode()
    found = np.full(len(raws), -1, np.int32)
    begin = joined.find(text)
    if begin < 0 or not text:
        return found
    ends = begin + np.cumsum([len(word.encode()) + len(separator.encode()) for word in words]) - len(separator.encode())
    starts = ends - np.array([len(word.encode()) for word in words])
    at = 0
    for token, raw in enumerate(raws):
        shared = np.minimum(ends, at + len(raw)) - np.maximum(starts, at)  # [W] bytes
        best = int(np.argmax(shared))
        if shared[best] > 0:
            found[token] = best
        at += len(raw)
    return found


def tokens_per_word(words: I32) -> tuple[int, ...]:
    """How many tokens each word that is there has, in order."""
    return tuple(np.unique(words[words >= 0], return_counts=True)[1].tolist())


def following_same(token_ids: I32) -> Bools:
    """[T, T] where position j follows an occurrence, before t, of the token at t (row t, column j <= t)."""
    n = len(token_ids)
    same = token_ids[:, None] == token_ids[None, :]  # [t, earlier]
    found = np.zeros((n, n), bool)
    found[:, 1:] = same[:, :-1]
    return np.asarray(np.tril(found))
