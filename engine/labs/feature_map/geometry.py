"""How decoder rows lie to each other: nearest cosines and D_i, beside those of as many random directions."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import normalize

from engine.dictionaries import shelf
from engine.errors import Stopped
from engine.labkit.dimensionality import dimensionality
from engine.labkit.workbench import Workbench
from engine.labs.feature_map.records import AskDecoderGeometry, DecoderGeometry
from engine.records import F32, I32
from engine.sentences import say

ROWS = 2048  # of the table of cosines at once
Stop = Callable[[], bool]


def geometry(question: AskDecoderGeometry, bench: Workbench) -> DecoderGeometry:
    """The decoder of a dictionary. Raises InputRefused as `shelf.use`, Stopped."""
    rows = shelf.use(question.dictionary, bench.anatomy).w_dec
    random = random_rows(len(rows), rows.shape[1], question.seed).to(rows.device)
    doing = say("Comparing the features' directions")
    bench.progress(doing, 0, 2)
    nearest, which = nearest_rows(rows, bench.stop)
    bench.progress(doing, 1, 2)
    nearest_random, _ = nearest_rows(random, bench.stop)
    n, d = rows.shape
    return DecoderGeometry(
        n, d, nearest, which, _own(rows), nearest_random, _own(random)
    )  # fmt: skip


def _own(rows: Tensor) -> F32:
    return dimensionality(normalize(rows.float(), dim=1).cpu().numpy()).astype(np.float32)


def random_rows(n: int, d: int, seed: int) -> Tensor:
    """n random directions [n, d]. Not torch's numbers of a seed: a dictionary that began with these is no stranger."""
    drawn = np.random.default_rng((seed, 17)).normal(size=(n, d))
    return torch.from_numpy(drawn.astype(np.float32))


def nearest_rows(rows: Tensor, stop: Stop = lambda: False) -> tuple[F32, I32]:
    """Of each row the largest cosine with another, and which that is; NaN and -1 for a row of norm 0.

    Raises:
        Stopped: `stop` said so.
    """
    there = torch.linalg.vector_norm(rows, dim=1) > 0
    units = normalize(rows.float(), dim=1)
    values, which = [], []
    for at in range(0, len(units), ROWS):
        if stop():
            raise Stopped
        table = units[at : at + ROWS] @ units.T  # [r, n]
        here = torch.arange(len(table), device=rows.device)
        table[here, here + at] = -torch.inf
        table[:, ~there] = -torch.inf
        best = table.max(dim=1) if len(units) > 1 else None
        values.append(best.values if best else table[:, 0])
        which.append(best.indices if best else here * 0)
    found, indices = torch.cat(values), torch.cat(which)
    known = there & torch.isfinite(found)
    return (
        torch.where(known, found, torch.nan).cpu().numpy(),
        torch.where(known, indices, -1).cpu().numpy().astype(np.int32),
    )


def turns_around(rows: Tensor, feature: int) -> F32:
    """[n] where a feature lies around one of them, as a share of a turn: the same every time, and spread evenly.

    What is left of each unit row without its part along the chosen one is seen in the plane of the two directions along
    which all unit rows vary most; its angle counts by its rank among those of all features.
    """
    units = normalize(rows.float(), dim=1).cpu().double()
    centred = units - units.mean(0)
    _, vectors = torch.linalg.eigh(centred.T @ centred)  # ascending
    axes = vectors[:, -2:].flip(1)
    if axes.shape[1] < 2:
        axes = torch.cat([axes, torch.zeros(len(axes), 2 - axes.shape[1], dtype=axes.dtype)], dim=1)
    axes = axes * axes[axes.abs().argmax(0), torch.arange(2)].sign()  # an axis and its opposite are one: one is taken
    cosines = units @ units[feature]
    left = (centred - cosines[:, None] * centred[feature]) @ axes
    angles = torch.atan2(left[:, 1], left[:, 0])
    ranks = angles.argsort(stable=True).argsort(stable=True)
    return (ranks.double() / len(rows)).float().numpy()
