"""The nodes of each row with their effects, the strongest of them, and what goes from one to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.errors import Stopped
from engine.labs.feature_attribution.reading import Reading
from engine.labs.feature_attribution.records import CONSTANT, EMBEDDED, ERROR, FEATURE, TOKEN
from engine.labs.feature_attribution.trace import EMBEDDINGS, Trace
from engine.records import F32, I32
from engine.sentences import say


@dataclass(frozen=True)
class RowNodes:
    """The kept nodes of one row, strongest first, and the sums over all. n nodes."""

    kinds: I32  # [n]
    positions: I32  # [n]
    features: I32  # [n]
    activations: F32  # [n]
    effects: F32  # [n]
    direct: F32  # [n]
    signed: F32  # [4]
    sizes: F32  # [4]
    active: int


def nodes_of(row: int, trace: Trace, reading: Reading | None, most: int) -> RowNodes:
    """All nodes of a row, of which the `most` strongest are kept."""
    kinds, positions, features, activations, effects, direct = _all(row, trace, reading)
    signed, sizes = np.zeros(4, np.float32), np.zeros(4, np.float32)
    for kind in range(4):
        mine = effects[kinds == kind].astype(np.float64)
        signed[kind], sizes[kind] = mine.sum(), np.abs(mine).sum()
    best = np.argsort(-np.abs(effects), kind="stable")[:most]
    best = best[effects[best] != 0]
    return RowNodes(
        kinds[best], positions[best], features[best], activations[best], effects[best], direct[best], signed, sizes,
        int((kinds == FEATURE).sum()),
    )  # fmt: skip


def _all(row: int, trace: Trace, reading: Reading | None) -> tuple[I32, I32, I32, F32, F32, F32]:
    """Kinds, positions, features, activations, effects and direct effects of every node of a row."""
    gradients = (trace.total[row], trace.direct[row])
    at = np.arange(len(trace.leaves[row]), dtype=np.int32)
    nowhere, none = np.full(len(at), -1, np.int32), np.full(len(at), np.nan, np.float32)
    if reading is None:
        found = [_numbers((trace.leaves[row].detach().float() * gradient).sum(-1)) for gradient in gradients]
        return np.full(len(at), EMBEDDED, np.int32), at, nowhere, none, found[0], found[1]
    parts = [
        (
            _numbers(reading.feature_effects(it)), _numbers((reading.error * it).sum(-1)),
            _numbers((reading.constant * it).sum(-1)),
        )
        for it in (gradient.to(reading.error.device) for gradient in gradients)
    ]  # fmt: skip
    n = len(reading.positions)
    kinds = np.repeat(np.array([FEATURE, ERROR, CONSTANT], np.int32), [n, len(at), len(at)])
    return (
        kinds, np.concatenate([reading.positions.cpu().numpy().astype(np.int32), at, at]),
        np.concatenate([reading.features.cpu().numpy().astype(np.int32), nowhere, nowhere]),
        np.concatenate([_numbers(reading.activations), none, none]), np.concatenate(parts[0]), np.concatenate(parts[1]),
    )  # fmt: skip


def _numbers(values: Tensor) -> F32:
    return values.detach().float().cpu().numpy()


@dataclass(frozen=True)
class Edges:
    """See `records.Attribution`. E edges."""

    sources: I32
    targets: I32
    weights: F32
    carried: F32


def edges_of(
    trace: Trace, readings: Sequence[Reading | None], rows: Sequence[RowNodes], stop: Callable[[], bool],
    progress: Callable[[str, int, int], None],
) -> Edges:  # fmt: skip
    """Every edge between kept nodes whose effect is not 0, and those to the token. Raises Stopped."""
    starts = np.concatenate([[0], np.cumsum([len(row.kinds) for row in rows])])
    found: list[tuple[int, int, float, float]] = []
    for row, nodes in enumerate(rows):
        found += [
            (int(starts[row]) + at, TOKEN, value, value) for at, value in enumerate(nodes.direct.tolist()) if value
        ]
    ends = [(row, at) for row in range(1, len(rows)) for at in range(len(rows[row].kinds))]
    parts = [_parts(trace, readings[row], nodes) for row, nodes in enumerate(rows)]
    for done, (row, at) in enumerate(ends):
        if stop():
            raise Stopped
        progress(say("Following effects between features"), done, len(ends))
        seed = _seed(trace, readings[row], row, rows[row], at)
        if seed is None:
            continue
        gradient, slope = seed
        for below, along in enumerate(trace.back(row, gradient)):
            values = _into(parts[below], rows[below], along)
            found += [
                (int(starts[below]) + source, int(starts[row]) + at, value, value * slope)
                for source, value in enumerate(values.tolist())
                if value
            ]  # fmt: skip
    progress(say("Following effects between features"), len(ends), len(ends))
    table = np.array(found, np.float64).reshape(-1, 4)
    order = np.argsort(-np.abs(table[:, 3]), kind="stable")
    table = table[order]
    return Edges(
        table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2].astype(np.float32),
        table[:, 3].astype(np.float32),
    )  # fmt: skip


def _parts(trace: Trace, reading: Reading | None, nodes: RowNodes) -> Tensor:
    """[n, D] what each node adds to the state of its row at its position."""
    if reading is None:
        return trace.leaves[EMBEDDINGS].detach().float()[torch.from_numpy(nodes.positions.astype(np.int64))]
    made = []
    for kind, position, feature in zip(
        nodes.kinds.tolist(), nodes.positions.tolist(), nodes.features.tolist(), strict=True
    ):
        if kind == FEATURE:
            made.append(reading.part(position, feature))
        else:
            made.append((reading.error if kind == ERROR else reading.constant)[position])
    return torch.stack(made) if made else torch.zeros(0, reading.error.shape[-1])


def _into(parts: Tensor, nodes: RowNodes, gradient: Tensor) -> F32:
    """[n] each node's part times the gradient at its position."""
    at = torch.from_numpy(nodes.positions.astype(np.int64)).to(gradient.device)
    return _numbers((parts.to(gradient.device) * gradient[at]).sum(-1))


def _seed(trace: Trace, reading: Reading | None, row: int, nodes: RowNodes, at: int) -> tuple[Tensor, float] | None:
    """The gradient [T, D] of a node by its row's state, and the value's slope by it; None: nothing goes into it.

    Of a feature its activation's, of an error that of its effect.
    """
    kind, position, feature = int(nodes.kinds[at]), int(nodes.positions[at]), int(nodes.features[at])
    if reading is None or kind == CONSTANT:
        return None
    total = trace.total[row].to(reading.error.device)
    gradient = torch.zeros_like(total)
    if kind == FEATURE:
        gradient[position] = reading.reads_along(position, feature)
        activation = float(nodes.activations[at])
        return gradient, float(nodes.effects[at]) / activation
    gradient[position] = reading.error_along(position, total[position])
    return gradient, 1.0
