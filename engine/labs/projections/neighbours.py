"""The true neighbours of one point of a space, exact, for the lines that join them on the map."""

from __future__ import annotations

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.projections.records import AskTrueNeighbours, TrueNeighbours
from engine.sentences import say


def answer(question: AskTrueNeighbours, bench: Workbench) -> TrueNeighbours:
    """They.

    Raises:
        InputRefused: the space is not open, or has no such point.
    """
    vectors, _ = bench.layouts(question.space)
    if vectors is None:
        raise InputRefused(
            say("The map of {what} is not open. Show it first, then ask again.", what=question.space.in_words)
        )
    n = len(vectors.vectors)
    if not 0 <= question.index < n:
        raise InputRefused(
            say("There is no point {index}: this map has points 0 to {last}.", index=question.index, last=n - 1)
        )
    ids, cosine = vectors.search.nearest(vectors.vectors[question.index], max(1, question.n), without=question.index)
    return TrueNeighbours(ids.astype(np.int32), cosine)
