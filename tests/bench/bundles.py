"""A bundle of samples against the same samples drawn one after another by `model.generate`.

`python -m tests.bench.bundles`. The same prompt, length and number for both; a bundle also keeps every last state and
measures how the samples part. Turns alternate; medians are compared.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

import numpy as np
import torch

from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.workbench import Workbench
from engine.labs.bundles import bundle
from engine.labs.bundles.records import AskBundle
from engine.maps.sample import sample_texts
from engine.models.facts import context_of, model_info
from engine.records import Sampling
from tests.bench.rows import Row, at_most, main
from tests.bench.vectors import default_model

TOKENS, SAMPLES, LENGTH, ROUNDS = 32, 20, 16, 3
LIMIT = 0.6  # of the time one after another


def measure() -> list[Row]:
    """Seconds of both."""
    model = default_model()
    loaded, anatomy = model.loaded, model.anatomy
    session = Session(loaded.model, anatomy, context_of(loaded.model.config))
    session.begin(Settings())
    ids = np.array(loaded.tokenizer(sample_texts()[0].text)["input_ids"][:TOKENS], np.int32)
    list(session.prefill(ids))
    session.cool()
    info = model_info(loaded, anatomy)
    bench = Workbench(session, loaded.tokenizer, loaded.vocabulary, info, lambda *_: None, lambda: False)
    question = AskBundle(session.current, SAMPLES, LENGTH, Sampling(temperature=1.0))
    generate: Any = loaded.model.generate
    prompt = torch.from_numpy(ids.astype(np.int64))[None]

    def one_after_another() -> None:
        for _ in range(SAMPLES):
            generate(
                prompt,
                attention_mask=torch.ones_like(prompt),
                do_sample=True,
                max_new_tokens=LENGTH,
                min_new_tokens=LENGTH,
                pad_token_id=0,
            )

    ours, theirs = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        bundle.answer(question, bench)
        between = time.perf_counter()
        one_after_another()
        ours.append(between - began)
        theirs.append(time.perf_counter() - between)
    what = f"a bundle of {SAMPLES} samples of {LENGTH} tokens"
    return [at_most(what, statistics.median(ours), "s", "model.generate, one by one", statistics.median(theirs), LIMIT)]


if __name__ == "__main__":
    main(measure)
