"""What the laboratory answers to questions about its toy model: numpy only, so tests of views need no torch for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.superposition import phase, toy
from engine.labs.superposition.records import (
    DENSITIES,
    PHASE_DENSITIES,
    PHASE_IMPORTANCES,
    AtDensity,
    PhaseColumn,
    PhaseFound,
    SweepDensity,
    ToyTrained,
    TrainToy,
)
from engine.sentences import say


def train_toy(question: TrainToy, bench: Bench) -> ToyTrained:
    """From the moment before to this one.

    Raises:
        InputRefused: a number out of range. ModelUnusable: a damaged state. Stopped: a person asked for an end.
    """
    recipe, moment = question.recipe, question.moment
    before = toy.unpacked(recipe, question.state) if question.state else toy.begun(recipe)
    now = toy.unpacked(recipe, before.packed())
    _train(now, toy.step_at(recipe, moment), bench)
    losses = now.losses() if now.finite else np.full(recipe.starts + 1, np.nan)
    diverged = not np.isfinite(losses).all()
    if diverged:
        now = before
    following = next((it for it in toy.moments(recipe) if it > moment), None)
    done = diverged or following is None
    lengths, shares, arrangements = toy.described(now.weights)
    return ToyTrained(
        moment, now.step, now.weights, now.biases[:, 0], now.losses(), lengths, shares, arrangements,
        toy.least_linear_loss(recipe), toy.empty_loss(recipe), diverged, done,
        None if done or following is None else replace(question, moment=following, state=now.packed()),
    )  # fmt: skip


def sweep_density(question: SweepDensity, bench: Bench) -> AtDensity:
    """All starts trained to the end at one density. Raises as `train_toy` does."""
    if not 0 <= question.index < len(DENSITIES):
        raise InputRefused(
            say("There are densities 0 to {last}, but {index} was asked for.", last=len(DENSITIES) - 1,
                index=question.index)
        )  # fmt: skip
    recipe = replace(question.recipe, density=DENSITIES[question.index])
    now = toy.begun(recipe)
    _train(now, recipe.steps, bench)
    diverged = not now.finite
    if diverged:
        now = toy.begun(recipe)
    lengths, shares, arrangements = toy.described(now.weights)
    following = question.index + 1
    then = replace(question, index=following) if following < len(DENSITIES) and not diverged else None
    return AtDensity(
        recipe.density, now.losses(), lengths, shares, arrangements, toy.least_linear_loss(recipe), diverged, then
    )


def _train(now: toy.Toy, last: int, bench: Bench) -> None:
    """To step `last`, heeding a stop and telling progress. Raises Stopped."""
    first, doing = now.step, say("Training the toy model")
    each = max(1, 200_000 // (now.recipe.batch * now.recipe.features))  # steps between two looks
    while now.step < last and now.finite:
        if bench.stop():
            raise Stopped
        now.train(min(now.step + each, last))
        bench.progress(doing, now.step - first, last - first)


def phase_column(question: PhaseColumn, bench: Bench) -> PhaseFound:
    """One column of the phase diagram. Raises InputRefused, Stopped."""
    if not 0 <= question.index < len(PHASE_DENSITIES) or not 1 <= question.starts <= 64:
        raise InputRefused(
            say(
                "The phase diagram has columns 0 to {last} and 1 to 64 starts, but {index} and {starts} were asked "
                "for.",
                last=len(PHASE_DENSITIES) - 1,
                index=question.index,
                starts=question.starts,
            )
        )
    density = PHASE_DENSITIES[question.index]
    rows = np.stack([np.ones(len(PHASE_IMPORTANCES)), np.array(PHASE_IMPORTANCES)], axis=1)  # [R, 2]
    importance = np.repeat(rows, question.starts, axis=0)
    seed = question.seed * len(PHASE_DENSITIES) + question.index
    weights, biases = phase.trained(importance, density, seed, lambda: not bench.stop())
    if bench.stop():
        raise Stopped
    losses = phase.exact_loss(weights, biases, importance, density).reshape(len(rows), question.starts)
    best = losses.argmin(axis=1) + question.starts * np.arange(len(rows))
    kept = weights[best]
    bench.progress(say("Computing the phase diagram"), question.index + 1, len(PHASE_DENSITIES))
    following = question.index + 1
    return PhaseFound(
        density, kept, losses.min(axis=1), phase.outcome(kept), phase.formula(rows, density),
        kept[:, 0] * kept[:, 1] < 0,
        replace(question, index=following) if following < len(PHASE_DENSITIES) else None,
    )  # fmt: skip
