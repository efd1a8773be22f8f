"""What a net answers over the plane or the line, and each neuron's own picture of it; pure numpy."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.labs.playground.records import DataSet, Made, true_classes, true_values
from engine.nets.records import F64, I64, Architecture, first_weights, forward, lattice, softmax
from engine.records import F32, Bools
from viz.memo import by_identity

REACH = 1.25  # of the main view: the data lie within 1
FINE, COARSE = 96, 48  # points across the plane, for nets of few and of many neurons
THUMBNAIL = 24  # points across a neuron's picture
MANY = 100  # neurons from which on the plane is coarser
LINE = 201  # points along a function


@dataclass(frozen=True)
class Pictures:
    """Over the plane rows run from the top. `sure`: the probability of the class answered."""

    n: int  # points across
    points: F32  # [n * n, 2] or [n, 1], as the net sees them
    outputs: F32  # [N, outputs] logits, or values
    neurons: tuple[F32, ...]  # of each hidden layer: [units, THUMBNAIL, THUMBNAIL] or [units, LINE]
    inputs: F32  # [inputs, THUMBNAIL, THUMBNAIL] or [1, LINE]

    @property
    def classes(self) -> I64:
        """The class answered.  # [n, n]"""
        return np.asarray(self.outputs.argmax(axis=1).reshape(self.n, self.n), np.int64)

    @property
    def sure(self) -> F64:
        """Its probability.  # [n, n]"""
        return np.asarray(softmax(self.outputs.astype(np.float64)).max(axis=1).reshape(self.n, self.n))


@functools.lru_cache(maxsize=8)
def grid(inputs: int, n: int, reach: float) -> F32:
    """The points that are answered: of the plane, or of the line."""
    points = lattice(n, reach) if inputs == 2 else np.linspace(-reach, reach, n, dtype=np.float32)[:, None]
    points.flags.writeable = False
    return points


@functools.lru_cache(maxsize=4)
def start_weights(architecture: Architecture, seed: int) -> F32:
    """The weights that a training begins with.  # [n_weights]"""
    found = first_weights(architecture, seed)
    found.flags.writeable = False
    return found


@by_identity(4)
def pictures(architecture: Architecture, weights: F32) -> Pictures:
    """Of one net [n_weights]."""
    plane = architecture.inputs == 2
    n = LINE if not plane else COARSE if sum(architecture.hidden) > MANY else FINE
    points = grid(architecture.inputs, n, REACH)
    layers = forward(architecture, weights, points)
    step = n // THUMBNAIL

    def small(values: npt.NDArray[np.floating]) -> F32:
        """[N, units] -> [units, THUMBNAIL, THUMBNAIL] or [units, n]."""
        whole = np.asarray(values.T, np.float32)
        return whole.reshape(-1, n, n)[:, step // 2 :: step, step // 2 :: step] if plane else whole

    return Pictures(
        n, points, np.asarray(layers[-1], np.float32), tuple(small(layer) for layer in layers[:-1]), small(points)
    )


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
