"""Questions and findings about codes of things with two properties, such as a colour and a shape. Numpy only.

A thing is one of k colours with one of s shapes; things are counted colour by colour. "Held out" always means whole
combinations: the probe has met the colour and the shape, but never together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt

from engine.questions import Finding, Question
from engine.records import F32

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
About = Literal["run", "model", "resources"]
CODES = ("one-hot", "semi-local", "superposed", "random")
MEASURES = ("first", "second", "shuffled", "any half", "two at once")


@dataclass(frozen=True)
class AskCodes(Question):
    """Code k x s things in four ways and read them out. Answer: Codes."""

    about: ClassVar[About] = "resources"
    kept: ClassVar[int] = 40

    firsts: int = 4  # colours
    seconds: int = 4  # shapes
    width: int = 6  # dimensions of the superposed code, and of the control
    noise: float = 0.1  # standard deviation in each dimension
    seed: int = 0


@dataclass(frozen=True)
class Codes(Finding):
    """Four codes of the same things, in the order of `CODES`, each with what a linear probe reads out of it.

    The last is the control: every thing has a random direction of its own, in as many dimensions as the superposed one.
    Measures: colour and shape of held-out things; a colour dealt to things at random, of held-out things (a control);
    a random half of all things, told from the other half after all were met; which of two pairs of things, alike but
    for exchanged shapes, a sum is of.
    """

    vectors: tuple[F32, ...]  # each [N, d]
    shares: F64  # [4, M] of answers that are right, in the order of `MEASURES`
    low: F64  # [4, M] 95 % Wilson intervals over things, and over pairs of them
    high: F64  # [4, M]
    chance: F64  # [M] what guessing gets
    overlaps: F32  # [f, f] cosines of the directions of colours, then shapes, of the superposed code
    interference: F64  # [4] mean squared cosine of two directions that are to be told apart
    widths: I64  # [w] dimensions of the superposed code
    by_width: F64  # [2, w] share of held-out things whose first, and whose second property is read
    alone: F64  # [f] D_i of the superposed code's directions


@dataclass(frozen=True)
class AskProduct(Question):
    """Are the model's states of two-word phrases a product of the two words? Answer: Product.

    Every template holds {first} and {second}. The state is that of the last token of the later word, or of the text.
    """

    about: ClassVar[About] = "model"
    kept: ClassVar[int] = 6

    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    templates: tuple[str, ...]
    at_end: bool = False
    seed: int = 0


@dataclass(frozen=True)
class Product(Finding):
    """By row of `resid` (L + 1 of them); states standardised in each dimension, each template's mean taken away.

    `parts` are shares of the variance between phrases: of the first word's and the second word's main effect, and of
    what the two words add together beyond their sum (the interaction). Intervals are 95 %, over templates.
    """

    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    parts: F64  # [3, L + 1] they add up to 1; NaN where nothing varies
    low: F64  # [3, L + 1]
    high: F64  # [3, L + 1]
    parts_chance: F64  # [3] the expected shares where states are dealt to phrases at random
    read: F64  # [2, L + 1] share of held-out phrases whose first, and whose second word a probe reads
    read_low: F64  # [2, L + 1] 95 % Wilson intervals over phrases
    read_high: F64  # [2, L + 1]
    read_shuffled: F64  # [2, L + 1] the same probe with the words dealt to phrases at random
    read_chance: F64  # [2]
    matched: F64  # [L + 1] share of held-out phrases that the sum of both words' effects is nearest to
    matched_low: F64  # [L + 1]
    matched_high: F64  # [L + 1]
    matched_chance: float
    n_templates: int
    n_phrases: int
