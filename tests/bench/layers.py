"""Layers: how evenly the map draws while it slides from one to the next, and how soon a state has its place.

`python -m tests.bench.layers`. Sliding is measured in the real program (`tests.bench.window_child`), between layers of
the default model that were opened before. Placing is measured on states of its middle layer over the short sample,
against tokens placed in the vocabulary's map, in turns; both layouts are PCA's points, but new vectors are placed by
their neighbours, as in a UMAP layout. None of what is placed belongs to the points of its map.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import replace

import numpy as np

from engine.maps.pca import principal_axes
from engine.maps.place import Placer
from engine.maps.scaling import unit_ball
from engine.maps.search import SINGLES
from engine.maps.spaces import SpaceVectors, States, resid_space, vocabulary_space
from engine.records import EMBEDDING, F32, I64, Layout, Space
from tests.bench.rows import Row, at_most, main
from tests.bench.vectors import default_model, middle_states, token_embeddings
from tests.bench.window import FRAME_LIMIT_MS, child

AS_FAST = 1.1  # times the vocabulary's: they are as fast but for noise
HELD_OUT, TIMES = 100, 40


def measure() -> list[Row]:
    """The worst frame while sliding, and placing one state."""
    slid = child("slide")
    worst = at_most("worst frame while sliding through layers", slid["sliding_worst_ms"], "ms", "the limit",
                    FRAME_LIMIT_MS, 1.0)  # fmt: skip
    model = default_model()
    layer, states = middle_states(model)
    rows = token_embeddings(model)
    of_states, of_tokens = _held_out(len(states.vectors)), _held_out(len(rows))
    spaces = (
        resid_space(Space("resid", layer), _without(states, of_states)),
        vocabulary_space(EMBEDDING, np.delete(rows, of_tokens, axis=0)),
    )
    placers = [_placer(space) for space in spaces]
    new = states.vectors[of_states], rows[of_tokens]
    times: tuple[list[float], ...] = ([], [])
    for turn in range(SINGLES + TIMES):
        for placer, vectors, spent in zip(placers, new, times, strict=True):
            began = time.perf_counter()
            placer.place(vectors[turn : turn + 1])
            spent.append(time.perf_counter() - began)
    state, token = (1e3 * statistics.median(spent[SINGLES:]) for spent in times)
    return [
        worst,
        at_most("placing a state in a layer's map", state, "ms", "a token in the vocabulary's", token, AS_FAST),
    ]


def _held_out(n: int) -> I64:
    rows: I64 = np.sort(np.random.default_rng(0).choice(n, HELD_OUT, replace=False))
    return rows


def _without(states: States, rows: I64) -> States:
    kept = np.delete(np.arange(len(states.vectors)), rows)
    return replace(
        states,
        vectors=states.vectors[kept],
        token_ids=states.token_ids[kept],
        positions=states.positions[kept],
        surprisal=states.surprisal[kept],
        texts=states.texts[kept],
        sources=None,
    )


def _placer(space: SpaceVectors) -> Placer:
    points: F32 = unit_ball(principal_axes(space.vectors, 3).project(space.vectors))[0]
    layout = Layout(space.background.space, "umap", None, points, points[:, :2].copy(), "bench", "bench", 0, 0, 0, 0)
    return Placer(space, layout)


if __name__ == "__main__":
    main(measure)
