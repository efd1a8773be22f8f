"""The one neuron or head that a token loses most by: estimated for all of a kind, the first of them then measured."""

from __future__ import annotations

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.neurons.attribution import estimate, measure
from engine.labs.neurons.records import (
    AskEffects,
    AskExact,
    AskStrongest,
    Strongest,
)
from engine.records import Site
from engine.sentences import say


def answer(question: AskStrongest, bench: Workbench) -> Strongest:
    """The part whose loss leaves the token the least probability, among those with the largest estimates.

    Raises:
        InputRefused: no such node or token, or a model that shows no parts of this kind. Stopped: a person said so.
    """
    effects = estimate(AskEffects(question.node, f"#{question.token_id}"), bench)
    table = effects.heads if question.kind == "head" else effects.neurons
    if table is None or not table.size:
        raise InputRefused(
            bench.anatomy.missing.get(
                f"{question.kind}s",
                say(
                    "Orrery does not recognise components of that kind in this model. Choose another kind, or "
                    "another model."
                ),
            )
        )
    flats = np.argsort(-np.abs(table).ravel(), kind="stable")[: max(question.measured, 1)].tolist()
    sites = tuple(Site(question.kind, *divmod(flat, table.shape[1])) for flat in flats)
    exact = measure(AskExact(question.node, question.token_id, -1, sites), bench)
    assert exact.probs is not None and exact.changes is not None  # noqa: S101, PT018  measured just now
    best = int(exact.probs.argmin())
    site = sites[best]
    return Strongest(
        question.node, question.token_id, site, float(table[site.layer, site.index]), float(exact.changes[best]),
        exact.prob, float(exact.probs[best]), len(sites),
    )  # fmt: skip
