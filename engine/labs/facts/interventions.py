"""What an edit of weights does to a forward: the change of the matrix, applied to what the matrix is given."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.effects import Effect, Means, are_positions, rows_of
from engine.capture.neuron_weights import values_of
from engine.errors import InputRefused
from engine.labs.facts.records import Edit, MatrixEdit, WeightEdit
from engine.records import F32
from engine.sentences import say

Through = Callable[[Tensor], Tensor]  # what a down projection is given [..., M] -> what is added to its output [..., D]


def low_rank(edit: WeightEdit, anatomy: Anatomy, _means: Means | None) -> list[Effect]:
    """One effect a layer. Raises InputRefused where it is of another model."""
    _check(edit, anatomy, edit.layers, edit.read.shape[1:], (edit.read.shape[1], anatomy.d_mlp))
    _check(edit, anatomy, edit.layers, edit.write.shape[1:], (edit.read.shape[1], anatomy.d_model))
    if not len(edit.layers) == len(edit.read) == len(edit.write):
        raise _other_model(edit)
    return [
        _added(anatomy, layer, edit, _through(read, write))
        for layer, read, write in zip(edit.layers, edit.read, edit.write, strict=True)
    ]


def whole(edit: MatrixEdit, anatomy: Anatomy, _means: Means | None) -> list[Effect]:
    """The effect on its layer. Raises InputRefused where it is of another model."""
    _check(edit, anatomy, (edit.block,), edit.delta.shape, (anatomy.d_mlp, anatomy.d_model))
    delta = torch.from_numpy(np_copy(edit.delta))
    return [_added(anatomy, edit.block, edit, lambda given: given.float() @ delta.to(given.device))]


def np_copy(array: F32) -> F32:
    """An array that torch may take: records' arrays are read-only."""
    return array.copy()


def _through(read: F32, write: F32) -> Through:
    one, other = torch.from_numpy(np_copy(read)), torch.from_numpy(np_copy(write))

    def change(given: Tensor) -> Tensor:
        return (given.float() @ one.T.to(given.device)) @ other.to(given.device)

    return change


def _added(anatomy: Anatomy, layer: int, made: Edit, change: Through) -> Effect:
    module = anatomy.blocks[layer].down_projection
    assert module is not None  # noqa: S101  `_check` has seen to it

    def edit(values: Tensor, given: Tensor, start: int) -> Tensor:
        rows = rows_of(made.positions, start, values.shape[-2])
        added = (made.strength * change(given[..., rows, :])).to(values)
        values[..., rows, :] = values[..., rows, :] + added
        return values

    return Effect(layer, module, "output", edit)


def _check(edit: Edit, anatomy: Anatomy, layers: tuple[int, ...], shape: tuple[int, ...], due: tuple[int, ...]) -> None:
    if not layers or not math.isfinite(edit.strength) or not are_positions(edit.positions):
        raise _other_model(edit)
    for layer in layers:
        if not 0 <= layer < anatomy.n_layers:
            raise _other_model(edit)
        values_of(anatomy, layer)
    if tuple(shape) != due:
        raise _other_model(edit)


def _other_model(edit: Edit) -> InputRefused:
    return InputRefused(
        say(
            "The edit {title!r} was made for another model: its layers or its matrices are not those of this one. Make "
            "it again here, or load its model.",
            title=edit.title,
        )
    )


INTERVENTIONS = {WeightEdit: low_rank, MatrixEdit: whole}
