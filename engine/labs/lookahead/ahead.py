"""The states and distributions after continuations that were not taken, from one batched forward on the shared cache.

The tokens of a continuation are run again from the current node at every level: that costs a few rows more than keeping
the caches of the level before would, and nothing has to be kept that a step of the run would make worthless.
"""

from __future__ import annotations

import numpy as np

from engine.capture.normed import as_shown, row_of
from engine.capture.recorder import Want
from engine.errors import InputRefused, ModelUnusable
from engine.generation.numbers import numbers
from engine.labkit.workbench import Workbench
from engine.labs.lookahead.records import CANDIDATES, Ahead, AskAhead
from engine.records import I32, Placed
from engine.sentences import say


def answer(question: AskAhead, bench: Workbench) -> Ahead:
    """What comes after each path.

    Raises:
        InputRefused: there is no such node, token or room, or no paths of one length. Stopped: something newer was
            asked.
    """
    session = bench.session
    tokens = _checked(question, bench.anatomy.vocab_size)
    wanted = bool(question.layout_key) and question.space.kind == "resid"
    if wanted and "resid" in bench.anatomy.missing:
        raise InputRefused(bench.anatomy.missing["resid"])
    captured = session.after_each(question.node, tokens, Want(resid=wanted, logits="last"), bench.stop)
    if captured.logits is None:
        raise ModelUnusable(
            say("The model gave no logits, so nothing can be said of what comes: choose another model.")
        )
    found = numbers(captured.logits, tokens[:, -1], CANDIDATES)
    placed: Placed | None = None
    if wanted and captured.resid is not None:
        layer = question.space.layer
        states = np.ascontiguousarray(captured.resid[:, row_of(layer, bench.anatomy.n_layers)].numpy())
        placed = bench.place(question.space, as_shown(bench.anatomy, states, layer))
        if placed is not None and placed.layout_key != question.layout_key:
            placed = None
    return Ahead(found.next_ids, found.next_probs, placed)


def _checked(question: AskAhead, size: int) -> I32:
    """[n, t] the token ids."""
    lengths = {len(path) for path in question.paths}
    if len(lengths) != 1 or 0 in lengths:
        raise InputRefused(say("Continuations that are looked at together must be equally long and not empty."))
    if not all(0 <= token < size for path in question.paths for token in path):
        raise InputRefused(
            say("A token asked about does not exist: this model's are numbered 0 to {last}.", last=size - 1)
        )
    return np.array(question.paths, np.int32)
