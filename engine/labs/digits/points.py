"""The pictures as points on a map of their own: each is the numbers that a layer of a trained net gives for it.

The map's faithfulness, neighbours and layouts are those of all maps (`engine.maps.points` tells how this is found).
"""

from __future__ import annotations

import numpy as np

from engine.labkit.workbench import Bench
from engine.labs.digits.data import pictures
from engine.labs.digits.places import read
from engine.labs.digits.records import DIGITS, PIXEL_SPACE, TURNS, entropy_bits, map_from, probabilities
from engine.labs.digits.train import moment
from engine.maps.points import Points
from engine.records import F32, U8, Grouping, Measure
from engine.sentences import say

_NAMES = tuple(map(str, range(DIGITS)))


def points(what: str, bench: Bench) -> Points:
    """The pictures by the numbers that `what` names, with what the net reads in each.

    Raises:
        InputRefused: `what` is no space of this laboratory, or there is no such layer. Stopped: an end was asked for.
    """
    question = map_from(what)
    bench.progress(say("Training the net that reads digits"), 0, 0)
    net = moment(question.recipe, (question.recipe.seed,), TURNS, bench.stop)
    known = pictures()
    probs = probabilities(question.recipe, net.weights[0], known.pixels)
    vectors = read(question, known.pixels, bench)
    return Points(
        _title(question.layer, vectors.shape[1]), vectors, tuple(_NAMES[digit] for digit in known.digits.tolist()),
        (
            Grouping(say("digit"), _codes(known.digits), _NAMES),
            Grouping(say("read as"), _codes(probs.argmax(axis=1)), _NAMES),
            Grouping(say("answer"), _codes(probs.argmax(axis=1) != known.digits), (say("right"), say("wrong"))),
        ),
        (Measure(say("entropy of the answer (bits)"), np.asarray(entropy_bits(probs), np.float32)),),
        say(
            "{held} of the pictures were held out: the model never saw them in training.",
            held=int(known.held_out.sum()),
        ),
    )  # fmt: skip


def _title(layer: int, width: int) -> str:
    if layer == PIXEL_SPACE:
        return say("Digits: {n} pixels of each picture", n=width)
    if layer < 0:
        return say("Digits: {n} numbers of the last hidden layer", n=width)
    return say("Digits: {n} numbers of hidden layer {layer}", n=width, layer=layer)


def _codes(values: F32 | U8 | np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> U8:
    return np.asarray(values, np.uint8)
