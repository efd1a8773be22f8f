"""A slice of training: as many steps as fit into some hundredths of a second, and what the nets are like then."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Bench
from engine.labs.playground.net_file import open_net
from engine.labs.playground.questions import TrainNet
from engine.labs.playground.records import NetTrained, made
from engine.nets.slices import Slice
from engine.nets.training import Training
from engine.records import F32
from engine.sentences import say


def train_slice(question: TrainNet, bench: Bench) -> NetTrained:
    """Train a little further.

    Raises:
        InputRefused: the data set, the net or the recipe cannot be used. Stopped: a person asked for an end.
    """
    training = opened(question)
    if question.turned:
        training.turn(question.turned)
    work = Slice(question.seconds if not question.steps else 60.0, bench.stop)
    left = max(question.last - training.step, 0)
    training.run(min(question.steps, left) if question.steps else left, work.goes_on)
    work.heed_stop()
    state, done = training.state(), training.broken or training.step >= question.last
    past = training.history
    following = replace(question, turn=question.turn + 1, state=state, turned=(), steps=0)
    return NetTrained(
        step=training.step, weights=training.weights, curve=training.curve, broke_at=training.broke_at,
        steps_per_second=training.pace.speed / max(training.pace.each, 1), done=done,
        then=None if done else following, state=state,
        past_steps=past.steps if past is not None else np.empty(0, np.int64),
        past=past.weights if past is not None else np.empty((0, question.architecture.n_weights), np.float32),
    )  # fmt: skip


def opened(question: TrainNet) -> Training:
    """The training as its question says, at its beginning or where it was left."""
    if not 1 <= question.nets <= 200:
        raise InputRefused(say("{n} nets cannot be trained side by side. Choose 1 to 200.", n=question.nets))
    data = made(question.data)
    seeds = tuple(question.recipe.seed + i for i in range(question.nets))
    start: F32 | None = None
    if question.start and not question.state:
        found = open_net(question.start)
        if found.architecture == question.architecture:
            start = np.repeat(found.weights[None], question.nets, axis=0)
    recipe = replace(question.recipe, loss=data.loss)
    one = question.nets == 1  # whose past moments can be gone back to
    training = Training(question.architecture, recipe, data.train, data.held_out, seeds, start, history=one)
    if question.state:
        training.go_on_from(question.state)
    return training
