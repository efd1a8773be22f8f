"""The whole net as a formula, with its numbers as they are now."""

from __future__ import annotations

from engine.labs.playground.records import Made
from engine.nets.records import Architecture
from engine.records import F32

LONGEST = 6_000  # characters: a net of thousands of weights is better exported
_NAMES = {"tanh": "tanh", "relu": "ReLU", "sigmoid": "σ", "linear": ""}
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def formula(architecture: Architecture, weights: F32, data: Made | None) -> tuple[str, bool]:
    """A line for every neuron, and whether all of them are there."""
    lines: list[str] = []
    before = ["x", "y"][: architecture.inputs]
    used = 0
    if data is not None and (data.inputs.centre.any() or (data.inputs.half != 1).any()):
        before = [f"{name}′" for name in before]
        for name, centre, half in zip(before, data.inputs.centre, data.inputs.half, strict=True):
            lines.append(f"{name} = ({name[:-1]} − {_number(centre)}) / {_number(half)}".replace("− −", "+ "))
    layers = architecture.split(weights)
    for at, (matrix, bias) in enumerate(layers):
        last = at == len(layers) - 1
        names = [_name(at, unit, last, len(matrix)) for unit in range(len(matrix))]
        for name, row, own in zip(names, matrix, bias, strict=True):
            inner = _sum(row, before, own)
            applied = "" if last else _NAMES[architecture.activation]
            lines.append(f"{name} = {applied}({inner})" if applied else f"{name} = {inner}")
            used += len(lines[-1]) + 1
            if used > LONGEST:
                return "\n".join(lines), False
        before = names
    if architecture.outputs > 1:
        lines.append(f"p = softmax({','.join(before)})")
    elif data is not None and (data.outputs.centre.any() or (data.outputs.half != 1).any()):
        lines.append(f"y = {_number(data.outputs.centre[0])} + {_number(data.outputs.half[0])} · {before[0]}")
    return "\n".join(lines), True


def _name(layer: int, unit: int, last: bool, units: int) -> str:
    if last:
        return "f" if units == 1 else f"z{unit + 1}".translate(_SUBSCRIPTS)
    letter = "abcdefgh"[layer]
    return f"{letter}{unit + 1}".translate(_SUBSCRIPTS)


def _sum(row: F32, names: list[str], own: float) -> str:
    """Terms with their signs between them."""
    terms = [f"{'−' if weight < 0 else '+'} {abs(weight):z.3g} {name}" for weight, name in zip(row, names, strict=True)]
    terms.append(f"{'−' if own < 0 else '+'} {abs(own):z.3g}")
    whole = " ".join(terms)
    return whole.removeprefix("+ ") if whole.startswith("+") else whole.replace("− ", "−", 1)


def _number(value: float) -> str:
    return f"{value:z.4g}".replace("-", "−")
