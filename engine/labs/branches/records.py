"""The tokens at a fork of the run: question and finding. Numpy only.

What the model gives them at temperature 1 stands in the run's own records. What is asked is what those do not hold: the
chance of being drawn, which depends on the whole distribution, and the probability with other interventions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.questions import Finding, Question
from engine.records import F32, Plan, Sampling


@dataclass(frozen=True)
class AskFork(Question):
    """How likely are `tokens` after `node`, drawn with `sampling`, and with `plan` (None: as the run was written)?"""

    kept: ClassVar[int] = 4096  # more than a run has forks: a slider of the sampling asks anew at each of its steps
    node: int
    tokens: tuple[int, ...]
    sampling: Sampling
    plan: Plan | None = None


@dataclass(frozen=True)
class Fork(Finding):
    """For each of the tokens asked about."""

    drawn: F32  # [n] chance of being drawn after penalty, temperature and filters; 0 where they leave it out
    changed: F32  # [n] probability at temperature 1 with the plan asked for; empty where none was
