"""Weights as pictures: what of a large matrix is sent and coloured as a person zooms, against the whole of it.

`python -m tests.bench.weights`. A matrix of 4096 x 14336, as in models of eight billion weights, is shown on a plot of
900 x 600 pixels: the part in sight is cut from it, sent, and coloured, against sending and colouring all of it.
"""

from __future__ import annotations

import pickle
import statistics
import time
from collections.abc import Callable

import numpy as np
import torch

from engine.labs.weights.cells import MOST_COLUMNS, MOST_ROWS, read_shown, span_for, strongest
from engine.labs.weights.records import AskPart, Look, Part
from engine.labs.weights.source import Source
from engine.records import F32
from tests.bench.rows import Row, at_most, main
from viz.charts.heatmap import Colouring, image_of

ROWS, COLUMNS = 4096, 14336
WIDE, HIGH = 900, 600  # pixels
SHARE = 0.1  # of the whole, at most
TIMES = 5
COLOURS = Colouring(("#0000ff", "#000000", "#ff0000"), "", 3.0, signed=True)


def measure() -> list[Row]:
    """Bytes and seconds of a part against the whole."""
    values = torch.from_numpy(np.random.default_rng(0).standard_normal((ROWS, COLUMNS), np.float32))
    source = Source(values)
    asked = _part(source, 4)  # a fourth of the matrix across and down
    cells = _cells(source, asked)
    sent = len(pickle.dumps(Part(cells, cells), pickle.HIGHEST_PROTOCOL))
    part = _seconds(lambda: (_cells(source, asked), pickle.loads(pickle.dumps(cells)), image_of(cells, COLOURS)))  # noqa: S301
    whole_values: F32 = values.numpy()
    whole = _seconds(
        lambda: (pickle.loads(pickle.dumps(whole_values, pickle.HIGHEST_PROTOCOL)), image_of(whole_values, COLOURS)),  # noqa: S301
        1,
    )
    coarse = _cells(source, AskPart(asked.matrix, Look(), 0, _spans(), 0, ROWS, 0, COLUMNS))
    colour = _seconds(lambda: image_of(coarse, COLOURS))
    return [
        at_most("a part of a matrix, with its control", sent / 2**20, "MiB", "the whole matrix",
                values.nbytes / 2**20, SHARE),
        at_most("cutting, sending and colouring a part", 1e3 * part, "ms", "sending and colouring all",
                1e3 * whole, SHARE),
        at_most("colouring the whole as it is shown first", 1e3 * colour, "ms", "colouring all of it",
                1e3 * whole, SHARE),
    ]  # fmt: skip


def _spans() -> tuple[int, int]:
    return span_for(ROWS, MOST_ROWS), span_for(COLUMNS, MOST_COLUMNS)


def _part(source: Source, closer: int) -> AskPart:
    from engine.labs.weights.records import MatrixName

    high, wide = source.rows // closer, source.columns // closer
    spans = span_for(high, HIGH), span_for(wide, WIDE)
    top, left = 1024 // spans[0] * spans[0], 4096 // spans[1] * spans[1]
    return AskPart(MatrixName("down"), Look(), 0, spans, top, top + high, left, left + wide)


def _cells(source: Source, asked: AskPart) -> F32:
    return strongest(
        read_shown(source, asked.look, 1.0, asked.top, asked.bottom, asked.left, asked.right), asked.spans
    )  # fmt: skip


def _seconds(work: Callable[[], object], times: int = TIMES) -> float:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


if __name__ == "__main__":
    main(measure)
