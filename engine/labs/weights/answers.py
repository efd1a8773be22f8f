"""Which function answers which question about weights, and how."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import torch

from engine.capture.neuron_weights import keys_of, values_of
from engine.errors import InputRefused
from engine.labkit.workbench import Bench, Workbench
from engine.labs.weights import orders
from engine.labs.weights.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Whole,
    read_shown,
    root_mean_square,
    span_for,
    strongest,
    whole,
)
from engine.labs.weights.matrices import Matrix, list_matrices, matrix_of
from engine.labs.weights.records import (
    LARGEST_WINDOW,
    OF_LAYERS,
    ORDERS,
    ROLES,
    SHOWN,
    AskLayers,
    AskMatrices,
    AskNetMatrices,
    AskNetPart,
    AskNetPicture,
    AskNetSizes,
    AskNetSpectrum,
    AskPart,
    AskPicture,
    AskSizes,
    AskSpectrum,
    Axis,
    Layers,
    Look,
    Matrices,
    MatrixName,
    Order,
    Part,
    Picture,
    Sizes,
    Spectrum,
)
from engine.labs.weights.sizes import sizes
from engine.labs.weights.small_nets import bench_of, list_net
from engine.labs.weights.source import Source
from engine.labs.weights.spectrum import spectrum
from engine.questions import Finding, Question
from engine.records import F32, I32
from engine.sentences import say

SPREADS = 3.0  # standard deviations from 0 that have a colour of their own
THUMBNAIL = 96  # cells of a layer's small picture, at most, down and across
LARGEST_PART = 2**23  # cells
KEPT = 2  # matrices whose order and shuffle are kept ready for parts


@dataclass(frozen=True)
class Ready:
    """A matrix and the shuffled one, both in order."""

    real: Source
    shuffled: Source
    order: tuple[I32, I32]  # of the real one's rows and columns
    sampled: tuple[int, int]  # how many of them were clustered where that is not all
    usual: float  # root mean square of the weights


_READY: WeakKeyDictionary[Any, OrderedDict[tuple[object, ...], Ready]] = WeakKeyDictionary()  # by the model itself


def matrices(_question: AskMatrices, bench: Workbench) -> Matrices:
    """Which matrices there are."""
    return list_matrices(bench)


def picture(question: AskPicture, bench: Workbench) -> Picture:
    """A matrix as a whole and shuffled.

    Raises:
        InputRefused: there is no such matrix, or it cannot be shown so. Stopped: a person said so.
    """
    look = checked(question.look)
    found = matrix_of(question.matrix, bench)
    ready = _ready(question.matrix, look, question.seed, found, bench)
    rows, columns = ready.real.rows, ready.real.columns
    spans = span_for(rows, MOST_ROWS), span_for(columns, MOST_COLUMNS)
    shown = whole(ready.real, look, ready.usual, spans, bench)
    control = whole(ready.shuffled, look, ready.usual, spans, bench, say("Drawing the shuffled matrix"))
    return Picture(
        found.stored_as, found.layer, rows, columns, found.row_axis, found.column_axis, *ready.order,
        *ready.sampled, spans, shown.cells, control.cells, shown.spread, control.spread,
        _times(shown.spread, control.spread), ready.usual,
        _scale((shown,)), shown.not_finite,
    )  # fmt: skip


def _times(real: float, control: float) -> float:
    return float(real / control) if control > 0 else float("nan")


def _scale(shown: Sequence[Whole]) -> float:
    """The amount at which colours end: 3 root mean squares of all that is shown."""
    return SPREADS * float(np.sqrt(np.mean([each.size**2 for each in shown]))) if shown else 0.0


def part(question: AskPart, bench: Workbench) -> Part:
    """A part of a picture. Raises as `picture`, and InputRefused where there is no such part, or it is too large."""
    look = checked(question.look)
    found = matrix_of(question.matrix, bench)
    ready = _ready(question.matrix, look, question.seed, found, bench)
    real = ready.real
    down, across = question.spans
    top, bottom = max(question.top, 0), min(question.bottom, real.rows)
    left, right = max(question.left, 0), min(question.right, real.columns)
    fits = bottom > top and right > left and min(question.spans) > 0 and not (top % down or left % across)
    if not fits or (bottom - top) * (right - left) // (down * across) > LARGEST_PART:
        raise InputRefused(say("There is no such part of this matrix, or it is too large to be shown."))
    cells, control = (
        strongest(read_shown(source, look, ready.usual, top, bottom, left, right), question.spans)
        for source in (real, ready.shuffled)
    )
    return Part(np.ascontiguousarray(cells), np.ascontiguousarray(control))


def checked(look: Look) -> Look:
    """The same. Raises InputRefused where a matrix cannot be shown so."""
    if look.shown not in SHOWN or look.rows not in ORDERS or look.columns not in ORDERS:
        raise InputRefused(say("A matrix cannot be shown in this way. Choose another one."))
    if not 1 <= look.window <= LARGEST_WINDOW:
        raise InputRefused(
            say(
                "A moving average is taken across 1 to {most} rows and columns, not {n}.",
                most=LARGEST_WINDOW,
                n=look.window,
            )
        )
    return look


def _ready(name: MatrixName, look: Look, seed: int, found: Matrix, bench: Workbench) -> Ready:
    """The matrix and the shuffled one, in order; those of the last matrices are kept, for parts of them follow."""
    kept = _READY.setdefault(bench.model, OrderedDict())
    key = (name, look.rows, look.columns, seed)
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    source = Source(found.weights)
    shuffled = source.shuffled(seed)
    in_order, order, sampled = _in_order(source, look, found, name, bench)
    control, _, _ = _in_order(shuffled, look, found, name, bench)
    kept[key] = Ready(in_order, control, order, sampled, root_mean_square(source, bench))
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return kept[key]


def _in_order(
    source: Source, look: Look, found: Matrix, name: MatrixName, bench: Workbench
) -> tuple[Source, tuple[I32, I32], tuple[int, int]]:
    rows, few_rows = _order(source, look.rows, False, found.row_axis, name, bench)
    columns, few_columns = _order(source, look.columns, True, found.column_axis, name, bench)
    return source.ordered(rows, columns), (rows, columns), (few_rows, few_columns)


def _order(
    source: Source, order: Order, across: bool, axis: Axis, name: MatrixName, bench: Workbench
) -> tuple[I32, int]:
    """The order of rows, or of columns where `across`, and how many were clustered where that is not all."""
    if order == "stored" or not orders.is_known(order, axis):
        return orders.NONE, 0
    if order == "norm":
        return orders.by_norm(source, across, bench), 0
    if order == "similarity":
        return orders.by_similarity(source, across, bench)
    neurons = any(piece.kind == "neuron" for piece in axis.pieces)
    cosines = read_and_written(bench, name.layer) if neurons and name.role in OF_LAYERS else None
    lengths = orders.norms(source, across, bench)
    return orders.by_role(axis, lengths, cosines, bench.vocabulary.kinds), 0


def read_and_written(bench: Workbench, layer: int) -> F32 | None:
    """[M] cosine of what each neuron of a layer reads and what it writes; None where its input weights are not known.

    Of a gated neuron what it reads is its gate.
    """
    keys = keys_of(bench.anatomy, layer)
    if not keys:
        return None
    read, written = keys[0].rows.float(), values_of(bench.anatomy, layer).float()
    found: F32 = torch.nn.functional.cosine_similarity(read, written.to(read.device), dim=1).cpu().numpy()
    return np.nan_to_num(found)


def how_large(question: AskSizes, bench: Workbench) -> Sizes:
    """How the weights of a matrix are distributed. Raises InputRefused, Stopped."""
    return sizes(Source(matrix_of(question.matrix, bench).weights), question, bench)


def singular(question: AskSpectrum, bench: Workbench) -> Spectrum:
    """The singular values of a matrix. Raises InputRefused, Stopped."""
    return spectrum(Source(matrix_of(question.matrix, bench).weights), question, bench)


def layers(question: AskLayers, bench: Workbench) -> Layers:
    """The matrices of one role of all layers. Raises InputRefused, Stopped."""
    look, listed = checked(question.look), list_matrices(bench)
    if question.role not in OF_LAYERS:
        raise InputRefused(say("Layers have no such matrix. Choose one of attention or of the MLP."))
    if why := listed.why(question.role):
        raise InputRefused(why)
    shapes = listed.shapes[ROLES.index(question.role)]
    rows, columns = (int(n) for n in shapes.max(0))
    spans = span_for(rows, THUMBNAIL), span_for(columns, THUMBNAIL)
    size = -(-rows // spans[0]), -(-columns // spans[1])
    n = len(shapes)
    cells, control = (np.full((n, *size), np.nan, np.float32) for _ in range(2))
    numbers: F32 = np.full((4, n), np.nan, np.float32)
    found = list[Whole]()
    for layer in range(n):
        if not shapes[layer].any():
            continue
        one, other, plain = _layer(question, look, layer, spans, bench)
        for to, each in ((cells, one), (control, other)):
            to[layer, : each.cells.shape[0], : each.cells.shape[1]] = each.cells
        numbers[:, layer] = one.spread, other.spread, plain.spread, plain.kurtosis
        found.append(one)
    times: F32 = np.array([_times(*pair) for pair in numbers[:2].T], np.float32)
    return Layers(cells, control, spans, _scale(found), numbers[0], numbers[1], times, numbers[2], numbers[3])


def _layer(
    question: AskLayers, look: Look, layer: int, spans: tuple[int, int], bench: Workbench
) -> tuple[Whole, Whole, Whole]:
    """One layer's picture, the shuffled one, and its plain weights."""
    name = MatrixName(question.role, layer)
    matrix = matrix_of(name, bench)
    doing = say("Drawing layer {layer}", layer=layer)
    ready = _ready(name, look, question.seed, matrix, bench)
    one = whole(ready.real, look, ready.usual, spans, bench, doing)
    other = whole(ready.shuffled, look, ready.usual, spans, bench, doing)
    return one, other, one if look.shown == "value" else whole(ready.real, Look(), ready.usual, spans, bench, doing)


def of_net(answer: Callable[[Any, Any], Finding]) -> Callable[[Any, Bench], Finding]:
    """The same answer about a small net. It raises ModelUnusable besides: the file of the net cannot be read."""

    def answered(question: Any, bench: Bench) -> Finding:
        return answer(question, bench_of(question.net, bench))

    return answered


def net_matrices(_question: AskNetMatrices, bench: Any) -> Matrices:
    """Which matrices the net has."""
    return list_net(bench)


ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {
    AskNetMatrices: of_net(net_matrices), AskNetPicture: of_net(picture), AskNetPart: of_net(part),
    AskNetSizes: of_net(how_large), AskNetSpectrum: of_net(singular),
    AskMatrices: matrices, AskPicture: picture, AskPart: part, AskSizes: how_large, AskSpectrum: singular,
    AskLayers: layers,
}  # fmt: skip
