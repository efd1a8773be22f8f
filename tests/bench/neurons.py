"""Finding a neuron: how many plain forwards it takes to rank all of them, and to measure a hundred exactly.

`python -m tests.bench.neurons`. One text of 64 tokens in the default model; medians over rounds in which the three
things alternate, so that what else the machine does falls on all of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import numpy as np
import torch

from engine.capture.recognise import describe
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.workbench import Workbench
from engine.labs.neurons import attribution
from engine.labs.neurons.records import AskEffects, AskExact
from engine.maps.sample import sample_texts
from engine.models.catalogue import default_name
from engine.models.facts import context_of, model_info
from engine.models.load import load
from engine.records import Site
from tests.bench.rows import Row, at_most, main

TOKENS, NEURONS, ROUNDS = 64, 100, 5
MOST_TO_RANK, MOST_TO_MEASURE = 4.0, 40.0


def measure() -> list[Row]:
    """Both ratios."""
    loaded = load(default_name(), dtype="float32", device="cpu")
    anatomy = describe(loaded.model)
    session = Session(loaded.model, anatomy, context_of(loaded.model.config))
    ids = np.array(loaded.tokenizer(sample_texts()[0].text)["input_ids"][:TOKENS], np.int32)
    session.begin(Settings())
    list(session.prefill(ids))
    info = model_info(loaded, anatomy)
    bench = Workbench(session, loaded.tokenizer, loaded.vocabulary, info, lambda *_: None, lambda: False)
    batch = torch.from_numpy(ids.astype(np.int64))[None]
    sites = tuple(Site("neuron", anatomy.n_layers // 2, index) for index in range(NEURONS))

    def plain() -> None:
        with torch.inference_mode():
            loaded.model(input_ids=batch, use_cache=False)

    def rank() -> None:
        attribution.estimate(AskEffects(TOKENS - 1), bench)

    def exact() -> None:
        attribution.measure(AskExact(TOKENS - 1, 0, -1, sites), bench)

    times: dict[Callable[[], None], list[float]] = {plain: [], rank: [], exact: []}
    for work in times:
        work()
    for _ in range(ROUNDS):
        for work, found in times.items():
            repeats = 5 if work is plain else 1
            began = time.perf_counter()
            for _ in range(repeats):
                work()
            found.append((time.perf_counter() - began) / repeats)
    one, ranked, measured = (1e3 * median(times[work]) for work in (plain, rank, exact))
    every = anatomy.n_layers * (anatomy.d_mlp + anatomy.n_heads)
    against = f"a plain forward of {TOKENS} tokens"
    name = f"switching {NEURONS} neurons of the middle layer off one by one"
    return [
        at_most(f"ranking {every:,} neurons and heads", ranked, "ms", against, one, MOST_TO_RANK),
        at_most(name, measured, "ms", against, one, MOST_TO_MEASURE),
    ]


if __name__ == "__main__":
    main(measure)
