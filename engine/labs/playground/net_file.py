"""A net as a file: safetensors with its recipe and data beside the weights, opened again as it was."""

from __future__ import annotations

import base64
import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np

from engine import checked_json
from engine.errors import DiskProblem, InputRefused, JsonProblem, ModelUnusable, in_short, reason
from engine.folders import elsewhere
from engine.labs.playground.export import program
from engine.labs.playground.questions import FORMATS, SaveNet
from engine.labs.playground.records import DataSet, NetOpened, NetSaved, made, weights_in
from engine.nets.numbers import recipe_of
from engine.nets.records import Architecture, Recipe, require_one_of
from engine.records import F32
from engine.sentences import say

FORMAT = 1
KEY = "orrery_net"


def save_net(question: SaveNet) -> NetSaved:
    """Write the net.

    Raises:
        InputRefused: the format is none, or the weights do not fit. DiskProblem: it could not be written.
    """
    require_one_of("format", question.format, FORMATS)
    weights = weights_in(question.weights)
    if weights.shape != (question.architecture.n_weights,):
        raise InputRefused(say("These weights are of another net. Train it again, then save it."))
    if question.format == "safetensors":
        data = packed(question, weights)
    else:
        data = program(question.format, question.architecture, weights, made(question.data)).encode()
    path = Path(question.path)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise DiskProblem(
            say("{path} could not be written ({why}). {elsewhere}, then save again.", path=in_short(path),
                why=error.strerror or error, elsewhere=elsewhere(error))
        ) from error  # fmt: skip
    return NetSaved(str(path), question.format)


def packed(question: SaveNet, weights: F32) -> bytes:
    """The file: `layers.0.weight` [out, in], `layers.0.bias` [out] and so on, as torch names the layers of a list."""
    from safetensors.numpy import save

    tensors = {}
    for layer, (matrix, bias) in enumerate(question.architecture.split(weights)):
        tensors[f"layers.{layer}.weight"] = np.ascontiguousarray(matrix)
        tensors[f"layers.{layer}.bias"] = np.ascontiguousarray(bias)
    data = dataclasses.asdict(question.data) | {"rows": base64.b64encode(question.data.rows).decode()}
    about = {
        "format": FORMAT, "data": data, "architecture": dataclasses.asdict(question.architecture),
        "recipe": dataclasses.asdict(question.recipe), "step": question.step,
    }  # fmt: skip
    whole: bytes = save(tensors, {KEY: json.dumps(about)})
    return whole


def open_net(path: str) -> NetOpened:
    """What `save_net` wrote as safetensors.

    Raises:
        ModelUnusable: it is missing, damaged, of a newer format, or no such file.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as stream:
            about = checked_json.metadata_object(stream.metadata(), KEY)
            tensors = {name: stream.get_tensor(name) for name in stream.keys()}  # noqa: SIM118 - not a dict
        if about.get("format") != FORMAT:
            raise ModelUnusable(
                say("{path} is of a newer format than this program knows. Open it with a newer Orrery.",
                    path=in_short(path))
            )  # fmt: skip
        return _opened(about, tensors)
    except (OSError, SafetensorError, JsonProblem, InputRefused, KeyError, TypeError, ValueError) as error:
        raise ModelUnusable(
            say(
                "{path} should be a net that was saved here, but cannot be read ({why}). Choose another file.",
                path=in_short(path),
                why=reason(error),
            )
        ) from error


def _opened(about: dict[str, Any], tensors: dict[str, Any]) -> NetOpened:
    described = dict(about["data"])
    described["rows"] = base64.b64decode(described.get("rows", ""), validate=True)
    described["places"] = tuple(tuple(place) for place in described.get("places", ()))
    data = recipe_of(DataSet, described)
    architecture, recipe = recipe_of(Architecture, about["architecture"]), recipe_of(Recipe, about["recipe"])
    there = made(data)
    if (architecture.inputs, architecture.outputs) != (there.n_inputs, there.n_outputs):
        raise ValueError("its net does not fit its data")
    flat = np.empty(architecture.n_weights, np.float32)
    for layer, (matrix, bias) in enumerate(architecture.split(flat)):
        for part, name in ((matrix, "weight"), (bias, "bias")):
            found = tensors[f"layers.{layer}.{name}"]
            if found.shape != part.shape or not np.isfinite(found).all():
                raise ValueError(f"the {name} of layer {layer} is not what it should be")
            part[:] = found
    return NetOpened(data, architecture, recipe, flat, int(about["step"]))
