"""What a small net answers over the plane or the line, and each neuron's own picture of it; pure numpy."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.nets.records import F64, I64, Architecture, forward, lattice, softmax
from engine.records import F32
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
