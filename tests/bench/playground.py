"""Small nets in the playground: many starts at once, what a slice of training sends, and its pictures in time.

`python -m tests.bench.playground`. The largest net there can be (8 layers of 64 neurons) and the one that the
playground begins with (4, 4) are trained on the data that it begins with.
"""

from __future__ import annotations

import pickle
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from engine.labkit.workbench import Bench
from engine.labs.playground.questions import TrainNet
from engine.labs.playground.records import DataSet, made
from engine.labs.playground.slices import train_slice
from engine.nets.records import Architecture, Recipe
from engine.nets.training import Training
from tests.bench.rows import Row, at_most, main
from viz.charts.net_pictures import pictures

BENCH = Bench(lambda *_: None, lambda: False)
SMALL, LARGEST = Architecture(2, (4, 4), 3), Architecture(2, (64,) * 8, 3)
STARTS, STEPS, TIMES = 12, 200, 5


def measure() -> list[Row]:
    """Bytes and milliseconds."""
    data = made(DataSet())
    together = _seconds(lambda: Training(SMALL, Recipe(), data.train, seeds=range(STARTS)).run(STEPS))
    alone = _seconds(lambda: [Training(SMALL, Recipe(seed=seed), data.train).run(STEPS) for seed in range(STARTS)])
    plain = _seconds(lambda: Training(SMALL, Recipe(), data.train).run(STEPS))
    kept = _seconds(lambda: Training(SMALL, Recipe(), data.train, history=True).run(STEPS))
    asked = TrainNet(architecture=LARGEST, steps=STEPS)
    found = train_slice(asked, BENCH)
    sent = len(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    every = sent - found.past.nbytes + 4 * LARGEST.n_weights * STEPS
    drawn = _seconds(lambda: pictures(LARGEST, found.weights[0].copy()))
    step = _seconds(lambda: train_slice(replace(asked, steps=1), BENCH))
    return [
        at_most(f"{STARTS} starts together, {STEPS} steps", 1e3 * together, "ms", "one after another",
                1e3 * alone, 0.5),
        at_most(f"{STEPS} steps with past moments kept", 1e3 * kept, "ms", "keeping none", 1e3 * plain, 1.5),
        at_most("what a slice of the largest net sends", sent / 2**20, "MiB", "every step's weights",
                every / 2**20, 0.5),
        at_most("all pictures of the largest net", 1e3 * drawn, "ms", "a slice of one step of it", 1e3 * step, 1.0),
    ]  # fmt: skip


def _seconds(do: Callable[[], object]) -> float:
    """The median of some tries."""
    do()
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        do()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


if __name__ == "__main__":
    main(measure)
