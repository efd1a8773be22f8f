"""Which function answers which question about a dictionary's training."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.questions import Finding, Question

ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {}
