"""Where in a model something is decided: questions and findings. Numpy only.

Patching: run prompt B with one site's activation taken from prompt A. Shown is the recovered share of the logit
difference: 0 = as B, 1 = as A. Tracing: the subject's embeddings are spoiled by noise, then one clean state (or a
window of MLP or attention outputs) is put back; shown is the answer's probability (Meng et al., 2202.05262).

States are rows of `resid`. The last row leaves the last block; of it the last position alone is read, so there
everything comes back: the share is 1, the probability the model's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32

Part = Literal["state", "attention", "mlp"]
PARTS: tuple[Part, ...] = ("state", "attention", "mlp")


@dataclass(frozen=True)
class AskPatching(Question):
    """Take `part` of every layer and position of prompt `a` into prompt `b`. Both must have as many tokens.

    `answer_a` and `answer_b` "" are the likeliest next tokens of each prompt.
    """

    about: ClassVar[Literal["run", "model"]] = "model"
    a: str
    b: str
    part: Part = "state"
    answer_a: str = ""
    answer_b: str = ""


@dataclass(frozen=True)
class AskTracing(Question):
    """Spoil the embeddings of `subject` in `prompt`, and restore one place at a time."""

    about: ClassVar[Literal["run", "model"]] = "model"
    prompt: str
    subject: str
    answer: str = ""
    part: Part = "state"
    window: int = 0  # layers restored together for attention and mlp; 0 = a third of all, at most 10
    draws: int = 10
    noise: float = 3.0  # standard deviations of the embeddings
    seed: int = 0


@dataclass(frozen=True)
class Picture(Finding):
    """Places x positions. `values` NaN where nothing can differ."""

    kind: Literal["patching", "tracing"]
    part: Part
    token_ids: I32  # [T] of the prompt that is patched (B), or of the traced one
    other_ids: I32  # [T] of prompt A; empty for tracing
    differs: I32  # positions at which the two prompts differ, or of the subject
    values: F32  # [L+1, T] of states, [L, T] of other parts: recovered share of the logit difference, or probability
    answer: int  # token id: A's, or the traced one
    against: int  # token id of B's answer; -1 for tracing
    clean: float  # the logit difference of A, or the probability as the model is
    spoiled: float  # that of B, or the probability under noise
    window: int  # layers restored together; 1 for states
    draws: int
    seconds: float
