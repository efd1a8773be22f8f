"""Finds the heads that look at what followed the last occurrence of a token, and switches them off.

Attention of the last row is taken from one recorded forward, layer by layer. A head switched off in layer l changes
nothing below l, so each knock-out begins again from the recorded states there, with the run's own plan kept.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.capture.effects import Means
from engine.capture.recorder import Want
from engine.capture.replay import replay_block, resume
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.attention.records import (
    AskInduction,
    AskInductionMeans,
    Induction,
    InductionMeans,
)
from engine.records import F32, Change, Plan, Site
from engine.sentences import say

LAST = Want(resid=False, logits="last")


def answer(question: AskInduction, bench: Workbench) -> Induction:
    """The lesson at one node.

    Raises:
        InputRefused: no such node, or a model without attention. Stopped: a person asked for an end.
    """
    for quantity in ("attn", "heads", "replay"):
        if quantity in bench.anatomy.missing:
            raise InputRefused(bench.anatomy.missing[quantity])
    session = bench.session
    session.tree.require(question.node)
    if question.node < 0 or question.heads < 1:
        raise InputRefused(say("A token and at least one head are needed. Type a prompt, run it, and ask again."))
    path = session.tree.path(question.node)
    ids = torch.from_numpy(session.tree.ids(path).astype(np.int64))
    earlier = last_before(ids.tolist())
    layers, heads = bench.anatomy.n_layers, bench.anatomy.n_heads
    if earlier < 0:
        none = np.empty(0, np.float32)
        empty = np.zeros((layers, heads), np.float32)
        return Induction(
            question.node, len(path) - 1, -1, -1, empty, np.empty((0, 2), np.int32), float("nan"), none, float("nan")
        )
    lesson = _Lesson(bench, question.node, ids, int(ids[earlier + 1]))
    attention = lesson.attention(earlier + 1)
    order = np.argsort(-attention.ravel(), kind="stable")[: question.heads]
    chosen = np.stack(np.unravel_index(order, attention.shape), axis=1).astype(np.int32)
    sites = [Site("head", int(layer), int(head)) for layer, head in chosen]
    without, together = lesson.each_and_all(sites)
    return Induction(
        question.node,
        len(path) - 1,
        earlier,
        lesson.copied,
        attention,
        chosen,
        lesson.probability(()),
        without,
        together,
    )


def answer_means(question: AskInductionMeans, bench: Workbench) -> InductionMeans:
    """The copy with heads at their means. Those of all heads are taken at once, the first time for a model.

    Raises:
        InputRefused: no such node or heads, or no text to take means over. Stopped: a person asked for an end.
    """
    session, anatomy = bench.session, bench.anatomy
    session.tree.require(question.node)
    if question.node < 0 or not question.heads or not 0 <= question.copied < anatomy.vocab_size:
        raise InputRefused(
            say("A token that occurred before and at least one head are needed. Select one and ask again.")
        )
    every = (Site("head", layer, head) for layer in range(anatomy.n_layers) for head in range(anatomy.n_heads))
    sites = [site for site in every if anatomy.blocks[site.layer].out_projection is not None]
    means = bench.means(Plan(tuple(Change(site, 0.0, mean=True) for site in sites)))
    if means is None:
        raise InputRefused(
            say(
                "There is no text to take means over, so no head can be replaced by its mean. Type a prompt and "
                "run it first."
            )
        )
    path = session.tree.path(question.node)
    ids = torch.from_numpy(session.tree.ids(path).astype(np.int64))
    lesson = _Lesson(bench, question.node, ids, question.copied, means)
    return InductionMeans(question.node, *lesson.each_and_all([Site("head", *head) for head in question.heads]))


def last_before(token_ids: list[int]) -> int:
    """Where the last token occurred before, with another one after it that is not itself the end; -1 for nowhere."""
    for position in range(len(token_ids) - 2, -1, -1):
        if token_ids[position] == token_ids[-1]:
            return position
    return -1


class _Lesson:
    """One place in a text: its states, and forwards from any layer on with heads switched off."""

    def __init__(self, bench: Workbench, node: int, ids: Tensor, copied: int, means: Means | None = None) -> None:
        self._bench, self._node, self._ids = bench, node, ids
        self._means = means  # of the heads that are left out; None: they are set to zero
        self.copied = copied

    def each_and_all(self, sites: list[Site]) -> tuple[F32, float]:
        """[n] probabilities without each head, and that without all of them."""
        found = list[float]()
        for group in (*((site,) for site in sites), tuple(sites)):
            self._bench.progress(say("Switching heads off"), len(found), len(sites) + 1)
            found.append(self.probability(group))
        self._bench.progress(say("Switching heads off"), len(found), len(sites) + 1)
        return np.array(found[:-1], np.float32), found[-1]

    def _states(self, layer: int) -> Tensor:
        states = self._bench.session.states(self._node, layer, self._bench.stop)
        self._bench.session.cool()
        return states

    def attention(self, key: int) -> F32:
        """[L, H] from the last position to `key`, under the run's plan."""
        bench, settings = self._bench, self._bench.session.settings
        rows = []
        for layer in range(bench.anatomy.n_layers):
            if bench.stop():
                raise Stopped
            bench.progress(say("Computing the attention of every head"), layer, bench.anatomy.n_layers)
            found = replay_block(
                bench.model, bench.anatomy, layer, self._states(layer), ("attn",),
                rows=slice(len(self._ids) - 1, len(self._ids)), plan=settings.plan, means=settings.means,
                stop=bench.stop, token_ids=self._ids,
            )  # fmt: skip
            rows.append(found["attn"][:, 0, key])
        values: F32 = torch.stack(rows).numpy()
        return values

    def probability(self, sites: tuple[Site, ...]) -> float:
        """Of the copy after the last position, without these heads: at zero, or at their means."""
        bench, settings = self._bench, self._bench.session.settings
        changes = (Change(site, 0.0, mean=self._means is not None) for site in sites)
        plan = Plan((*settings.plan.changes, *changes))
        layer = plan.lowest_layer or 0
        captured = resume(
            bench.model, bench.anatomy, layer, self._states(layer), LAST, plan=plan,
            means={**(settings.means or {}), **(self._means or {})},
            stop=bench.stop, token_ids=self._ids,
        )  # fmt: skip
        if captured.logits is None:
            raise InputRefused(
                say("This model returned no logits, so the copy has no probability. Choose another model.")
            )
        return float(torch.softmax(captured.logits[-1], dim=-1)[self.copied])
