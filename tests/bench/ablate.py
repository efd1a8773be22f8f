"""A slider's step: from a new scale of a neuron in the middle layer to the changed next-token distribution.

`python -m tests.bench.ablate`. One text of 64 tokens in the default model; medians over rounds in which a step and a
plain forward alternate, so that what else the machine does falls on both. The step is the whole answer to the window's
question: both distributions, their ranks, entropies and divergence.
"""

from __future__ import annotations

import time
from statistics import median

import numpy as np
import torch

from engine.capture.recognise import describe
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.workbench import Workbench
from engine.labs.ablation import answers as ablation
from engine.labs.ablation.records import AskChangedNext
from engine.maps.sample import sample_texts
from engine.models.catalogue import default_name
from engine.models.facts import context_of, model_info
from engine.models.load import load
from engine.records import Change, Plan, Site
from tests.bench.rows import Row, at_most, main

TOKENS, ROUNDS, LIMIT = 64, 15, 0.6


def measure() -> list[Row]:
    """The ratio."""
    loaded = load(default_name(), dtype="float32", device="cpu")
    anatomy = describe(loaded.model)
    session = Session(loaded.model, anatomy, context_of(loaded.model.config))
    ids = np.array(loaded.tokenizer(sample_texts()[0].text)["input_ids"][:TOKENS], np.int32)
    session.begin(Settings())
    list(session.prefill(ids))
    session.cool()
    info = model_info(loaded, anatomy)
    bench = Workbench(session, loaded.tokenizer, loaded.vocabulary, info, lambda *_: None, lambda: False)
    batch = torch.from_numpy(ids.astype(np.int64))[None]
    site = Site("neuron", anatomy.n_layers // 2, 100)
    steps, plain = [], []
    for turn in range(ROUNDS + 2):  # the first two warm up
        plan = Plan((Change(site, 0.05 * turn - 2),))
        began = time.perf_counter()
        ablation.changed_next(AskChangedNext(plan, TOKENS - 1), bench)
        between = time.perf_counter()
        with torch.inference_mode():
            loaded.model(input_ids=batch, use_cache=False)
        steps.append(between - began)
        plain.append(time.perf_counter() - between)
    step, one = (1e3 * median(times[2:]) for times in (steps, plain))
    return [at_most("a slider's step", step, "ms", f"a plain forward of {TOKENS} tokens", one, LIMIT)]


if __name__ == "__main__":
    main(measure)
