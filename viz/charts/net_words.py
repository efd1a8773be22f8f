"""What a small net's neurons and weights are called, the same in every picture of one."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.nets.records import Architecture
from engine.records import F32

translate = QCoreApplication.translate  # by this name its texts are collected

LETTERS = "ABCDEFGHIJ"
Names = tuple[str, ...]  # of the classes; shorter where they have none


def class_name(index: int, names: Names = ()) -> str:
    """What a file calls a class, else its letter."""
    return names[index] if index < len(names) else LETTERS[index % len(LETTERS)]


def number(value: float, digits: int = 3) -> str:
    """A weight, with a true minus."""
    return f"{value:z.{digits}g}".replace("-", "−") if np.isfinite(value) else "—"


def neuron_name(net: Architecture, layer: int, unit: int, names: Names = ()) -> str:
    """Layer 0 are the inputs."""
    if layer == 0:
        return "xy"[unit]
    if layer == len(net.sizes) - 1:
        if net.outputs == 1:
            return translate("Net", "the output")
        return translate("Net", "output {name}").format(name=class_name(unit, names))
    return translate("Net", "neuron {unit} of hidden layer {layer}").format(unit=unit + 1, layer=layer)


def place_name(net: Architecture, place: int, names: Names = ()) -> str:
    """What a weight leads from and to."""
    layer, out, into = place_words(net, place)
    to = neuron_name(net, layer + 1, out, names)
    if into < 0:
        return translate("Net", "bias of {to}").format(to=to)
    return translate("Net", "weight from {source} to {to}").format(source=neuron_name(net, layer, into, names), to=to)


def short_name(net: Architecture, place: int, names: Names = ()) -> str:
    """The same in a few letters: layers and neurons by their numbers, `1.3` is the third of the first hidden layer."""
    layer, out, into = place_words(net, place)
    to = _short_neuron(net, layer + 1, out, names)
    if into < 0:
        return translate("Net", "bias {to}").format(to=to)
    return translate("Net", "weight {source} → {to}").format(source=_short_neuron(net, layer, into, names), to=to)


def _short_neuron(net: Architecture, layer: int, unit: int, names: Names = ()) -> str:
    if layer == 0:
        return "xy"[unit]
    if layer == len(net.sizes) - 1:
        return class_name(unit, names) if net.outputs > 1 else translate("Net", "output")
    return f"{layer}.{unit + 1}"


def neuron_words(net: Architecture, weights: F32, layer: int, unit: int, names: Names = ()) -> str:
    """A neuron and, where it has one, its bias."""
    if layer == 0:
        return translate("Net", "input {name}").format(name="xy"[unit])
    bias = float(weights[net.weight_at(layer - 1, unit, -1)])
    return translate("Net", "{name}, bias {bias}. Click to choose the bias.").format(
        name=neuron_name(net, layer, unit, names), bias=number(bias)
    )


def place_words(net: Architecture, place: int) -> tuple[int, int, int]:
    """(layer, unit it leads to, unit it comes from or -1 for a bias) of a place in the row of weights."""
    for layer in reversed(range(len(net.shapes))):
        start = net.starts[layer]
        if place >= start:
            rows, columns = net.shapes[layer]
            inside = place - start
            return (
                (layer, *divmod(inside, columns)) if inside < rows * columns else (layer, inside - rows * columns, -1)
            )
    raise IndexError(place)
