"""Which function answers which question about what may come."""

from __future__ import annotations

from engine.labs.lookahead import ahead
from engine.labs.lookahead.records import AskAhead

ANSWERS = {AskAhead: ahead.answer}
