"""The true neighbours of one point of a space, exact, for the lines that join them on the map."""

from __future__ import annotations

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.projections.records import AskTrueNeighbours, TrueNeighbours


def answer(question: AskTrueNeighbours, bench: Workbench) -> TrueNeighbours:
    """They.

    Raises:
        InputRefused: the space is not open, or has no such point.
    """
    vectors, _ = bench.layouts(question.space)
    if vectors is None:
        raise InputRefused(f"The map of {question.space.in_words} is not open. Show it first, then ask again.")
    n = len(vectors.vectors)
    if not 0 <= question.index < n:
        raise InputRefused(f"There is no point {question.index}: this map has points 0 to {n - 1}.")
    ids, cosine = vectors.search.nearest(vectors.vectors[question.index], max(1, question.n), without=question.index)
    return TrueNeighbours(ids.astype(np.int32), cosine)
