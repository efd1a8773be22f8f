"""Singular values of a matrix, of its weights shuffled, and of random numbers of the same spread.

They are the roots of the eigenvalues of the smaller of W W^T and W^T W, summed band by band in double precision: exact
to about 1e-7 of the largest. What chance alone gives is known for large matrices of independent numbers (Marchenko and
Pastur, Mathematics of the USSR-Sbornik 1, 1967, p. 457): their density is drawn as the values expected one by one.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.weights.records import AskSpectrum, Spectrum
from engine.labs.weights.source import Source
from engine.records import F32
from engine.sentences import say

LONGEST = 8192  # of the smaller side: the eigenvalues of more take many minutes and gigabytes
GRID = 20_001  # points of the density


def spectrum(source: Source, question: AskSpectrum, bench: Workbench) -> Spectrum:
    """Singular values and what follows from them.

    Raises:
        InputRefused: the smaller side is longer than can be computed. Stopped: a person said so.
    """
    small = min(source.rows, source.columns)
    if small > LONGEST:
        raise InputRefused(
            say(
                "Singular values are computed of matrices whose smaller side is at most {most:,}, and this one's is "
                "{n:,}. Choose a smaller matrix.",
                most=LONGEST,
                n=small,
            )
        )
    values, not_finite = singular_values(source, bench)
    shuffled, _ = singular_values(source.shuffled(question.seed), bench)
    squares = values.astype(np.float64) ** 2
    n = source.rows * source.columns
    spread = float(np.sqrt(squares.sum() / n))
    edge = spread * (source.rows**0.5 + source.columns**0.5)
    return Spectrum(
        values, shuffled, spread * expected(source.rows, source.columns), edge, effective_rank(values),
        effective_rank(shuffled), float(squares.sum() / squares[0]) if squares[0] > 0 else 0.0, _half(values),
        _half(shuffled), int((values > shuffled[0]).sum()), not_finite,
    )  # fmt: skip


def singular_values(source: Source, bench: Workbench) -> tuple[F32, int]:
    """[k] float32, largest first, and how many weights were not finite and taken as 0. Raises Stopped."""
    tall = source.rows >= source.columns
    if not tall and source.columns * source.rows > 2**26:
        return _of_wide(source, bench)
    if tall:
        total, bad = torch.zeros((source.columns, source.columns), dtype=torch.float64), 0
        for top, bottom in source.bands(bench, say("Computing singular values")):
            band, missing = _doubles(source.read(top, bottom, 0, source.columns))
            total += band.T @ band
            bad += missing
    else:
        band, bad = _doubles(source.read(0, source.rows, 0, source.columns))
        total = band @ band.T
    return _roots(total, bench), bad


def _of_wide(source: Source, bench: Workbench) -> tuple[F32, int]:
    """Of a matrix too large to be held in double precision that is wider than high: by bands of its columns."""
    total, bad = torch.zeros((source.rows, source.rows), dtype=torch.float64), 0
    wide = max(2**22 // source.rows, 1)
    for left in range(0, source.columns, wide):
        if bench.stop():
            raise Stopped
        bench.progress(say("Computing singular values"), left, source.columns)
        band, missing = _doubles(source.read(0, source.rows, left, min(left + wide, source.columns)))
        total += band @ band.T
        bad += missing
    return _roots(total, bench), bad


def _doubles(values: F32) -> tuple[Tensor, int]:
    known = np.isfinite(values)
    missing = int(known.size - known.sum())
    doubles = np.where(known, values, 0).astype(np.float64) if missing else values.astype(np.float64)
    return torch.from_numpy(doubles), missing


def _roots(total: Tensor, bench: Workbench) -> F32:
    if bench.stop():
        raise Stopped
    found = torch.linalg.eigvalsh(total).flip(0).clamp(min=0).sqrt()
    roots: F32 = found.numpy().astype(np.float32)
    return roots


def effective_rank(values: F32) -> float:
    """exp of the entropy of the singular values as shares of their sum; 0 of a zero matrix."""
    total = float(values.sum(dtype=np.float64))
    if not total > 0:
        return 0.0
    shares = values[values > 0].astype(np.float64) / total
    return float(np.exp(-(shares * np.log(shares)).sum()))


def _half(values: F32) -> int:
    """How many of the largest hold half of the sum of squares; 0 of a zero matrix."""
    held = np.cumsum(values.astype(np.float64) ** 2)
    return int(np.searchsorted(held, held[-1] / 2)) + 1 if held[-1] > 0 else 0


def expected(rows: int, columns: int) -> F32:
    """[k] singular values to be expected of a matrix of independent numbers of spread 1, largest first.

    Squares over the longer side n follow the density sqrt((b - x)(x - a)) / (2 pi r x) with r = k / n and a, b =
    (1 -+ sqrt r)^2; value i is the one that i + 1/2 of k exceed.
    """
    small, long = sorted((rows, columns))
    share = small / long
    low, high = (1 - share**0.5) ** 2, (1 + share**0.5) ** 2
    angle = np.linspace(0, np.pi, GRID)  # x = middle - reach cos angle: the roots at both ends are smooth in it
    x = (low + high) / 2 - (high - low) / 2 * np.cos(angle)
    density = ((high - low) / 2 * np.sin(angle)) ** 2 / (2 * np.pi * share * np.maximum(x, 1e-12))
    held = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2 * np.diff(angle))])
    held /= held[-1]
    found: F32 = np.sqrt(long * np.interp(1 - (np.arange(small) + 0.5) / small, held, x)).astype(np.float32)
    return found
