"""Which function answers which question about a class that guesses: none, since the run holds all that it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from engine.questions import Question

ANSWERS: Final[Mapping[type[Question], Callable[..., Any]]] = {}
