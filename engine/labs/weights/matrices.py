"""From the name of a matrix to its weights and to what its rows and columns mean, and the list of all there are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.placed import tensor_of
from engine.errors import InputRefused, in_short
from engine.labkit.workbench import Workbench
from engine.labs.weights.known import Known, is_transposed, of_layer, of_part, rows_of
from engine.labs.weights.records import OF_LAYERS, ROLES, Axis, Matrices, MatrixName, Piece, Role
from engine.records import I32
from engine.sentences import say

MOST_SLICES = 512  # matrices that a parameter of three axes is parted into, such as experts


@dataclass(frozen=True)
class Matrix:
    """Weights [rows, columns] where the model keeps them, or the rows of them that have the role."""

    weights: Tensor
    row_axis: Axis
    column_axis: Axis
    stored_as: str
    layer: int  # -1 where it is of none, or of none that is known


def matrix_of(name: MatrixName, bench: Workbench) -> Matrix:
    """The matrix of this name.

    Raises:
        InputRefused: the model has none of that role or name, or no layer of that number.
    """
    if name.role == "by name":
        return _by_name(name.name, bench)
    if name.role not in OF_LAYERS:
        return _of_no_layer(name.role, bench)
    layers = bench.anatomy.n_layers
    if not 0 <= name.layer < layers:
        raise InputRefused(
            say(
                "Layer {layer} does not exist: this model's layers are 0 to {last}. Choose one of them.",
                layer=name.layer,
                last=layers - 1,
            )
        )
    known = _known(bench, name.role, name.layer)
    if known is None:
        raise InputRefused(_lacks(bench, name.role))
    stored_as = f"{_name_of(bench.model, known.module)}.weight"
    parted = len(known.out.pieces) > 1
    if not parted:
        return Matrix(known.by_output, known.out, known.given, stored_as, name.layer)
    rows = torch.from_numpy(rows_of(known.out, name.role))
    weights = known.by_output
    return Matrix(weights[rows.to(weights.device)], of_part(known.out, name.role), known.given, stored_as, name.layer)


def _known(bench: Workbench, role: Role, layer: int) -> Known | None:
    return next((it for roles, it in of_layer(bench.model, bench.anatomy, layer) if role in roles), None)


def _lacks(bench: Workbench, role: Role) -> str:
    anatomy = bench.anatomy
    if role in ("gate", "up", "down"):
        if role == "gate" and "neurons" not in anatomy.missing:
            return say("The MLPs of this model have no gate. Choose “up” or “down”.")
        return anatomy.missing.get("neurons") or say(
            "The MLPs of this model are of a form that Orrery does not recognise. Choose a matrix by its name."
        )
    return anatomy.missing.get("attn") or say(
        "Queries, keys and values were not told apart in this model. Choose a matrix by its name."
    )


def _of_no_layer(role: Role, bench: Workbench) -> Matrix:
    anatomy = bench.anatomy
    module, kind = {
        "token embedding": (anatomy.embedding, "token"),
        "position embedding": (anatomy.position_table, "position"),
        "unembedding": (anatomy.unembedding, "token"),
    }[role]
    weight = tensor_of(module)
    if module is None or weight is None or weight.dim() != 2:
        raise InputRefused(_why_none(role))
    rows = Axis((_of_rows(module, "token" if kind == "token" else "position", len(weight)),))
    return Matrix(weight, rows, _stream(bench, weight.shape[1]), f"{_name_of(bench.model, module)}.weight", -1)


def _why_none(role: Role) -> str:
    if role == "position embedding":
        return say("This model has no position embedding: it tells positions apart in another way.")
    return say("This model has no such matrix of its own. Choose another one.")


def _of_rows(module: Any, kind: str, n: int) -> Piece:
    if kind == "token":
        return Piece("token", n)
    first = getattr(module, "offset", 0)  # OPT's table begins with rows that are not used
    return Piece("position", n, first=-first if isinstance(first, int) else 0)


def _stream(bench: Workbench, n: int) -> Axis:
    return Axis((Piece("residual" if n == bench.anatomy.d_model else "plain", int(n)),))


# -- by the checkpoint's own name ------------------------------------------------------------------------------------


def parameters(model: Any) -> Iterator[tuple[str, nn.Module, str, int]]:
    """(name, module, its parameter, slice or -1) of every matrix; vectors count as one of a single row."""
    for path, module in model.named_modules():
        for name, parameter in module.named_parameters(recurse=False):
            if not parameter.is_floating_point() or parameter.numel() == 0:
                continue
            full = f"{path}.{name}" if path else name
            if parameter.dim() == 3 and parameter.shape[1] > 1 and len(parameter) <= MOST_SLICES:
                yield from ((f"{full}[{index}]", module, name, index) for index in range(len(parameter)))
            else:
                yield full, module, name, -1


def flat(shape: tuple[int, ...], index: int) -> tuple[int, int]:
    shape = shape[1:] if index >= 0 else shape
    return (shape[0], math.prod(shape[1:])) if len(shape) > 1 else (1, math.prod(shape))


def _by_name(name: str, bench: Workbench) -> Matrix:
    found = next((it for it in parameters(bench.model) if it[0] == name), None)
    if found is None:
        raise InputRefused(
            say("This model has no matrix called {name}. Choose one from the list.", name=in_short(name) or "“”")
        )
    _, module, own, index = found
    tensor = tensor_of(module, own)
    if tensor is None:
        raise InputRefused(say("The numbers of {name} cannot be read. Choose another matrix.", name=in_short(name)))
    weights = (tensor[index] if index >= 0 else tensor).reshape(flat(tuple(tensor.shape), index))
    known = _axes(module, bench) if own == "weight" and tensor.dim() == 2 else None
    if known is None:
        rows, columns = weights.shape
        of_columns = _stream(bench, columns) if rows == 1 else Axis((Piece("plain", columns),))
        known = Axis((Piece("plain", rows),)), of_columns, -1
    return Matrix(weights, known[0], known[1], name, known[2])


def _axes(module: nn.Module, bench: Workbench) -> tuple[Axis, Axis, int] | None:
    """What the rows and columns of a module's weight are, as it keeps them, and its layer; None where not known."""
    anatomy = bench.anatomy
    weight = tensor_of(module)
    for table, kind in ((anatomy.embedding, "token"), (anatomy.unembedding, "token"), (anatomy.position_table, "")):
        if module is table and weight is not None:
            return Axis((_of_rows(module, kind, len(weight)),)), _stream(bench, weight.shape[1]), -1
    for layer, block in enumerate(anatomy.blocks):
        if any(module is inner for inner in block.module.modules()):
            known = next((it for _, it in of_layer(bench.model, anatomy, layer) if it.module is module), None)
            if known is not None:
                axes = (known.given, known.out) if is_transposed(module) else (known.out, known.given)
                return *axes, layer
    return None


def _name_of(model: Any, module: nn.Module) -> str:
    return next((name for name, it in model.named_modules() if it is module), "")


# -- all there are ---------------------------------------------------------------------------------------------------


def list_matrices(bench: Workbench) -> Matrices:
    """Every matrix, by role and by name."""
    anatomy = bench.anatomy
    shapes: I32 = np.zeros((len(ROLES), anatomy.n_layers, 2), np.int32)
    why = dict.fromkeys(ROLES, "")
    for layer in range(anatomy.n_layers):
        for roles, known in of_layer(bench.model, anatomy, layer):
            for role in roles:
                n = len(rows_of(known.out, role)) if len(known.out.pieces) > 1 else known.out.n
                shapes[ROLES.index(role), layer] = n, known.given.n
    for role in ROLES[:-1]:
        if role in OF_LAYERS:
            why[role] = "" if shapes[ROLES.index(role)].any() else _lacks(bench, role)
            continue
        try:
            shapes[ROLES.index(role)] = tuple(_of_no_layer(role, bench).weights.shape)
        except InputRefused as error:
            why[role] = error.args[0]
    found = list(parameters(bench.model))
    sizes = [flat(tuple(getattr(module, own).shape), index) for _, module, own, index in found]
    return Matrices(
        ROLES, tuple(why[role] for role in ROLES), shapes, tuple(name for name, *_ in found),
        np.array(sizes, np.int32).reshape(-1, 2), anatomy.tied, bench.info.dtype,
    )  # fmt: skip
