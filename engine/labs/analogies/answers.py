"""Which function answers which question about analogies."""

from __future__ import annotations

from engine.labs.analogies import offsets, on_map, one, sets
from engine.labs.analogies.records import AskAnalogy, AskAnalogySet, AskArrows, AskOffsets

ANSWERS = {AskAnalogy: one.answer, AskAnalogySet: sets.answer, AskOffsets: offsets.answer, AskArrows: on_map.answer}
