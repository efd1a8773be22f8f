"""Descents of a small net, and its loss over a plane of weights: every place of the plane is a net of its own.

The examples are all used at every step, so the loss along a path is that of the training itself. At each end the length
of the gradient and the least eigenvalue of the Hessian say whether it is a minimum: small, and not below 0.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.landscape.examples import examples_of
from engine.labs.landscape.records import (
    F64,
    I64,
    MOST_GRID,
    MOST_STARTS,
    MOST_STEPS,
    MOST_WEIGHTS,
    AskLandscape,
    Landscape,
    Setup,
)
from engine.nets.numbers import require_number
from engine.nets.records import Architecture, Examples, forward, loss_of
from engine.nets.training import Training, losses_of, outputs_of
from engine.questions import Finding, Question
from engine.records import F32, Bools
from engine.sentences import say

MOMENTS = 201  # of a path at most
AT_ONCE = 512  # places of the plane
EDGE = 0.06  # of a side of the plane, beyond where a descent ends
MARGIN = 0.35  # of the span of the three ends, around them


def answer(question: AskLandscape, bench: Bench) -> Landscape:
    """The descents and the plane.

    Raises:
        InputRefused: the setup makes no training, or the plane is none. Stopped: a person asked for an end.
    """
    began, setup = time.perf_counter(), question.setup
    _check(question)
    examples = examples_of(setup.data)
    doing = say("Descending from several starts")
    seeds = tuple(range(setup.seed, setup.seed + setup.starts))
    full = Training(setup.architecture, setup.recipe, examples, seeds=seeds)
    steps, weights = _descend(full, setup.steps, bench, doing)
    broke, moves = full.broke_at.copy(), np.ones(setup.architecture.n_weights, np.bool_)
    if question.kind == "weights":
        centre = weights[0, -1 if broke[0] < 0 else 0]
        origin, along, across = _two_weights(question, centre)
        a, b = _around(question, centre)
        moves = (along + across) > 0
        start = _spread(setup, centre, question, a, b)
        only = Training(setup.architecture, setup.recipe, examples, seeds=seeds, start=start, moves=moves)
        steps, weights = _descend(only, setup.steps, bench, doing)
        broke = only.broke_at.copy()
        a, b = _widened(a, weights[:, -1, question.one]), _widened(b, weights[:, -1, question.other])
    else:
        _refuse_broken(question, broke)
        origin, along, across = _three_ends(weights[:, -1], question.through)
        a, b = _span(weights, origin, along, across, question.grid)
    lost = (broke[:, None] >= 0) & (steps[None] > broke[:, None])  # [S, K]
    flat = weights.reshape(-1, weights.shape[-1])
    places, away = project(flat, origin, along, across)
    shape = weights.shape[:2]
    path_loss = np.where(lost, np.nan, losses_at(setup, examples, flat).reshape(shape))
    slope, bend = _ends(setup, examples, weights[:, -1], moves)
    return Landscape(
        question.kind, _names(question, setup.architecture), a, b,
        _plane(setup, examples, origin, along, across, a, b, bench), origin, along, across, steps,
        np.where(lost[..., None], np.nan, places.reshape(*shape, 2)), path_loss, away.reshape(shape),
        weights[:, -1].copy(), slope, bend, broke, int(full.broke_at[0]) if question.kind == "weights" else -1,
        constant_loss(examples, setup), setup.architecture.n_weights, time.perf_counter() - began,
    )  # fmt: skip


def _check(question: AskLandscape) -> None:
    setup = question.setup
    n = setup.architecture.n_weights
    require_number(say("the number of weights"), n, 2, MOST_WEIGHTS)
    require_number(say("the number of starts"), setup.starts, 1, MOST_STARTS)
    require_number(say("the number of steps"), setup.steps, 1, MOST_STEPS)
    require_number(say("the places of the plane along one side"), question.grid, 5, MOST_GRID)
    require_number(say("the reach of the plane"), question.reach, 0.001, 1000.0)
    if question.kind == "weights":
        require_number(say("the number of the weight"), question.one, 0, n - 1)
        require_number(say("the number of the weight"), question.other, 0, n - 1)
        if question.one == question.other:
            raise InputRefused(say("A plane needs two different weights. Choose another one."))
    else:
        for start in question.through:
            require_number(say("the number of the start"), start, 0, setup.starts - 1)
        if len(set(question.through)) < 3:
            raise InputRefused(say("A plane through minima needs three different starts. Choose other ones."))


def _refuse_broken(question: AskLandscape, broke: I64) -> None:
    """Raise InputRefused where a start broke off that the plane is to go through."""
    for start in question.through:
        if broke[start] >= 0:
            raise InputRefused(
                say(
                    "Start {start} broke off at step {step}: at a learning rate of {rate:g} the numbers overflow "
                    "(NaN), so there is nothing to lay a plane through. Choose a lower rate.",
                    start=start,
                    step=int(broke[start]),
                    rate=question.setup.rate,
                )
            )


def _descend(training: Training, steps: int, bench: Bench, doing: str) -> tuple[I64, F32]:
    """Train, and keep the weights now and then.  # steps [K], weights [S, K, P]"""
    at = np.unique(np.round(np.linspace(0, steps, min(MOMENTS, steps + 1))).astype(np.int64))
    kept = [training.weights]
    for before, after in zip(at[:-1].tolist(), at[1:].tolist(), strict=True):
        bench.progress(doing, before, steps)
        training.run(after - before, lambda: not bench.stop())
        if bench.stop():
            raise Stopped
        kept.append(training.weights)
    return at, np.stack(kept, axis=1)


def _two_weights(question: AskLandscape, end: F32) -> tuple[F32, F32, F32]:
    """The plane of two weights; its coordinates are their values.  # each [P]"""
    origin, along, across = end.copy(), np.zeros_like(end), np.zeros_like(end)
    origin[[question.one, question.other]] = 0
    along[question.one] = across[question.other] = 1
    return origin, along, across


def _around(question: AskLandscape, centre: F32) -> tuple[F64, F64]:
    """Values of the two weights along both sides of their plane.  # [G], [G]"""
    sides = np.linspace(-question.reach, question.reach, question.grid)
    return sides + float(centre[question.one]), sides + float(centre[question.other])


def _widened(sides: F64, ends: F32) -> F64:
    """The same with room for where the descents end, which may be beyond where they begin: up to as much again."""
    span = float(sides[-1] - sides[0])
    inside = ends[(ends > sides[0] - span) & (ends < sides[-1] + span)]
    if not len(inside):
        return sides
    edge = EDGE * span
    low, high = min(sides[0], float(inside.min()) - edge), max(sides[-1], float(inside.max()) + edge)
    return np.linspace(low, high, len(sides))


def _spread(setup: Setup, end: F32, question: AskLandscape, a: F64, b: F64) -> F32:
    """Starts spread over the plane by the seed.  # [S, P]"""
    rng = np.random.default_rng(setup.seed)
    start = np.tile(end, (setup.starts, 1))
    start[:, question.one] = rng.uniform(a[0], a[-1], setup.starts)
    start[:, question.other] = rng.uniform(b[0], b[-1], setup.starts)
    return start


def _three_ends(ends: F32, through: tuple[int, int, int]) -> tuple[F32, F32, F32]:
    """The plane through three ends: origin the first, unit directions at right angles.  # each [P]"""
    first, second, third = (ends[start].astype(np.float64) for start in through)
    along = second - first
    length = float(np.linalg.norm(along))
    across = third - first
    if length > 0:
        along /= length
        across -= (across @ along) * along
    height = float(np.linalg.norm(across))
    if not (length > 1e-6 and height > 1e-6):
        raise InputRefused(say("These three starts end on a line, through which there is more than one plane."))
    return first.astype(np.float32), along.astype(np.float32), (across / height).astype(np.float32)


def _span(weights: F32, origin: F32, along: F32, across: F32, grid: int) -> tuple[F64, F64]:
    """Places along both sides that hold the ends and the paths, without what lies far off.  # [G], [G]"""
    places, _ = project(weights[:, -1], origin, along, across)
    paths, _ = project(weights.reshape(-1, weights.shape[-1]), origin, along, across)
    sides = []
    for axis in (0, 1):
        low, high = places[:, axis].min(), places[:, axis].max()
        room = MARGIN * max(high - low, 1e-3)
        low, high = (
            min(low, float(np.quantile(paths[:, axis], 0.02))),
            max(high, float(np.quantile(paths[:, axis], 0.98))),
        )
        sides.append(np.linspace(low - room, high + room, grid))
    return sides[0], sides[1]


def project(weights: F32, origin: F32, along: F32, across: F32) -> tuple[F64, F64]:
    """Places of weights [n, P] on a plane seen from straight above, and their distance from it.  # [n, 2], [n]"""
    apart = weights.astype(np.float64) - origin
    one, other = along.astype(np.float64), across.astype(np.float64)
    places = np.stack([apart @ one, apart @ other], axis=1)
    rest = apart - places[:, :1] * one - places[:, 1:] * other
    return places, np.linalg.norm(rest, axis=1)


def losses_at(setup: Setup, examples: Examples, flat: F32) -> F64:
    """The loss of each net of weights [n, P].  # [n]"""
    found = np.empty(len(flat))
    for at in range(0, len(flat), AT_ONCE):
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = forward(setup.architecture, flat[at : at + AT_ONCE], examples.inputs)[-1]
            found[at : at + AT_ONCE] = loss_of(outputs, examples, setup.recipe.loss)
    return np.where(np.isfinite(found), found, np.nan)


def _plane(setup: Setup, examples: Examples, origin: F32, along: F32, across: F32, a: F64, b: F64, bench: Bench) -> F64:
    """The loss at every place.  # [G, G] at row b, column a"""
    rows = []
    for at, other in enumerate(b):
        if bench.stop():
            raise Stopped
        bench.progress(say("Measuring the loss over the plane"), at, len(b))
        flat = origin + a[:, None].astype(np.float32) * along + np.float32(other) * across
        rows.append(losses_at(setup, examples, flat.astype(np.float32)))
    return np.stack(rows)


def _ends(setup: Setup, examples: Examples, ends: F32, moves: Bools) -> tuple[F64, F64]:
    """At each end the gradient's length and the Hessian's least eigenvalue, of the weights that move.  # [S], [S]"""
    chosen = torch.tensor(np.flatnonzero(moves))
    inputs = torch.tensor(examples.inputs, dtype=torch.float64)[None]
    targets = torch.tensor(np.array(examples.targets))[None]
    targets = targets.double() if setup.recipe.loss == "squared_error" else targets
    slopes, bends = np.full(len(ends), np.nan), np.full(len(ends), np.nan)
    for at, end in enumerate(ends):
        whole = torch.tensor(end, dtype=torch.float64)

        def loss(part: torch.Tensor, whole: torch.Tensor = whole) -> torch.Tensor:
            flat = whole.index_put((chosen,), part)[None]
            return losses_of(outputs_of(setup.architecture, flat, inputs), targets, setup.recipe.loss)[0]

        part = whole[chosen].clone().requires_grad_(True)
        value = loss(part)
        if not bool(torch.isfinite(value)):
            continue
        (slope,) = torch.autograd.grad(value, part)
        slopes[at] = float(slope.norm())
        if len(chosen) <= 64:
            hessian = torch.autograd.functional.hessian(loss, part.detach())
            bends[at] = float(torch.linalg.eigvalsh(hessian)[0])
    return slopes, bends


def constant_loss(examples: Examples, setup: Setup) -> float:
    """The loss of the best answer that is the same for every example."""
    if setup.recipe.loss == "squared_error":
        return float(examples.targets.astype(np.float64).var())
    shares = np.bincount(examples.targets.astype(np.int64)) / len(examples)
    return float(-(shares[shares > 0] * np.log(shares[shares > 0])).sum())


def _names(question: AskLandscape, architecture: Architecture) -> tuple[str, str]:
    if question.kind == "minima":
        return "", ""
    return weight_name(architecture, question.one), weight_name(architecture, question.other)


def weight_name(architecture: Architecture, index: int) -> str:
    """A weight by its layer and units: W0[1,0] to unit 1 from unit 0, b0[1] the bias of unit 1."""
    for layer, ((out, into), start) in enumerate(zip(architecture.shapes, architecture.starts, strict=True)):
        place = index - start
        if place < out * into:
            return f"W{layer}[{place // into},{place % into}]"
        if place < out * (into + 1):
            return f"b{layer}[{place - out * into}]"
    return str(index)


ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {AskLandscape: answer}
