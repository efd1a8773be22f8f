"""How fast new vectors are placed, against a warm `umap.transform` over the same background in the same run.

`python -m tests.bench.place`. umap-learn's model is fitted with few epochs (they do not matter for speed) and its
transform runs its usual number. Calls alternate; medians are compared, warm on both sides: after the first few single
vectors 8 bits of each background vector are kept, where the processor has code for them, as in the engine (which has
torch).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch  # noqa: F401  # the engine has it

from engine.maps.place import Placer
from engine.maps.search import SINGLES
from engine.maps.spaces import vocabulary_space
from engine.records import EMBEDDING, F32, Layout
from tests.bench.preserve import default_split
from tests.bench.rows import Row, at_most, main

LIMIT = 2.0
_FEW_EPOCHS = 11


def measure(model: str | None = None) -> list[Row]:
    """One new point, 50 at once, and the first call of all (against the first `umap.transform`, which compiles)."""
    split = default_split(model)
    theirs = _fitted(split.kept)
    points = np.asarray(theirs.embedding_, np.float32)  # [N, 3]
    layout = Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "bench", "bench", 0, 0, 0, 0)
    placer = Placer(vocabulary_space(EMBEDDING, split.kept), layout)
    new = split.held_out
    first_ours = _seconds(lambda: placer.place(new[:1]))
    first_theirs = _seconds(lambda: theirs.transform(new[:1]))
    _seconds(lambda: theirs.transform(new[:50]))
    for row in range(SINGLES):
        placer.place(new[row : row + 1])
    rows = [at_most("placing, first call", first_ours, "s", "first umap.transform", first_theirs, LIMIT)]
    for size, times in ((1, 25), (50, 7)):
        ours, umaps = _medians(new, size, times, placer.place, theirs.transform)
        rows.append(at_most(f"placing {size} new", ours * 1e3, "ms", "warm umap.transform", umaps * 1e3, LIMIT))
    return rows


def _fitted(vectors: F32) -> Any:
    import umap

    model = umap.UMAP(n_components=3, metric="cosine", n_epochs=_FEW_EPOCHS, init="random").fit(vectors)
    model.n_epochs = None  # transform derives its own number from it
    return model


def _medians(
    new: F32, size: int, times: int, ours: Callable[[F32], object], theirs: Callable[[F32], object]
) -> tuple[float, float]:
    pairs = []
    for turn in range(times):
        batch = new[(turn * size) % 450 :][:size]
        pairs.append((_seconds(lambda b=batch: ours(b)), _seconds(lambda b=batch: theirs(b))))  # type: ignore[misc]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(measure)
