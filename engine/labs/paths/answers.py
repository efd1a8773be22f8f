"""Which function answers which question about further paths, and how."""

from __future__ import annotations

import numpy as np

from engine.capture.normed import row_of
from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.paths.placing import Placing
from engine.labs.paths.records import AskPath, AskSamplePaths, PathPlaces, SamplePlaces
from engine.labs.paths.states import States, checked, tokens_of
from engine.records import F32, I32, Bools, Space
from engine.sentences import say


def path(question: AskPath, bench: Workbench) -> PathPlaces:
    """Where the tokens of a text lie.

    Raises:
        InputRefused: the text cannot be read, there are no states, or no such layout. Stopped: a stop was asked for.
    """
    ids = tokens_of(bench, question.prompt, question.chat, question.token_ids)
    if question.space.kind != "resid" or not question.layout_key:
        return PathPlaces(ids, None)
    placing = Placing(bench, question.space, question.layout_key)
    states = States(bench, question.plan, _row(bench, question.space)).of_text(ids)
    return PathPlaces(ids, placing.place(placing.shown(states)))


def samples(question: AskSamplePaths, bench: Workbench) -> SamplePlaces:
    """Where samples lie, and their mean. Raises as `path` does, and InputRefused where a sample is empty."""
    if question.space.kind != "resid" or not question.samples or not all(question.samples):
        raise InputRefused(say("Samples of one or more tokens each are needed, and a map of states."))
    rows = [checked(sample, bench.anatomy.vocab_size) for sample in question.samples]
    longest = max(len(row) for row in rows)
    before = tokens_of(bench, question.prompt, question.chat, question.token_ids, longest)
    placing = Placing(bench, question.space, question.layout_key)
    reading = States(bench, question.plan, _row(bench, question.space))
    states, found = reading.of_samples(before, rows)
    own = [placing.shown(each) for each in found]
    places = placing.place(np.concatenate(own))
    vectors, counted = means(own, places.left_out)
    return SamplePlaces(before, placing.place(placing.shown(states)), places, placing.place(vectors), counted)


def means(states: list[F32], left_out: Bools) -> tuple[F32, I32]:
    """([M, D] the mean of the samples' states at each step, [M] of how many), for as many steps as there is one.

    `states` are each sample's [n, D]; `left_out` says of all of them, one sample after the other, which do not count.
    """
    longest = max(len(each) for each in states)
    total, counted = np.zeros((longest, states[0].shape[1])), np.zeros(longest, np.int32)
    at = 0
    for each in states:
        counts = ~left_out[at : at + len(each)]
        total[: len(each)] += np.where(counts[:, None], each, 0.0)
        counted[: len(each)] += counts
        at += len(each)
    n = int(np.argmax(counted == 0)) if (counted == 0).any() else longest
    return (total[:n] / counted[:n, None]).astype(np.float32), counted[:n]


def _row(bench: Workbench, space: Space) -> int:
    """The row of the residual stream that a space shows. Raises InputRefused where the model has none such."""
    top = bench.anatomy.n_layers
    if not -1 <= space.layer <= top:
        raise InputRefused(say("There is no state {layer}: this model has 0 to {top}.", layer=space.layer, top=top))
    return row_of(space.layer, top)


ANSWERS = {AskPath: path, AskSamplePaths: samples}
