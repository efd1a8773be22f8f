"""An analogy on a map: where a, b, c, b - a + c and the expected word lie in a layout, and angles in the full space.

b - a + c is a new vector, so it is placed as any new vector is. In the full space its arrow from c is the one from a to
b: parallel and as long. How much of that a picture keeps can be read off the places.
"""

from __future__ import annotations

import math

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.analogies.one import cosine
from engine.labs.analogies.records import INPUTS, Arrows, AskArrows
from engine.labs.analogies.spelling import Spelling, matrix_of, vectors_of
from engine.records import Space
from engine.sentences import say


def answer(question: AskArrows, bench: Workbench) -> Arrows:
    """The places.

    Raises:
        InputRefused: a word is missing or cannot be spelled, b - a + c is nowhere, or the layout is not there.
    """
    bench.progress(say("Placing the analogy on the map"), 0, 1)
    weight = matrix_of(bench, question.matrix)
    spelling = Spelling(bench.tokenizer, bench.vocabulary, len(weight))
    expected = [question.expected] if question.expected.strip() else []
    words = tuple(spelling.word(typed) for typed in (question.a, question.b, question.c, *expected))
    vectors = vectors_of(weight, list(words))
    a, b, c = vectors[:INPUTS]
    target = b - a + c
    if not np.any(target):
        raise InputRefused(say("b − a + c is zero for these words, so it has no place. Type other words."))
    rows = np.concatenate([vectors[:INPUTS], target[None], vectors[INPUTS:]])
    placed = bench.place_into(Space(question.matrix), question.layout_key, rows)
    if placed is None:
        raise InputRefused(say("The layout of this map is there no more. Choose the map or its layout again."))
    bench.progress(say("Placing the analogy on the map"), 1, 1)
    found = cosine(b - a, vectors[INPUTS] - c) if expected else math.nan
    return Arrows(words, placed, math.degrees(math.acos(min(1.0, max(-1.0, found)))) if expected else math.nan)
