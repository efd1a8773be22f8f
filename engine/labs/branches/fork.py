"""The tokens at a fork, measured on the whole distribution after it.

The chances are those of the run's own logits, by the rule by which the engine draws. A plan changes nothing below its
lowest layer, nor does the run's own below its: the modified model begins at the lower of both, from the stored states.
"""

from __future__ import annotations

import numpy as np
import torch

from engine.capture.intervene import check_plan
from engine.capture.recorder import Want
from engine.capture.replay import resume
from engine.errors import InputRefused, ModelUnusable
from engine.generation.sampling import COLDEST, checked, narrowed, penalised, softmax
from engine.labkit.distributions import log_probs
from engine.labkit.workbench import Workbench
from engine.labs.branches.records import AskFork, Fork
from engine.records import F32, I32, Plan, Sampling
from engine.sentences import say


def answer(question: AskFork, bench: Workbench) -> Fork:
    """Both likelihoods of the tokens.

    Raises:
        InputRefused: there is no such node or token, or the sampling or the plan cannot be used.
        Stopped: something newer was asked.
    """
    session = bench.session
    size = bench.anatomy.vocab_size
    if not all(0 <= token < size for token in question.tokens):
        raise InputRefused(
            say("A token asked about does not exist: this model's are numbered 0 to {last}.", last=size - 1)
        )
    tokens = np.array(question.tokens, np.int64)
    logits: F32 = session.logits_after(question.node, bench.stop).float().cpu().numpy()  # [V]
    session.cool()
    seen = session.tree.ids(session.tree.path(question.node))
    drawn = chances(logits, checked(question.sampling), seen)[tokens]
    if question.plan is None:
        return Fork(drawn, np.empty(0, np.float32))
    changed = np.exp(log_probs(_logits_with(bench, question.node, question.plan))[tokens])
    return Fork(drawn, changed.astype(np.float32))


def chances(logits: F32, sampling: Sampling, seen: I32) -> F32:
    """[V] chances of being drawn from `logits` [V], after the tokens `seen` [T]; they sum to 1."""
    scores = penalised(logits, seen, sampling.repetition_penalty)
    if sampling.temperature < COLDEST:
        made = np.zeros(len(scores), np.float32)
        made[int(scores.argmax())] = 1.0
        return made
    kept = narrowed(softmax(scores, sampling.temperature), sampling)
    return np.asarray(kept / kept.sum(dtype=np.float64), dtype=np.float32)


def _logits_with(bench: Workbench, node: int, plan: Plan) -> F32:
    """[V] logits after the node with the plan in place of the run's own."""
    session, anatomy = bench.session, bench.anatomy
    for quantity in ("resid", "replay"):
        if quantity in anatomy.missing:
            raise InputRefused(anatomy.missing[quantity])
    means = bench.means(plan)
    check_plan(anatomy, plan, means)
    lowest = [it.lowest_layer for it in (plan, session.settings.plan) if it.lowest_layer is not None]
    layer = min(lowest, default=anatomy.n_layers)
    states = session.states(node, layer, bench.stop)
    session.cool()
    ids = torch.from_numpy(session.tree.ids(session.tree.path(node)).astype(np.int64))
    captured = resume(
        bench.model, anatomy, layer, states, Want(resid=False, logits="last"), plan=plan, means=means,
        stop=bench.stop, token_ids=ids,
    )  # fmt: skip
    if captured.logits is None:
        raise ModelUnusable(say("This model returned no logits, so nothing can be compared. Choose another model."))
    row: F32 = captured.logits[-1].float().cpu().numpy()
    return row
