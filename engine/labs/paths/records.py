"""Where the tokens of further texts lie in a map: questions and findings. Numpy only.

A question names the text itself, so that what is found outlives the run: two runs stand on one map by asking for the
tokens of the first while the second is on screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.questions import Finding, Question
from engine.records import I32, INTACT, Placed, Plan, Space


@dataclass(frozen=True)
class AskPath(Question):
    """Where each token of a text lies: the tokens `token_ids`, or `prompt` as a run's is read where there are none.

    In a space of states the state after each token, with `plan`, is placed in the layout with this key; in a space of
    tokens, or without a key, only the tokens are told.
    """

    about: ClassVar = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 96

    space: Space
    layout_key: str = ""
    prompt: str = ""
    chat: bool = False
    token_ids: tuple[int, ...] = ()
    plan: Plan = INTACT


@dataclass(frozen=True)
class PathPlaces(Finding):
    """The tokens of a text in order, and where each lies."""

    token_ids: I32  # [T]
    placed: Placed | None  # T places; None where none was asked for


@dataclass(frozen=True)
class AskSamplePaths(Question):
    """Where continuations of one text lie, and the mean of their states step by step.

    The text before them is as in `AskPath`; a sample is the token ids after it, and has at least one.
    """

    about: ClassVar = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 24

    space: Space
    layout_key: str
    samples: tuple[tuple[int, ...], ...]
    prompt: str = ""
    chat: bool = False
    token_ids: tuple[int, ...] = ()
    plan: Plan = INTACT


@dataclass(frozen=True)
class SamplePlaces(Finding):
    """n samples with S tokens in all. The mean at step i is that of the states after the sample's token i, of all
    samples that have one and whose state is no outlier, taken in the full space and placed as any new state is."""

    before_ids: I32  # [t] tokens of the text before
    before: Placed  # t places
    placed: Placed  # S places, those of the first sample first
    mean: Placed  # M places, of the steps 0 .. M-1
    counted: I32  # [M] samples that the mean is of
