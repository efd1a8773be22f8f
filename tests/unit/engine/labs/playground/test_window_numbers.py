"""What the playground's window computes by numpy, and writes as a formula, is what torch computes of the same net."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.nets.records import Architecture, first_weights
from engine.nets.training import outputs_of
from viz.charts import net_pictures
from viz.labs.playground import pictures as shown
from viz.labs.playground.formula import formula


def test_the_window_computes_what_torch_does() -> None:
    for activation in ("tanh", "relu", "sigmoid", "linear"):
        net = Architecture(2, (6, 5), 3, activation)
        flat = first_weights(net, 3)
        found = net_pictures.pictures(net, flat)
        wanted = outputs_of(net, torch.tensor(flat)[None], torch.tensor(found.points.copy())[None])[0].numpy()
        assert np.abs(found.outputs - wanted).max() < 1e-6
        assert found.classes.ravel().tolist() == wanted.argmax(axis=1).tolist()
        probabilities = torch.softmax(torch.tensor(wanted), dim=1).numpy()
        assert np.abs(found.sure.ravel() - probabilities.max(axis=1)).max() < 1e-6
        at = shown.answers_at(net, flat, np.array([0.3, -0.2]))
        assert at[-1] == pytest.approx(
            torch.softmax(outputs_of(net, torch.tensor(flat)[None], torch.tensor([[[0.3, -0.2]]])), -1)[0, 0].numpy(),
            abs=1e-6,
        )


def test_the_formula_gives_the_net_s_numbers() -> None:
    net = Architecture(2, (2,), 2, "relu")
    flat = np.round(first_weights(net, 1), 2)
    text, whole = formula(net, flat, None)
    assert whole
    plain = text.replace("−", "-").replace("ReLU", "max_").replace("a₁", "a1").replace("a₂", "a2")
    plain = plain.replace("z₁", "z1").replace("z₂", "z2")
    known: dict[str, object] = {"x": 0.4, "y": -0.7, "max_": lambda v: max(v, 0.0)}
    for line in plain.splitlines()[:-1]:
        name, _, right = line.partition(" = ")
        for variable in ("a1", "a2", "x", "y"):
            right = right.replace(f" {variable}", f" * {variable}")
        known[name] = eval(right, {}, known)  # noqa: S307 - a sum of products
    wanted = outputs_of(net, torch.tensor(flat)[None], torch.tensor([[[0.4, -0.7]]]))[0, 0].tolist()
    assert [known["z1"], known["z2"]] == pytest.approx(wanted, abs=2e-3)
    large = Architecture(2, (64, 64), 2)
    assert formula(large, first_weights(large, 0), None)[1] is False
