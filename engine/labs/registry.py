"""Finds the labs by looking into `engine/labs/`: a lab is a module or package with `ANSWERS`, a function per question.

Labs are imported when the first question comes, not when the engine starts.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import engine.labs
from engine.errors import InputRefused
from engine.lab_records import Finding, Question

if TYPE_CHECKING:
    from engine.capture.anatomy import Anatomy
    from engine.capture.intervene import Means
    from engine.generation.session import Session
    from engine.records import F32, ModelInfo, Placed, Plan, Space, Vocabulary


def no_means(_plan: Plan) -> Means | None:
    """Where no reference text is at hand, nothing can be replaced by its mean."""
    return None


def nowhere(_space: Space, _vectors: F32) -> Placed | None:
    """Where no map is at hand, nothing has a place."""
    return None


@dataclass(frozen=True)
class Bench:
    """What a lab may use that needs no model: the ways to tell progress and to be stopped."""

    progress: Callable[[str, int, int], None]  # doing, done, total
    stop: Callable[[], bool]


@dataclass(frozen=True)
class Workbench:
    """What a lab about a model or a run may use: the loaded model with its run besides."""

    session: Session
    tokenizer: Any
    vocabulary: Vocabulary
    info: ModelInfo
    progress: Callable[[str, int, int], None]
    stop: Callable[[], bool]
    means: Callable[[Plan], Means | None] = no_means  # over the sample texts, of the sites a plan replaces by them
    place: Callable[[Space, F32], Placed | None] = nowhere  # vectors [n, D] in the layout in use of an opened space

    @property
    def model(self) -> Any:
        """transformers' own model."""
        return self.session.model

    @property
    def anatomy(self) -> Anatomy:
        """Where its parts are."""
        return self.session.anatomy


Answerer = Callable[[Any, Any], Finding]  # the question, and a Bench or a Workbench


@functools.cache
def answerers() -> dict[type[Question], Answerer]:
    """The function for each class of question. Raises ValueError where two labs answer the same class."""
    found: dict[type[Question], Answerer] = {}
    for module_info in pkgutil.iter_modules(engine.labs.__path__):
        module = importlib.import_module(f"engine.labs.{module_info.name}")
        for kind, answerer in getattr(module, "ANSWERS", {}).items():
            if kind in found:
                raise ValueError(f"two labs answer {kind.__name__}")
            found[kind] = answerer
    return found


def answer(question: Question, bench: Bench | Workbench) -> Finding:
    """What the lab in charge finds.

    Raises:
        InputRefused: no lab answers this class of question, or the lab refuses the question.
        Stopped: a person asked for an end.
    """
    answerer = answerers().get(type(question))
    if answerer is None:
        raise InputRefused(f"No lab here answers the question {type(question).__name__}.")
    return answerer(question, bench)
