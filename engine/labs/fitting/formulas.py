"""Tries every sum of a few terms by k-fold cross-validation: best-subset selection, as there are few enough to try all.

Sums of as many terms are fitted together: one QR decomposition of a stack of matrices, whose columns have length 1.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.fitting.records import F64, LISTED, MOST_COLUMNS, MOST_TERMS, AskFormulas, Formulas
from engine.sentences import say

DOING = say("Trying formulas")
UNSURE = 1e-12  # of a column that remains beside the others: below, they cannot be told apart
NUMBERS = 2_000_000  # in a stack of matrices
Index = npt.NDArray[np.intp]


def answer(question: AskFormulas, bench: Bench) -> Formulas:
    """All sums of up to so many terms, the best first."""
    columns, y, parts = _checked(question)
    usable = np.flatnonzero(np.isfinite(columns).all(axis=0))
    sums = [subset for size in range(1, question.most + 1) for subset in itertools.combinations(usable.tolist(), size)]
    done, train, held, error = 0, *np.full((3, len(sums)), np.nan)
    for at, group in _stacks(sums, len(y)):
        if bench.stop():
            raise Stopped
        bench.progress(DOING, done, len(sums))
        train[at], held[at], error[at] = _errors(columns, y, group, parts)
        done += len(at)
    if not sums or np.isnan(held).all():
        raise InputRefused(
            say("These points determine none of the formulas. Add points, or choose fewer terms in one formula.")
        )
    return _found(question, sums, train, held, error, columns, y)


def _checked(question: AskFormulas) -> tuple[F64, F64, list[Index]]:
    """Columns [n, p], y [n] and the parts. Raises InputRefused."""
    columns, y = np.array(question.columns, np.float64).T, np.array(question.y, np.float64)
    if not 1 <= question.most <= MOST_TERMS or not 1 <= len(question.columns) <= MOST_COLUMNS:
        raise InputRefused(
            say(
                "Up to {terms} of {columns} terms can be tried together.", terms=MOST_TERMS, columns=MOST_COLUMNS,
            )
        )  # fmt: skip
    parts = [np.array(part, np.intp) for part in question.parts]
    if len(parts) < 2 or sorted(np.concatenate(parts).tolist()) != list(range(len(y))):
        raise InputRefused(say("Two or more points are needed, so that some can be held out."))
    return columns, y, parts


def _stacks(sums: list[tuple[int, ...]], n: int) -> Iterator[tuple[Index, Index]]:
    """Sums of one size, with their places, as many as one stack of matrices holds."""
    for size, grouped in itertools.groupby(enumerate(sums), key=lambda it: len(it[1])):
        rows = list(grouped)
        most = max(1, NUMBERS // (n * size))
        for start in range(0, len(rows), most):
            part = rows[start : start + most]
            yield np.array([at for at, _ in part]), np.array([subset for _, subset in part], np.intp)


def _errors(columns: F64, y: F64, sums: Index, parts: list[Index]) -> tuple[F64, F64, F64]:
    """Mean squared errors of sums [S, m] over the parts: fitted, held out, and the latter's standard error [S]."""
    train, held = np.empty((2, len(parts), len(sums)))
    for at, part in enumerate(parts):
        rest = np.setdiff1d(np.arange(len(y)), part)
        weights = _fitted(columns[rest], y[rest], sums)  # [S, m]
        for row, where in ((train, rest), (held, part)):
            with np.errstate(over="ignore", invalid="ignore"):
                values = np.einsum("nsm,sm->sn", columns[where][:, sums], weights)
                row[at] = np.mean((y[where] - values) ** 2, axis=1)
    return train.mean(axis=0), held.mean(axis=0), held.std(axis=0, ddof=1) / np.sqrt(len(parts))


def _fitted(columns: F64, y: F64, sums: Index) -> F64:
    """The coefficients of least squares [S, m]; NaN where the points do not determine them."""
    if len(y) < sums.shape[1]:
        return np.full(sums.shape, np.nan)
    stack = columns[:, sums].transpose(1, 0, 2)  # [S, n, m]
    sizes = np.linalg.norm(stack, axis=1)  # [S, m]
    sizes[sizes == 0] = 1.0
    q, r = np.linalg.qr(stack / sizes[:, None])
    left = np.abs(np.diagonal(r, axis1=1, axis2=2)).min(axis=1)
    unsure = left < UNSURE
    r[unsure] = np.eye(r.shape[1])
    along = np.einsum("snm,n->sm", q, y)
    weights = np.linalg.solve(r, along[..., None])[..., 0] / sizes
    weights[unsure] = np.nan
    return np.asarray(weights)


def _found(
    question: AskFormulas, sums: list[tuple[int, ...]], train: F64, held: F64, error: F64, columns: F64, y: F64
) -> Formulas:
    """The best, and how far those go apart that are as good."""
    order = np.argsort(held, kind="stable")  # NaN last
    order = order[np.isfinite(held[order])]
    limit = float(held[order[0]] + np.nan_to_num(error[order[0]]))
    alike = order[held[order] <= limit]
    predict = _predictor(question, columns, y)
    at_alike = np.array([predict(sums[it]) for it in alike])
    best = order[:LISTED]
    members = np.zeros((len(best), columns.shape[1]), bool)
    for row, it in enumerate(best):
        members[row, list(sums[it])] = True
    known = at_alike[np.isfinite(at_alike)]
    return Formulas(
        members, np.sqrt(held[best]), np.sqrt(train[best]), np.array([predict(sums[it]) for it in best]), len(sums),
        len(alike), float(known.min()) if len(known) else np.nan, float(known.max()) if len(known) else np.nan,
        float(np.sqrt(limit)),
    )  # fmt: skip


def _predictor(question: AskFormulas, columns: F64, y: F64) -> Callable[[tuple[int, ...]], float]:
    """What a sum fitted to all points says at the place that is asked about."""
    at = np.array(question.at, np.float64)

    def predict(subset: tuple[int, ...]) -> float:
        weights = _fitted(columns, y, np.array([subset], np.intp))[0]
        value = float(weights @ at[list(subset)])
        return value if np.isfinite(value) else float("nan")

    return predict
