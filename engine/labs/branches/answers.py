"""Which function answers which question about branches."""

from __future__ import annotations

from engine.labs.branches import fork
from engine.labs.branches.records import AskFork

ANSWERS = {AskFork: fork.answer}
