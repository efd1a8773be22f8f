"""What switching parts of the model off does to one next token, fast enough to follow a slider.

A plan changes nothing below its lowest block, so the changed model begins there, from the stored `resid`, and only the
last row meets the head. The intact row is the one the run was written with; where the run itself was written by a
changed model, the intact one is computed as well. A plan that changes nothing is not run at all: its row is the intact
row itself, to the bit.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.adjustable import Adjustable
from engine.capture.effects import Means
from engine.capture.intervene import check_plan
from engine.capture.normed import as_shown, row_of
from engine.capture.recorder import Captured, Want
from engine.capture.replay import replay_block, resume, unembed
from engine.errors import InputRefused, ModelUnusable, Stopped
from engine.labkit.distributions import divergence, entropy, likeliest, log_probs
from engine.labkit.workbench import Workbench
from engine.labs.ablation.records import (
    AskChangedInside,
    AskChangedNext,
    AskSweep,
    ChangedInside,
    ChangedNext,
    Sweep,
)
from engine.records import F32, INTACT, Change, Placed, Plan
from engine.sentences import say

_LAST = Want(resid=False, logits="last")


def effective(plan: Plan, length: int) -> Plan:
    """The interventions of `plan` that can change anything in a text of `length` tokens."""
    return Plan(tuple(change for change in plan.changes if change.reaches(length)))


class Place:
    """One node of the run: its text, and the model from any block on, intact or changed."""

    def __init__(self, bench: Workbench, node: int) -> None:
        for quantity in ("resid", "replay"):
            if quantity in bench.anatomy.missing:
                raise InputRefused(bench.anatomy.missing[quantity])
        bench.session.tree.require(node)
        if node < 0:
            raise InputRefused(say("There is no text to compare on. Type a prompt and run it first."))
        self.bench, self.node = bench, node
        path = bench.session.tree.path(node)
        self.ids = torch.from_numpy(bench.session.tree.ids(path).astype(np.int64))
        self.written = effective(bench.session.settings.plan, len(path))  # what the run was written with

    def checked(self, plan: Plan) -> tuple[Plan, Means | None]:
        """What of `plan` can change anything here, and the means it needs.

        Raises:
            InputRefused: it does not fit the model.
        """
        session = self.bench.session
        session.cool()
        means = self.bench.means(plan)
        check_plan(self.bench.anatomy, plan, means)
        return effective(plan, len(self.ids)), means

    def _start(self, plan: Plan, at_most: int) -> int:
        """The lowest block that has to run: the first that differs from the run, and `at_most`."""
        layers = [it.lowest_layer for it in (plan, self.written) if it.lowest_layer is not None]
        return min([*layers, at_most])

    def states(self, layer: int) -> Tensor:
        """`resid[:, layer]` as the run was written. [T, D]"""
        states = self.bench.session.states(self.node, layer, self.bench.stop)
        self.bench.session.cool()
        return states

    def run(self, plan: Plan, means: Means | None, want: Want, at_most: int) -> tuple[Captured, int]:
        """The model with `plan` from the lowest block that has to run; and which that was."""
        bench, layer = self.bench, self._start(plan, at_most)
        states = self.states(layer)
        captured = resume(
            bench.model, bench.anatomy, layer, states, want, plan=plan, means=means, stop=bench.stop,
            token_ids=self.ids,
        )  # fmt: skip
        return captured, layer

    def last_row(self, plan: Plan, means: Means | None = None) -> tuple[F32, int]:
        """Logits [V] after the node, and the block they were computed from."""
        top = self.bench.anatomy.n_layers
        if not plan.changes and not self.written.changes:
            row = self.bench.session.logits_after(self.node, self.bench.stop)
            self.bench.session.cool()
            return row.float().cpu().numpy(), top
        captured, layer = self.run(plan, means, _LAST, top)
        if captured.logits is None:
            raise ModelUnusable(say("This model returned no logits, so nothing can be compared. Choose another model."))
        return captured.logits[-1].float().cpu().numpy(), layer

    def column(self, plan: Plan, means: Means | None = None) -> F32:
        """`resid` [L+1, D] at the node."""
        tree = self.bench.session.tree
        if not plan.changes and not self.written.changes and self.node in tree.resid:
            return tree.resid[self.node]
        captured, layer = self.run(plan, means, Want(resid=True, logits="none"), self.bench.anatomy.n_layers - 1)
        if captured.resid is None:
            raise ModelUnusable(
                say("This model returned no hidden states, so nothing can be compared. Choose another model.")
            )
        below = tree.resid[self.node][:layer]  # [layer, D] as in the run
        return np.concatenate([below, captured.resid[-1].numpy()])

    def token(self, asked: int, intact: F32) -> int:
        """The token followed: the one asked for, or the likeliest.

        Raises:
            InputRefused: there is no such token.
        """
        if asked >= len(intact):
            raise InputRefused(
                say(
                    "Token number {asked} does not exist: this model's vocabulary is numbered 0 to {last}. Type a "
                    "number in that range, or the word itself.",
                    asked=asked,
                    last=len(intact) - 1,
                )
            )
        return asked if asked >= 0 else int(intact.argmax())


def changed_next(question: AskChangedNext, bench: Workbench) -> ChangedNext:
    """The two distributions, side by side.

    Raises:
        InputRefused: no such node or token, or a plan that does not fit. Stopped: something newer was asked.
    """
    if question.k < 1:
        raise InputRefused(say("At least one token must be compared, not {k}. Choose 1 or more.", k=question.k))
    place = Place(bench, question.node)
    plan, means = place.checked(question.plan)
    intact, layer = place.last_row(INTACT)
    token = place.token(question.token, intact)
    changed = intact
    if plan.changes:
        changed, layer = place.last_row(plan, means)
    rows = np.stack([intact, changed])  # [2, V]
    logs = log_probs(rows)
    ids = np.unique(np.concatenate([likeliest(row, question.k) for row in rows]))
    ids = ids[np.argsort(-logs[:, ids].max(axis=0), kind="stable")]
    shown = np.append(ids, token)
    ranks = _ranks(rows, shown)
    return ChangedNext(
        question.node, token, ids.astype(np.int32), np.exp(logs[:, ids]).astype(np.float32), rows[:, ids],
        ranks[:, :-1], np.exp(logs[:, token]).astype(np.float32), rows[:, token], ranks[:, -1],
        entropy(logs).astype(np.float32), float(divergence(logs[0], logs[1])), _placed(question, place, plan, means),
        layer,
    )  # fmt: skip


def _ranks(rows: F32, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """How many tokens are likelier than each of `ids` [n] in each of [2, V]. [2, n]"""
    found = [len(row) - np.searchsorted(np.sort(row), row[ids], side="right") for row in rows]
    return np.stack(found).astype(np.int32)


def _placed(question: AskChangedNext, place: Place, plan: Plan, means: Means | None) -> Placed | None:
    """Where the two states lie on the map of the space asked for."""
    anatomy = place.bench.anatomy
    layer = row_of(question.space.layer, anatomy.n_layers)
    if question.space.kind != "resid" or not 0 <= layer <= anatomy.n_layers:
        return None
    intact = place.column(INTACT)[layer]
    changed = place.column(plan, means)[layer] if plan.changes else intact
    states = as_shown(anatomy, np.stack([intact, changed]), question.space.layer)
    return place.bench.place(question.space, states)


def changed_inside(question: AskChangedInside, bench: Workbench) -> ChangedInside:
    """The logit lens and one head's row, intact and changed.

    Raises:
        InputRefused: no such node, token, layer or head, or a plan that does not fit. Stopped: something newer came.
    """
    place = Place(bench, question.node)
    plan, means = place.checked(question.plan)
    columns = np.stack([place.column(INTACT), place.column(plan, means)])  # [2, L+1, D]
    rows, width = columns.shape[1:]
    if bench.stop():
        raise Stopped
    logits = unembed(bench.model, bench.anatomy, torch.from_numpy(columns.reshape(-1, width))).cpu().numpy()
    logs = log_probs(logits.reshape(2, rows, -1))  # [2, L+1, V]
    token = place.token(question.token, logits[rows - 1])
    ids = np.stack([[likeliest(row, question.k) for row in of_one] for of_one in logs.astype(np.float32)])
    moved = np.linalg.norm(columns[1] - columns[0], axis=-1) / np.maximum(np.linalg.norm(columns[0], axis=-1), 1e-12)
    return ChangedInside(
        question.node, token, ids.astype(np.int32), np.exp(np.take_along_axis(logs, ids, axis=-1)).astype(np.float32),
        np.exp(logs[:, :, token]).astype(np.float32), divergence(logs[0], logs[1]).astype(np.float32),
        moved.astype(np.float32), _attention(question, place, plan, means), question.layer, question.head,
    )  # fmt: skip


def _attention(question: AskChangedInside, place: Place, plan: Plan, means: Means | None) -> F32 | None:
    """[2, T] of one head at the node."""
    bench, length = place.bench, len(place.ids)
    if "attn" in bench.anatomy.missing:
        return None
    rows = []
    for of, its_means in ((INTACT, None), (plan, means)):
        states = place.states(question.layer)
        lowest = min((it for it in (of.lowest_layer, place.written.lowest_layer) if it is not None), default=None)
        if lowest is not None and lowest < question.layer:
            captured, first = place.run(of, its_means, Want(resid=True, logits="none"), question.layer)
            if captured.resid is None:
                return None
            states = captured.resid[:, question.layer - first]
        found = replay_block(
            bench.model, bench.anatomy, question.layer, states, ("attn",), rows=slice(length - 1, length),
            heads=(question.head,), plan=of, means=its_means, stop=bench.stop, token_ids=place.ids,
        )  # fmt: skip
        rows.append(found["attn"][0, 0].numpy())
    return np.stack(rows)


def sweep(question: AskSweep, bench: Workbench) -> Sweep:
    """One value after the other, told as it goes.

    Raises:
        InputRefused: no such node or token, no scale, or a plan that does not fit. Stopped: a person asked for an end.
    """
    if not question.scales:
        raise InputRefused(say("A scale sweep needs at least one scale. Name one, for example 0."))
    place = Place(bench, question.node)
    intact, _ = place.last_row(INTACT)
    token, logs = place.token(question.token, intact), log_probs(intact)
    found = []
    for done, scale in enumerate(question.scales):
        bench.progress(say("Trying every scale"), done, len(question.scales))
        swept = _swept(question.change, scale)
        plan, means = place.checked(Plan((*question.rest.changes, swept)))
        row = place.last_row(plan, means)[0] if plan.changes else intact
        here = log_probs(row)
        found.append((np.exp(here[token]), row[token], divergence(logs, here), entropy(here), row.argmax()))
    bench.progress(say("Trying every scale"), len(question.scales), len(question.scales))
    table = np.array(found, np.float64).T  # [5, n]
    probs, logits, kl, bits = table[:4].astype(np.float32)
    scales = np.array(question.scales, np.float32)
    return Sweep(question.node, token, scales, probs, logits, kl, bits, table[4].astype(np.int32))


def _swept(change: Change | Adjustable, scale: float) -> Change | Adjustable:
    if isinstance(change, Adjustable):
        return change.with_strength(scale)
    return replace(change, scale=scale, mean=False)


ANSWERS = {AskChangedNext: changed_next, AskChangedInside: changed_inside, AskSweep: sweep}
