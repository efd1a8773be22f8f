"""What the playground's nets answer, beside what is true; pure numpy."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt

from engine.labs.playground.records import DataSet, Made, true_classes, true_values
from engine.nets.records import F64, I64, Architecture, first_weights, forward, softmax
from engine.records import F32, Bools
from viz.charts.net_pictures import REACH, Pictures, grid
from viz.memo import by_identity


@functools.lru_cache(maxsize=4)
def start_weights(architecture: Architecture, seed: int) -> F32:
    """The weights that a training begins with.  # [n_weights]"""
    found = first_weights(architecture, seed)
    found.flags.writeable = False
    return found


@by_identity(4)
def starts_plane(architecture: Architecture, weights: F32, n: int, reach: float) -> F32:
    """What several nets [S, n_weights] answer: the class's probabilities, or values.  # [S, N, outputs]"""
    answered = forward(architecture, weights, grid(architecture.inputs, n, reach))[-1]
    return np.asarray(softmax(answered) if architecture.outputs > 1 else answered, np.float32)


@functools.lru_cache(maxsize=8)
def truth(data: DataSet, n: int, reach: float) -> I64 | F64 | None:
    """The true class over the plane [n, n], or the true values over the line [n]; None where nobody knows it."""
    if data.is_function:
        values = true_values(data, grid(1, n, reach)[:, 0].astype(np.float64))
        return None if values is None else np.where(np.abs(grid(1, n, reach)[:, 0]) <= 1, values, np.nan)
    points = true_classes(data, grid(2, n, reach).astype(np.float64))
    return None if points is None else points.reshape(n, n)


def borders(classes: I64) -> Bools:
    """Where the class changes to the right or below.  # [n, n]"""
    found = np.zeros(classes.shape, bool)
    found[:, :-1] |= classes[:, :-1] != classes[:, 1:]
    found[:-1] |= classes[:-1] != classes[1:]
    return found


def coloured(classes: I64, strength: F64, colours: F32, ground: F32) -> npt.NDArray[np.uint8]:
    """The plane in the colours of its classes: `strength` 0 is the ground, 1 the colour itself.

    # classes [n, n], strength [n, n] 0..1, colours [classes, 3] 0..1, ground [3] -> [n, n, 4] uint8
    """
    part = np.clip(strength, 0, 1)[..., None]
    mixed = ground * (1 - part) + colours[classes % len(colours)] * part
    return np.concatenate([np.round(mixed * 255), np.full((*classes.shape, 1), 255.0)], axis=2).astype(np.uint8)


def strength_of(sure: F64, classes: int) -> F64:
    """How strong the colour of a class is drawn: faint where all classes are alike, never quite as its points are."""
    chance = 1 / max(classes, 2)
    sure = np.nan_to_num(sure, nan=chance)  # of numbers that are not finite
    return np.asarray(0.12 + 0.6 * np.clip((sure - chance) / (1 - chance), 0, 1))


def answers_at(architecture: Architecture, weights: F32, point: npt.NDArray[np.floating]) -> list[F64]:
    """What every layer answers at one point, the inputs first, the outputs as probabilities of classes or as values."""
    found = forward(architecture, weights.astype(np.float64), np.asarray(point, np.float64)[None])
    rows = [np.asarray(point, np.float64), *(np.asarray(layer[0], np.float64) for layer in found)]
    if architecture.outputs > 1:
        rows[-1] = np.asarray(softmax(rows[-1]), np.float64)
    return rows


def right_share(data: DataSet, there: Made, shown: Pictures) -> float:
    """The share of the data's square that the net has right; of the held-out examples where nobody knows the plane."""
    known = truth(data, shown.n, REACH) if not there.is_function else None
    if known is None or there.is_function:
        return float("nan")
    inside = (np.abs(shown.points) <= 1).all(axis=1).reshape(shown.n, shown.n)
    return float((shown.classes == known)[inside].mean())


def share_of(architecture: Architecture, weights: F32, inputs: F32, targets: npt.NDArray[np.generic]) -> float:
    """The share of examples whose class is answered; NaN where there are none."""
    if not len(inputs):
        return float("nan")
    return float((forward(architecture, weights, inputs)[-1].argmax(axis=1) == targets).mean())
