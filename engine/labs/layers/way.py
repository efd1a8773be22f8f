"""Places the residual stream of one position, layer by layer, on the map that is shown.

Among the unembedding's rows a state belongs after the final norm, since that is what the rows are multiplied with
there (the logit lens); the same where the embedding is the unembedding. A space of states standardises whatever comes
to it, by the statistics of its own layer. Each state is placed by itself, as every new point is.
"""

from __future__ import annotations

import numpy as np
import torch

from engine.capture.replay import final_norm, unembed
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.layers.records import AskWay, LayersWay, Through
from engine.records import F32, NORMED
from engine.sentences import say


def answer(question: AskWay, bench: Workbench) -> LayersWay:
    """Where the states lie.

    Raises:
        InputRefused: no such node, no states, or another layout is in use by now. Stopped: a person asked for an end.
    """
    anatomy, session, space = bench.anatomy, bench.session, question.space
    if "resid" in anatomy.missing:
        raise InputRefused(anatomy.missing["resid"])
    session.tree.require(question.node)
    if question.node < 0:
        raise InputRefused(
            say("There is no text whose path through the layers could be shown. Type a prompt and run it.")
        )
    rows = []
    for layer in range(anatomy.n_layers + 1):
        if bench.stop():
            raise Stopped
        rows.append(session.states(question.node, layer, bench.stop)[-1])
    session.cool()
    states = torch.stack(rows)  # [L+1, D]
    through: Through = "the space's standardising" if space.kind == "resid" else "nothing"
    vectors, nearest = states, np.empty(0, np.int32)
    if space.layer == NORMED or space.kind == "unembedding" or (space.kind == "embedding" and anatomy.tied):
        vectors, through = final_norm(anatomy, states), "final norm"
        if "replay" not in anatomy.missing:
            nearest = unembed(bench.model, anatomy, states).argmax(-1).cpu().numpy().astype(np.int32)
    bench.progress(say("Placing the path through the layers"), 0, 1)
    values: F32 = vectors.float().cpu().numpy()
    placed = bench.place(space, np.ascontiguousarray(values))
    bench.progress(say("Placing the path through the layers"), 1, 1)
    if placed is None or placed.layout_key != question.layout_key:
        raise InputRefused(say("The map's layout changed; the path is being drawn again."))
    return LayersWay(
        question.node, placed.layout_key, placed.points3, placed.points2, placed.kept3, placed.kept2, placed.left_out,
        nearest, through,
    )  # fmt: skip
