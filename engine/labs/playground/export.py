"""The net as a program of about ten lines, in PyTorch or NumPy alone, that gives the same numbers.

Weights stand in the text as float32 writes them, which reads back exactly. Inputs and outputs are in a person's own
units: the scaling of their data is a line of its own, where there is one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.labs.playground.records import Made
from engine.nets.records import Architecture
from engine.records import F32

_NUMPY = {"tanh": "np.tanh(x)", "relu": "np.maximum(x, 0)", "sigmoid": "1 / (1 + np.exp(-x))", "linear": "x"}
_TORCH = {"tanh": "torch.tanh(x)", "relu": "torch.relu(x)", "sigmoid": "torch.sigmoid(x)", "linear": "x"}


def program(kind: str, architecture: Architecture, weights: F32, data: Made) -> str:
    """The text: a function `net(x)` of rows of inputs; classes come as probabilities. `kind`: "torch" or "numpy"."""
    return (_torch if kind == "torch" else _numpy)(architecture, weights, data)


def _numpy(architecture: Architecture, weights: F32, data: Made) -> str:
    pairs = ", ".join(
        f"({_array(matrix, 'np.array', 'np.float32')}, {_array(bias, 'np.array', 'np.float32')})"
        for matrix, bias in architecture.split(weights)
    )
    lines = [
        "import numpy as np",
        f"layers = [{pairs}]  # each: weights [out, in], biases [out]",
        "def net(x):",
        f"    x = {_scaled_in(data, 'np.asarray(x, np.float32)')}  # [rows, {architecture.inputs}]",
        "    for i, (weight, bias) in enumerate(layers):",
        "        x = x @ weight.T + bias",
        f"        x = {_NUMPY[architecture.activation]} if i < len(layers) - 1 else x",
    ]
    if data.is_function:
        lines.append(f"    return {_scaled_out(data)}")
    else:
        lines.append("    x = np.exp(x - x.max(axis=1, keepdims=True))")
        lines.append("    return x / x.sum(axis=1, keepdims=True)  # the probability of each class")
    return "\n".join(lines) + "\n"


def _torch(architecture: Architecture, weights: F32, data: Made) -> str:
    pairs = ", ".join(
        f"({_array(matrix, 'torch.tensor')}, {_array(bias, 'torch.tensor')})"
        for matrix, bias in architecture.split(weights)
    )
    lines = [
        "import torch",
        f"layers = [{pairs}]  # each: weights [out, in], biases [out]",
        "def net(x):",
        f"    x = {_scaled_in(data, 'torch.as_tensor(x, dtype=torch.float32)')}  # [rows, {architecture.inputs}]",
        "    for i, (weight, bias) in enumerate(layers):",
        "        x = torch.nn.functional.linear(x, weight, bias)",
        f"        x = {_TORCH[architecture.activation]} if i < len(layers) - 1 else x",
    ]
    lines.append(
        f"    return {_scaled_out(data)}"
        if data.is_function
        else "    return torch.softmax(x, dim=1)  # the probability of each class"
    )
    return "\n".join(lines) + "\n"


def _scaled_in(data: Made, rows: str) -> str:
    """The rows as the net sees them."""
    if not data.inputs.centre.any() and (data.inputs.half == 1).all():
        return rows
    make = "np.array" if rows.startswith("np.") else "torch.tensor"
    kind = ", dtype=torch.float32" if make == "torch.tensor" else ", np.float32"
    return f"({rows} - {make}({_list(data.inputs.centre)}{kind})) / {make}({_list(data.inputs.half)}{kind})"


def _scaled_out(data: Made) -> str:
    """The values in a person's own units."""
    centre, half = float(data.outputs.centre[0]), float(data.outputs.half[0])
    return "x" if (centre, half) == (0.0, 1.0) else f"{centre!r} + {half!r} * x"


def _array(values: npt.NDArray[np.floating], make: str, kind: str = "") -> str:
    return f"{make}({_list(values)}{f', {kind}' if kind else ''})"


def _list(values: npt.NDArray[np.floating]) -> str:
    """A nested list of the shortest numbers that read back exactly."""
    if values.ndim > 1:
        return "[" + ", ".join(_list(row) for row in values) + "]"
    return "[" + ", ".join(str(value) for value in values) + "]"
