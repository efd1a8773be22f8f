"""The look-ahead tree against single steps: the first level of ten tokens, and a level of 24 continuations two deep.

`python -m tests.bench.ahead`. Processor time, since a level runs while other things do; medians over rounds in which a
level and a step of the run alternate.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import numpy as np

from engine.capture.recognise import describe
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.workbench import Workbench
from engine.labs.lookahead import ahead
from engine.labs.lookahead.records import AskAhead
from engine.maps.sample import sample_texts
from engine.models.catalogue import default_name
from engine.models.facts import context_of, model_info
from engine.models.load import load
from engine.records import EMBEDDING
from tests.bench.rows import Row, at_most, main

TOKENS, ROUNDS = 64, 5
FIRST, SECOND = 3.0, 8.0  # single steps that a level may take


def measure() -> list[Row]:
    """Both ratios."""
    loaded = load(default_name(), dtype="float32", device="cpu")
    anatomy = describe(loaded.model)
    session = Session(loaded.model, anatomy, context_of(loaded.model.config))
    session.begin(Settings())
    ids = np.array(loaded.tokenizer(sample_texts()[0].text)["input_ids"][:TOKENS], np.int32)
    list(session.prefill(ids))
    session.cool()
    info = model_info(loaded, anatomy)
    bench = Workbench(session, loaded.tokenizer, loaded.vocabulary, info, lambda *_: None, lambda: False)
    node, fresh = session.current, iter(range(1000, 9000))

    def level(count: int, depth: int) -> Callable[[], object]:
        paths = tuple(tuple(range(100 + row, 100 + row + depth)) for row in range(count))
        return lambda: ahead.answer(AskAhead(node, paths, EMBEDDING), bench)

    def step_of_run() -> object:
        return session.branch(node, next(fresh))

    works: tuple[Callable[[], object], ...] = (step_of_run, level(10, 1), level(24, 2))
    spent: tuple[list[float], ...] = ([], [], [])
    for _ in range(ROUNDS + 1):  # the first warms up
        for work, times in zip(works, spent, strict=True):
            began = time.process_time()
            work()
            times.append(time.process_time() - began)
    step, first, second = (1e3 * median(times[1:]) for times in spent)
    session.cool()
    return [
        at_most("look-ahead: what comes after 10 tokens", first, "ms", "a step of the run", step, FIRST),
        at_most("look-ahead: 24 continuations of 2 tokens", second, "ms", "a step of the run", step, SECOND),
    ]


if __name__ == "__main__":
    main(measure)
