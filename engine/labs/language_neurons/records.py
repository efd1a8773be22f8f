"""Neurons that tell two kinds of text apart, and what the loss of them costs: questions and findings. Numpy only.

A set is named (one of resources/contrast) or is a UTF-8 file with one text a line. Loss is the mean negative log
probability per token, in bits; intervals are 95 % percentile bootstrap intervals over texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32

BUNDLED = ("french", "english", "german", "chinese", "code", "numbers")
OTHERS = "all others"
SCALES = (-2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 6.0, 8.0, 10.0)
COUNTS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True)
class AskContrast(Question):
    """Rank all neurons by how well their mean activation per text tells set `a` from set `b`."""

    about: ClassVar[Literal["run", "model"]] = "model"
    a: str = "french"
    b: str = "english"
    count: int = 200
    folds: int = 5
    seed: int = 0


@dataclass(frozen=True)
class Contrast(Finding):
    """The neurons that separate best, and how much of that is chance."""

    a: str
    b: str
    n_a: int  # texts
    n_b: int
    layers: I32  # [n]
    indices: I32  # [n]
    auc: F32  # [n] on all texts: chance that a text of `a` has the higher mean activation
    held_out: F32  # [n] the same on texts held out of choosing its direction, mean over folds
    mean_a: F32  # [n]
    mean_b: F32  # [n]
    n_tried: int
    n_pass: int  # neurons with max(auc, 1 - auc) at the last listed one's or better
    threshold: float  # that figure
    n_by_chance: float  # as many with the texts' labels shuffled, mean over shufflings
    n_shuffles: int
    best_held_out: float  # held-out AUC of the neuron that was best on the other folds, mean over folds
    note: str = ""  # what was left out or cut


@dataclass(frozen=True)
class AskLanguage(Question):
    """Find the neuron for a set and measure what its loss costs on every set. `model` "" is the loaded one."""

    about: ClassVar[Literal["run", "model"]] = "model"
    a: str = "french"
    model: str = ""
    neurons: int = 3
    candidates: int = 16
    scales: tuple[float, ...] = SCALES
    draws: int = 2000
    seed: int = 0


@dataclass(frozen=True)
class Language(Finding):
    """The experiment: chosen on one half of the texts, measured on the other."""

    a: str
    model: str  # its name
    n_parameters: int
    layers: I32  # [n] the neurons chosen
    indices: I32  # [n]
    auc: F32  # [n] on the half that was used to choose
    held_auc: F32  # [n] on the other half
    n_tried: int
    sets: tuple[str, ...]  # [S]
    n_texts: I32  # [S] in the half that was measured
    n_tokens: I32  # [S]
    means: F32  # [n] activation over the choosing half of all sets: what "mean" puts in
    # Loss in bits per token on the held-out half. Rows of the n neurons; then intact, zero, mean.
    loss: F32  # [n, S, 3]
    low: F32  # [n, S, 3] 95 % interval of the loss
    high: F32  # [n, S, 3]
    rise: F32  # [n, S, 2] of zero and mean over intact
    rise_low: F32  # [n, S, 2] 95 % interval of the rise, texts drawn in pairs
    rise_high: F32  # [n, S, 2]
    scales: F32  # [C]
    curve: F32  # [S, C] loss of the first neuron
    curve_low: F32  # [S, C] 95 % interval of its rise over intact
    curve_high: F32  # [S, C]
    seconds: float
    note: str = ""


@dataclass(frozen=True)
class AskRedundancy(Question):
    """Switch off the first 1, 2, 5 … neurons for a set, and as many random ones of the same layers."""

    about: ClassVar[Literal["run", "model"]] = "model"
    a: str = "french"
    b: str = OTHERS
    counts: tuple[int, ...] = COUNTS
    draws: int = 3
    seed: int = 0


@dataclass(frozen=True)
class Redundancy(Finding):
    """Loss in bits per token on the held-out half of the two sets."""

    a: str
    b: str
    counts: I32  # [C]
    top_a: F32  # [C] on set a
    top_b: F32  # [C] on set b
    random_a: F32  # [draws, C] on set a
    random_b: F32  # [draws, C]
    intact_a: float
    intact_b: float
    n_texts_a: int
    n_texts_b: int
    layers: I32  # [max count] the neurons in their order
    indices: I32
    seconds: float
