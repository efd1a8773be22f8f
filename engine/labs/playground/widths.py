"""Too small a net fails by its start: many starts of each width, trained together, and how much each gets right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Bench
from engine.labs.playground.questions import MeasureWidths
from engine.labs.playground.records import DataSet, Made, Widths, made, share_right, true_classes
from engine.nets.records import F64, Architecture, forward, lattice
from engine.nets.slices import Slice
from engine.nets.training import Training
from engine.records import F32
from engine.sentences import say

LATTICE = 60  # points across the plane
ENDLESS = 1e9  # seconds


def measure_widths(question: MeasureWidths, bench: Bench) -> Widths:
    """Raises InputRefused: the net has no hidden layer, or the data cannot be used. Stopped."""
    if not question.architecture.hidden:
        raise InputRefused(say("The net has no hidden layer whose width could be varied. Add one."))
    data = made(question.data)
    seeds = tuple(question.recipe.seed + i for i in range(question.starts))
    recipe = replace(question.recipe, loss=data.loss)
    right, loss = [], []
    work = Slice(ENDLESS, bench.stop)
    total = len(question.widths) * question.steps
    for at, width in enumerate(question.widths):
        architecture = replace(question.architecture, hidden=(width, *question.architecture.hidden[1:]))
        training = Training(architecture, recipe, data.train, None, seeds)
        while training.step < question.steps and not training.broken:
            training.run(min(100, question.steps - training.step), work.goes_on)
            work.heed_stop()
            bench.progress(say("Training nets of several widths"), at * question.steps + training.step, total)
        right.append(right_of(question.data, data, architecture, training.weights))
        loss.append(training.losses(data.train))
    known = true_classes(question.data, np.zeros((1, 2))) is not None if not data.is_function else False
    return Widths(np.array(question.widths, np.int64), np.stack(right), np.stack(loss), known)


def right_of(data: DataSet, there: Made, architecture: Architecture, weights: F32) -> F64:
    """The share that each net [S, n_weights] has right: of the plane where its truth is known, else held out.  # [S]"""
    if there.is_function:
        return np.full(len(weights), np.nan)
    points = lattice(LATTICE, 1.0)
    truth = true_classes(data, points)
    if truth is None:
        examples = there.held_out if len(there.held_out) else there.train
        points, truth = examples.inputs, examples.targets.astype(np.int64)
    answers = forward(architecture, weights, points)[-1].argmax(axis=-1)
    return share_right(answers, truth)
