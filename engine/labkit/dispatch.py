"""Finds who answers a question: the laboratory whose folder the question's own class stands in.

A question of `engine.labs.X.records` is answered by `engine.labs.X.answers`, a module with `ANSWERS`, a function per
class of question (`engine.beside`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.beside import table_beside
from engine.errors import InputRefused
from engine.labkit.workbench import Bench, Workbench
from engine.questions import Finding, Question
from engine.sentences import say

Answerer = Callable[[Any, Any], Finding]  # the question, and a Bench or a Workbench


def answerer_of(kind: type[Question]) -> Answerer:
    """The function that answers this class of question.

    Raises:
        InputRefused: no laboratory answers it, or its laboratory cannot be imported.
    """
    answerer: Answerer | None = table_beside(kind, "answers", "ANSWERS").get(kind)
    if answerer is None:
        raise InputRefused(say("No laboratory answers the question {kind}.", kind=kind.__name__))
    return answerer


def answer(question: Question, bench: Bench | Workbench) -> Finding:
    """What the laboratory in charge finds.

    Raises:
        InputRefused: no laboratory answers this class of question, or the laboratory refuses the question.
        Stopped: a person asked for an end.
    """
    return answerer_of(type(question))(question, bench)
