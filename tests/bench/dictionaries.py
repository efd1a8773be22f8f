"""Sparse dictionaries: reading a model's activations and teaching, against loops as one would write them down.

`python -m tests.bench.dictionaries`. Activations of the default model's middle and a late layer are read piece by
piece, against whole forwards of the model with a hook. A step of the bundled recipe (4,608 latents, k 32, batches of
1,024) is made by the gradients that are written out, against autograd on the dense formulas. Both are processor time on
one thread, in turns. Then a forward on the number of threads that was measured to be fastest, against the other one.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.dictionaries.activations import Reader
from engine.dictionaries.hooks import watch
from engine.dictionaries.records import Hook, Recipe
from engine.dictionaries.threads import fastest, on_threads
from engine.dictionaries.training import Learner
from engine.records import I32
from tests.bench.rows import Row, at_least, main
from tests.bench.vectors import Model, default_model
from tests.helpers.plain_dictionary import Plain

PIECES, CONTEXT = 4, 128
FASTER = 1.2
MIDDLE, LATE = 12, 24
TIMES, STEPS = 3, 5


def measure() -> list[Row]:
    """Tokens a second of reading, positions a second of teaching."""
    model = default_model()
    ids = np.random.default_rng(0).integers(1000, 40_000, (PIECES, CONTEXT), dtype=np.int32)
    with on_threads(1):
        rows = [_reading(model, layer, ids) for layer in (MIDDLE, LATE)]
        rows.append(_teaching(model))
    return [*rows, _threads(model, ids)]


def _reading(model: Model, layer: int, ids: I32) -> Row:
    hook = Hook("resid", layer)
    reader = Reader(model.loaded.model, model.anatomy, hook)

    def plain() -> Tensor:
        seen: list[Tensor] = []
        end = watch(model.anatomy, hook, lambda values: seen.append(values.clone()))
        try:
            with torch.no_grad():
                model.loaded.model(input_ids=torch.from_numpy(ids).long(), use_cache=False)
        finally:
            end()
        return seen[0]

    own, other = reader.read(ids), plain()
    assert float((own - other).abs().max()) <= 1e-3 * float(other.abs().max())
    ours, theirs = _in_turns(lambda: reader.read(ids), plain, TIMES)
    return at_least(
        f"activations after L{layer}",
        ids.size / ours,
        "tokens/s",
        "whole forwards with a hook",
        ids.size / theirs,
        FASTER,
    )


def _teaching(model: Model) -> Row:
    recipe = Recipe(Hook("resid", MIDDLE))
    learner = Learner(recipe, model.anatomy.d_model, torch.device("cpu"))
    plain = Plain(learner)
    draw = torch.Generator().manual_seed(0)
    batches = iter(torch.randn(4 * STEPS, recipe.batch, model.anatomy.d_model, generator=draw))
    z = next(batches)
    told, loss = learner.learn(z), plain.learn(z)
    assert abs(told.error - loss) < 0.1 * loss  # AuxK counts a thirty-second
    ours, theirs = _in_turns(lambda: learner.learn(next(batches)), lambda: plain.learn(z), STEPS)
    return at_least(
        "training, 4,608 latents, k 32", recipe.batch / ours, "positions/s", "autograd on dense formulas",
        recipe.batch / theirs, FASTER,
    )  # fmt: skip


def _in_turns(ours: Callable[[], Any], theirs: Callable[[], Any], times: int) -> tuple[float, float]:
    """Median seconds of processor time of each."""
    spent: tuple[list[float], list[float]] = [], []
    for _ in range(times):
        for work, took in zip((ours, theirs), spent, strict=True):
            began = time.process_time()
            work()
            took.append(time.process_time() - began)
    return statistics.median(spent[0]), statistics.median(spent[1])


def _threads(model: Model, ids: I32) -> Row:
    reader = Reader(model.loaded.model, model.anatomy, Hook("resid", MIDDLE))
    most = torch.get_num_threads()
    chosen = fastest(lambda: reader.read(ids))
    speeds = []
    for threads in (chosen, most if chosen == 1 else 1):
        with on_threads(threads), _wall() as took:
            for _ in range(TIMES):
                reader.read(ids)
        speeds.append(TIMES * ids.size / took[0])
    return at_least(
        f"activations on the chosen threads ({chosen})", speeds[0], "tokens/s", "on the other number", speeds[1], 0.9
    )


@contextmanager
def _wall() -> Iterator[list[float]]:
    took = [0.0]
    began = time.perf_counter()
    yield took
    took[0] = time.perf_counter() - began


if __name__ == "__main__":
    main(measure)
