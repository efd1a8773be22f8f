"""Finds who answers a question: the laboratory whose folder the question's own class stands in.

A question of `engine.labs.X.records` is answered by `engine.labs.X.answers`, a module with `ANSWERS`, a function per
class of question. Only that laboratory is imported, when its first question comes; one that cannot be imported costs
its own questions and a sentence.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any

from engine.errors import InputRefused
from engine.labkit.workbench import Bench, Workbench
from engine.questions import Finding, Question

Answerer = Callable[[Any, Any], Finding]  # the question, and a Bench or a Workbench


def answerer_of(kind: type[Question]) -> Answerer:
    """The function that answers this class of question.

    Raises:
        InputRefused: no laboratory answers it, or its laboratory cannot be imported.
    """
    answerer = _answers_beside(kind.__module__).get(kind)
    if answerer is None:
        raise InputRefused(f"No laboratory answers the question {kind.__name__}.")
    return answerer


def _answers_beside(module: str) -> Mapping[type[Question], Answerer]:
    """`ANSWERS` of the module `answers` in the package of a question's module; empty where there is none."""
    package = module.rpartition(".")[0]
    name = f"{package}.answers"
    try:
        found: Mapping[type[Question], Answerer] = importlib.import_module(name).ANSWERS
    except ModuleNotFoundError as error:
        if error.name in (name, package) or not package:
            return {}
        raise _broken(package, error) from error
    except Exception as error:
        raise _broken(package, error) from error
    return found


def _broken(package: str, error: Exception) -> InputRefused:
    name = package.rpartition(".")[2]
    return InputRefused(
        f"The laboratory {name!r} could not be loaded ({type(error).__name__}: {error}), so its question is not "
        "answered; the others work."
    )


def answer(question: Question, bench: Bench | Workbench) -> Finding:
    """What the laboratory in charge finds.

    Raises:
        InputRefused: no laboratory answers this class of question, or the laboratory refuses the question.
        Stopped: a person asked for an end.
    """
    return answerer_of(type(question))(question, bench)
