"""Which function answers which question about formulas."""

from __future__ import annotations

from engine.labs.fitting import formulas
from engine.labs.fitting.records import AskFormulas

ANSWERS = {AskFormulas: formulas.answer}
