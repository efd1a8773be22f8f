"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

import numpy as np

from engine.labs.facts.records import (
    AskEdit,
    AskMeasured,
    AskSweep,
    AskWhere,
    Fact,
    Probe,
    Settings,
    WeightEdit,
)
from tests.helpers.lab_examples import About, Examples

FACT = Fact("the cat sat on the", "cat", "mat")
QUICK = Settings(steps=2, prefixes=2)
WORDS = ("cat", "dog", "mat", "the", "and", "on")  # tokens of the tiny models with the space before them
ANSWERS = {
    rest: dict(zip(WORDS, (*WORDS[n:], *WORDS[:n]), strict=True)) for n, rest in enumerate(("sat", "ran", "and"), 1)
}


def questions(about: About) -> Examples:
    """One of each class, small."""
    probes = (Probe("neighbour", "the dog sat on the", "mat"),)
    yield "a rank-one edit", AskEdit((FACT,), (1,), "rank one", QUICK, probes)
    yield "an edit of several layers", AskEdit((FACT,), (0, 1), "several layers", QUICK, probes)
    yield "a matrix fine-tuned", AskEdit((FACT,), (0,), "fine-tuning", QUICK, probes)
    yield "an edit at each layer", AskSweep(FACT, (0, 1), probes, settings=QUICK)
    own = about.texts.with_name("facts.csv")
    if own.is_absolute() and not own.exists():
        lines = (
            f"the {word} {rest},{word},{answer}"
            for rest, answers in ANSWERS.items()
            for word, answer in answers.items()
        )
        own.write_text("\n".join(("prompt,subject,answer", *lines)), "utf-8")
    yield "where facts are read", AskWhere(str(own), most=24)
    edit = WeightEdit((1,), np.full((1, 1, 48), 0.1, np.float32), np.full((1, 1, 32), 0.1, np.float32), title="an edit")
    yield "an edit that is there", AskMeasured(edit, probes)
