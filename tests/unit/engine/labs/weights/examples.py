"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.weights.records import (
    AskLayers,
    AskMatrices,
    AskPart,
    AskPicture,
    AskSizes,
    AskSpectrum,
    Look,
    MatrixName,
)
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """Of matrices that every tiny model has."""
    q, down = MatrixName("q", 1), MatrixName("down", 1)
    yield "matrices", AskMatrices()
    yield "weights", AskPicture(q)
    yield "weights in order", AskPicture(down, Look("average", 4, "similarity", "role"))
    yield "part of weights", AskPart(down, Look("size", 3, "norm", "stored"), 0, (2, 1), 2, 9, 1, 8)
    yield "sizes of weights", AskSizes(q)
    yield "singular values", AskSpectrum(down)
    yield "weights of all layers", AskLayers("o", Look("average", 3))
