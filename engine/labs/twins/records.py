"""Two models (or seeds, or prompts) that write side by side with the same random numbers. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from engine.questions import Finding, Question
from engine.records import EMBEDDING, F32, I32, INTACT, Frozen, Placed, Plan, Sampling, Space, Vocabulary


@dataclass(frozen=True)
class Twin(Frozen):
    """One of the two: what it goes on from, and what is different about it."""

    token_ids: tuple[int, ...] = ()  # the text, or
    prompt: str = ""  # a text to encode
    plan: Plan = INTACT
    seed: int | None = None  # None: the sampling's
    model: str = ""  # "": the loaded one; else what names another, which is loaded besides for as long as it writes


@dataclass(frozen=True)
class AskTwins(Question):
    """Let both write `n_tokens`. Answers in slices: each finding names in `then` what to ask to go on."""

    kept: ClassVar[int] = 6

    one: Twin
    other: Twin
    n_tokens: int = 30
    sampling: Sampling = field(default_factory=Sampling)
    space: Space = EMBEDDING  # where a `resid` space in use: both paths are placed in it at the end
    have: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())  # tokens that both wrote in the slices before
    known: tuple[tuple[float, ...], ...] = ()  # their rows of figures
    seconds: float = 2.0  # of a slice


@dataclass(frozen=True)
class AskSentence(AskTwins):
    """The same, asked by the switchboard itself after a change: a class of its own, so that neither ends the other."""


@dataclass(frozen=True)
class Twins(Finding):
    """N steps so far. Index 0 is `one`, 1 is `other`. Step i draws the token N_i after both texts."""

    asked: AskTwins  # the question of the first slice
    starts: tuple[I32, I32]  # token ids of the two texts gone on from
    written: tuple[I32, I32]  # [N] each
    kl: F32  # [N] bits, KL(one || other) of the distributions drawn from, temperature 1; NaN where not comparable
    entropy: F32  # [2, N] bits
    probs: F32  # [2, N] of the token drawn, temperature 1
    crossed: F32  # [2, N] the probability each gives to the other's token; NaN where not comparable
    parted: int  # first step at which they drew different tokens, -1: none
    done: bool
    incomparable: str  # why distributions cannot be compared, "" where they can
    vocabulary: Vocabulary | None  # of `other` where it is not that of the loaded model
    names: tuple[str, str]  # of the two models
    placed: tuple[Placed | None, Placed | None]  # places of starts + written in the space asked for
    then: AskTwins | None
