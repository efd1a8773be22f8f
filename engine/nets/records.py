"""A small net as plain values: its architecture, its recipe, its weights, and what it answers; numpy only.

Weights are one flat row of numbers per net, so that an optimizer, a direction in weight space, a file and a slider that
turns one weight all mean the same thing by an index. Layer l has a matrix [out, in], then a bias [out].
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, shown
from engine.nets.numbers import require_number
from engine.records import F32, Frozen
from engine.sentences import say

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

ACTIVATIONS: Final = ("tanh", "relu", "sigmoid", "linear")
OPTIMIZERS: Final = ("sgd", "momentum", "adam")
LOSSES: Final = ("cross_entropy", "squared_error")
MOST_LAYERS, MOST_UNITS = 8, 64  # hidden ones
MOST_INPUTS, MOST_OUTPUTS = 1024, 64


@dataclass(frozen=True)
class Architecture:
    """A multilayer perceptron. The last layer is linear: logits of classes, or values of a function."""

    inputs: int = 2
    hidden: tuple[int, ...] = (4,)
    outputs: int = 1
    activation: str = "tanh"  # of every hidden layer

    def __post_init__(self) -> None:
        require_number("inputs", self.inputs, 1, MOST_INPUTS)
        require_number("outputs", self.outputs, 1, MOST_OUTPUTS)
        require_number("hidden layers", len(self.hidden), 0, MOST_LAYERS)
        for units in self.hidden:
            require_number("neurons of a layer", units, 1, MOST_UNITS)
        require_one_of("activation", self.activation, ACTIVATIONS)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of every layer, the inputs first.  # [layers + 1]"""
        return (self.inputs, *self.hidden, self.outputs)

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """(out, in) of every layer's matrix.  # [layers]"""
        return tuple((out, into) for into, out in zip(self.sizes, self.sizes[1:], strict=False))

    @property
    def n_weights(self) -> int:
        """How many numbers it has, biases included."""
        return sum(out * (into + 1) for out, into in self.shapes)

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each layer's matrix begins in the flat row.  # [layers]"""
        found, at = [], 0
        for out, into in self.shapes:
            found.append(at)
            at += out * (into + 1)
        return tuple(found)

    def weight_at(self, layer: int, out: int, into: int) -> int:
        """The place of a weight in the flat row; `into` = -1 is the bias of unit `out`."""
        rows, columns = self.shapes[layer]
        start = self.starts[layer]
        return start + rows * columns + out if into < 0 else start + out * columns + into

    def split(self, flat: npt.NDArray[np.floating]) -> list[tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]]:
        """Matrix [..., out, in] and bias [..., out] of every layer, as views of the row [..., n_weights]."""
        found = []
        for (out, into), start in zip(self.shapes, self.starts, strict=True):
            middle = start + out * into
            matrix = flat[..., start:middle].reshape(*flat.shape[:-1], out, into)
            found.append((matrix, flat[..., middle : middle + out]))
        return found

    def is_matrix(self) -> npt.NDArray[np.bool_]:
        """Which numbers of the row are weights and not biases: penalties are of those alone.  # [n_weights]"""
        found = np.zeros(self.n_weights, bool)
        for (out, into), start in zip(self.shapes, self.starts, strict=True):
            found[start : start + out * into] = True
        return found


@dataclass(frozen=True)
class Recipe:
    """How a net learns. The penalties are l1 * sum |w| and l2 / 2 * sum w^2 over the weights, not the biases."""

    loss: str = "cross_entropy"
    optimizer: str = "adam"
    rate: float = 0.01
    batch: int = 0  # examples a step; 0 = all
    momentum: float = 0.9  # of the optimizer of that name; Adam's are 0.9 and 0.999
    l1: float = 0.0
    l2: float = 0.0
    seed: int = 0  # of the first weights and of the order of the examples

    def __post_init__(self) -> None:
        require_one_of("loss", self.loss, LOSSES)
        require_one_of("optimizer", self.optimizer, OPTIMIZERS)
        require_number("learning rate", self.rate, 0.0, 1e12)
        require_number("batch", self.batch, 0, 2**20)
        require_number("momentum", self.momentum, 0.0, 1 - 1e-9)
        require_number("L1", self.l1, 0.0, 1e6)
        require_number("L2", self.l2, 0.0, 1e6)
        require_number("seed", self.seed, 0, 2**31 - 1)


@dataclass(frozen=True)
class Examples(Frozen):
    """What is learned from. `targets` are classes [N] int64 for the cross-entropy, else values [N, outputs] float32."""

    inputs: F32  # [N, inputs]
    targets: I64 | F32  # [N] int64, or [N, outputs] float32

    def __len__(self) -> int:
        return len(self.inputs)


@dataclass(frozen=True)
class Curve(Frozen):
    """A training's losses and gradients along its steps, thinned where there are many. NaN: not looked at there."""

    step: I64 = field(default_factory=lambda: np.empty(0, np.int64))  # [n]
    loss: F64 = field(default_factory=lambda: np.empty((0, 0)))  # [n, S] of the step's examples, without penalties
    held_out: F64 = field(default_factory=lambda: np.empty((0, 0)))  # [n, S] of the examples that are not trained on
    gradient: F64 = field(default_factory=lambda: np.empty((0, 0)))  # [n, layers] norm, mean over the nets

    def __len__(self) -> int:
        return len(self.step)


def lattice(n: int, reach: float) -> F32:
    """n x n points of the plane, rows from the top: (x, y) from -reach to reach.  # [n * n, 2]"""
    along = np.linspace(-reach, reach, n, dtype=np.float32)
    ys, xs = np.meshgrid(along[::-1], along, indexing="ij")
    return np.stack([xs.ravel(), ys.ravel()], axis=1)


def first_weights(architecture: Architecture, seed: int) -> F32:
    """Fresh weights, decided by the seed alone.  # [n_weights]

    Normal with variance 2 / in for ReLU (He et al., 1502.01852, equation 10) and 1 / in for the others (LeCun et al.,
    "Efficient BackProp", section 4.6). Biases are uniform within 1 / sqrt(in), so that hidden units differ in where
    they bend: with all biases 0 every ReLU bends at the origin.
    """
    rng = np.random.default_rng(seed)
    flat = np.empty(architecture.n_weights, np.float32)
    gain = 2.0 if architecture.activation == "relu" else 1.0
    for matrix, bias in architecture.split(flat):
        into = matrix.shape[1]
        matrix[:] = rng.normal(0.0, np.sqrt(gain / into), matrix.shape)
        bias[:] = rng.uniform(-1.0, 1.0, bias.shape) / np.sqrt(into)
    return flat


def activated(values: npt.NDArray[np.floating], activation: str) -> npt.NDArray[np.floating]:
    """The activation function of hidden units."""
    if activation == "tanh":
        return np.asarray(np.tanh(values))
    if activation == "relu":
        return np.asarray(np.maximum(values, 0))
    if activation == "sigmoid":
        with np.errstate(over="ignore"):
            return np.asarray(1 / (1 + np.exp(-values)))
    return values


def forward(
    architecture: Architecture, flat: npt.NDArray[np.floating], inputs: npt.NDArray[np.floating]
) -> list[npt.NDArray[np.floating]]:
    """What every layer answers, hidden ones after their activation, the last one as it is.  # each [..., N, units]

    `flat` [..., n_weights] may hold several nets, which all read the same `inputs` [N, inputs]. In the precision of
    what comes in; float64 where it is to be compared.
    """
    found: list[npt.NDArray[np.floating]] = []
    last = len(architecture.shapes) - 1
    now = inputs
    with np.errstate(over="ignore", invalid="ignore"):
        for layer, (matrix, bias) in enumerate(architecture.split(flat)):
            now = now @ np.swapaxes(matrix, -1, -2) + bias[..., None, :]
            if layer < last:
                now = activated(now, architecture.activation)
            found.append(now)
    return found


def softmax(logits: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """Probabilities of logits along the last axis."""
    with np.errstate(invalid="ignore"):  # of logits that are not finite there are none
        wide = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(wide / wide.sum(axis=-1, keepdims=True))


def loss_of(outputs: npt.NDArray[np.floating], examples: Examples, loss: str) -> F64:
    """The mean loss of each net's outputs [..., N, outputs], without penalties.  # [...]

    Cross-entropy in nats; the squared error is the mean over examples and outputs.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        return _loss_of(outputs.astype(np.float64), examples, loss)


def _loss_of(wide: F64, examples: Examples, loss: str) -> F64:
    if loss == "squared_error":
        return np.asarray(((wide - examples.targets.astype(np.float64)) ** 2).mean(axis=(-1, -2)))
    largest = wide.max(axis=-1, keepdims=True)
    logs = wide - largest - np.log(np.exp(wide - largest).sum(axis=-1, keepdims=True))
    return np.asarray(-logs[..., np.arange(len(examples)), examples.targets.astype(np.int64)].mean(axis=-1))


def require_one_of(name: str, value: object, choices: tuple[str, ...]) -> None:
    """Raise InputRefused where it is none of the choices."""
    if value not in choices:
        raise InputRefused(
            say("{name} must be one of {choices}, but is {value}.", name=name, choices=", ".join(choices),
                value=shown(value, 40))
        )  # fmt: skip
