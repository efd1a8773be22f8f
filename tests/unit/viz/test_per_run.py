"""What is derived from a run is kept exactly as long as the run stays as it is."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from engine.run import Run
from tests.helpers.runs import RUNS, grow, likely, tiny_vocabulary
from viz.per_run import per_path, per_run


def test_it_is_derived_once_until_the_run_changes() -> None:
    calls: list[int] = []

    @per_run
    def length(run: Run) -> int:
        calls.append(len(run))
        return len(run)

    run, other = RUNS["one_step"](), RUNS["fifty_steps"]()
    assert [length(run), length(run), length(other), length(run)] == [10, 10, 59, 10]
    assert calls == [10, 59]
    grow(run, [likely(run)])
    assert length(run) == 11
    run.move(4)
    assert length(run) == 5
    run.vocabulary = replace(tiny_vocabulary())  # an equal one, but another
    length(run)
    assert calls == [10, 59, 11, 5, 5]


def test_what_depends_on_tokens_alone_outlives_findings() -> None:
    calls: list[int] = []

    @per_path
    def length(run: Run) -> int:
        calls.append(len(run))
        return len(run)

    run = RUNS["one_step"]()
    length(run)
    run.changed += 1  # an answer of a lab arrived
    assert length(run) == 10
    grow(run, [likely(run)])
    assert length(run) == 11
    assert calls == [10, 11]


def test_a_run_is_not_kept_alive() -> None:
    @per_run
    def length(run: Run) -> int:
        return len(run)

    run = RUNS["prompted"]()
    length(run)
    gone = weakref.ref(run)
    del run
    gc.collect()
    assert gone() is None
