"""Which function answers which question about many samples of one text."""

from __future__ import annotations

from engine.labs.bundles import bundle
from engine.labs.bundles.records import AskBundle

ANSWERS = {AskBundle: bundle.answer}
