"""Distances in all dimensions among a person's selection, to be exported with it."""

from __future__ import annotations

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.projections.neighbourhoods import unit
from engine.labs.projections.records import PAIRS_OF, Apart, AskApart
from engine.sentences import say


def answer(question: AskApart, bench: Workbench) -> Apart:
    """They.

    Raises:
        InputRefused: the space is not open, or has not all of these points.
    """
    vectors, _ = bench.layouts(question.space)
    if vectors is None:
        raise InputRefused(
            say("The map of {what} is not open. Show it first, then ask again.", what=question.space.in_words)
        )
    rows, n = np.array(question.indices, np.int64), len(vectors.vectors)
    if not len(rows) or rows.min() < 0 or rows.max() >= n:
        raise InputRefused(say("This map has points 0 to {last}. Select some of them.", last=n - 1))
    chosen = unit(vectors.vectors[rows]).astype(np.float64)  # [S, D]
    middle = chosen.mean(axis=0)
    length = float(np.sqrt(middle @ middle))
    from_mean = 1 - chosen @ (middle / length) if length > 0 else np.ones(len(rows))
    pairs = np.zeros((0, 0))
    if len(rows) <= PAIRS_OF:
        pairs = 1 - chosen @ chosen.T
        np.fill_diagonal(pairs, 0.0)
    return Apart(np.maximum(from_mean, 0).astype(np.float32), np.maximum(pairs, 0).astype(np.float32))
