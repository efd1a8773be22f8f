"""Every sum of a few terms, beside a loop over all of them with numpy's own least squares."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.fitting.formulas import answer
from engine.labs.fitting.records import AskFormulas

X = np.linspace(0.5, 6.0, 14)
Y = 2.0 * np.sqrt(X) + 0.05 * np.random.default_rng(3).standard_normal(14)
COLUMNS = (np.ones(14), X, np.sqrt(X), np.sin(X), 1 / X)
AT = (1.0, 9.0, 3.0, float(np.sin(9.0)), 1 / 9)
PARTS = tuple(tuple(range(start, 14, 4)) for start in range(4))
BENCH = Bench(lambda *_: None, lambda: False)


def asked(**changes: object) -> AskFormulas:
    known = {"columns": tuple(tuple(column.tolist()) for column in COLUMNS), "y": tuple(Y.tolist()), "at": AT,
             "parts": PARTS, "most": 3}  # fmt: skip
    return AskFormulas(**{**known, **changes})  # type: ignore[arg-type]


def by_hand(most: int = 3) -> list[tuple[float, float, float, tuple[int, ...]]]:
    """(held-out error squared, its standard error, what is predicted, terms), least error first."""
    found = []
    for size in range(1, most + 1):
        for subset in itertools.combinations(range(5), size):
            errors = []
            for part in PARTS:
                rest = [at for at in range(14) if at not in part]
                matrix = np.stack([COLUMNS[at] for at in subset], axis=1)
                weights = np.linalg.lstsq(matrix[rest], Y[rest], rcond=None)[0]
                errors.append(np.mean((Y[list(part)] - matrix[list(part)] @ weights) ** 2))
            whole = np.linalg.lstsq(matrix, Y, rcond=None)[0]
            at = float(whole @ np.array(AT)[list(subset)])
            found.append((float(np.mean(errors)), float(np.std(errors, ddof=1) / 2), at, subset))
    return sorted(found)


def test_it_finds_what_a_loop_over_all_sums_finds() -> None:
    found, expected = answer(asked(), BENCH), by_hand()
    assert found.n_tried == len(expected) == 25
    assert [tuple(np.flatnonzero(row).tolist()) for row in found.members] == [it[3] for it in expected[:12]]
    np.testing.assert_allclose(found.held_out, [np.sqrt(it[0]) for it in expected[:12]], rtol=1e-8)
    np.testing.assert_allclose(found.predicted, [it[2] for it in expected[:12]], rtol=1e-8)
    limit = expected[0][0] + expected[0][1]
    alike = [it for it in expected if it[0] <= limit]
    assert found.n_alike == len(alike)
    assert found.limit == pytest.approx(np.sqrt(limit))
    ends = min(it[2] for it in alike), max(it[2] for it in alike)
    assert (found.alike_low, found.alike_high) == pytest.approx(ends)


def test_the_true_form_is_among_the_best_and_a_form_without_it_is_not() -> None:
    found = answer(asked(), BENCH)
    assert found.members[:5, 2].any()  # the root that the points were drawn from
    alone = answer(asked(most=1), BENCH)
    assert np.flatnonzero(alone.members[0]).tolist() == [2]


def test_a_term_without_a_value_at_a_point_is_in_no_formula() -> None:
    columns = [tuple(column.tolist()) for column in COLUMNS]
    columns[4] = (float("inf"), *columns[4][1:])
    found = answer(asked(columns=tuple(columns)), BENCH)
    assert not found.members[:, 4].any()
    assert found.n_tried == 14


def test_terms_that_are_the_same_are_not_told_apart() -> None:
    columns = [tuple(column.tolist()) for column in COLUMNS]
    columns[4] = columns[1]
    members = answer(asked(columns=tuple(columns)), BENCH).members
    assert not (members[:, 1] & members[:, 4]).any()


def test_what_cannot_be_tried_is_a_sentence() -> None:
    with pytest.raises(InputRefused, match="Up to 4 of 16 terms"):
        answer(asked(most=5), BENCH)
    with pytest.raises(InputRefused, match="Two or more points"):
        answer(asked(parts=(tuple(range(14)),)), BENCH)
    nan = tuple(tuple(np.full(14, np.nan).tolist()) for _ in COLUMNS)
    with pytest.raises(InputRefused, match="determine none of the formulas"):
        answer(asked(columns=nan), BENCH)


def test_it_can_be_stopped_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    answer(asked(), Bench(lambda _, done, total: told.append((done, total)), lambda: False))
    assert told == [(0, 25), (5, 25), (15, 25)]
    with pytest.raises(Stopped):
        answer(asked(), Bench(lambda *_: None, lambda: True))
