"""One rank-one edit of the default model, with the covariance of its keys at hand: seconds of the processor.

`python -m tests.bench.facts`. The limit is what a person may wait for; the probes and the controls are measured too.
"""

from __future__ import annotations

import hashlib
import time
from typing import Any

from tests.bench.attention import _bench as workbench
from tests.bench.rows import Row, at_most, main

LIMIT = 30.0  # s
LAYER = 2


def measure() -> list[Row]:
    """The one row."""
    from engine.labkit.dispatch import answer
    from engine.labs.facts import sets
    from engine.labs.facts.covariance import Covariances
    from engine.labs.facts.records import AskEdit
    from viz.labs.facts.probes import facts_of, labelled

    bench: Any = workbench()
    bench.info.sha256 = hashlib.sha256(b"the default model of the benchmark").hexdigest()
    Covariances(bench).make_ready((LAYER,))
    facts = facts_of("The capital of France is", "France", "Rome", "")
    probes = tuple(it.probe for it in labelled(facts, sets.bundled()))
    began = time.process_time()
    answer(AskEdit(facts, (LAYER,), probes=probes), bench)
    spent = time.process_time() - began
    return [at_most("a rank-one edit, tried on its probes", spent, "s", "the limit", LIMIT, 1.0)]


if __name__ == "__main__":
    main(measure)
