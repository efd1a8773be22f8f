"""What the fitting view paints: the points, the curve, its spread, the residuals, and the error on held-out points.

All of it is a function of what is chosen, in a few milliseconds: so it is computed where it is painted, and a point
that is dragged moves the curve with it.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from engine.errors import InputRefused
from engine.labs.fitting.records import AskFormulas, Formulas
from engine.questions import Finding, Question, Refused
from engine.sentences import Sentence, say
from viz.labs.fitting import formula, held_out
from viz.labs.fitting.families import INVERSE_SINE, POLYNOMIAL, ROOT, Family, family_of
from viz.labs.fitting.least_squares import Fit, basis_of, fit, interval, refitted, rmse
from viz.labs.fitting.points import F64, LARGEST, Index, Points, read_points
from viz.labs.fitting.samples import SAMPLES, Sample, drawn, spread_of
from viz.labs.fitting.terms import column
from viz.typed_number import plain_number
from viz.ui_state import UiState

OWN = "own"
DATA = (*SAMPLES, OWN)
AUTO, HIDDEN = "auto", "hidden"  # the curve that drawn points come from; none
TRUTHS = (AUTO, *SAMPLES, HIDDEN)
SEARCHED = ("1", "x", "x**2", "x**3", "sqrt(x)", "1/x", "log(x)", "sin(x)", "cos(x)", "exp(-x)", "exp(x)")
LEAST_POINTS = 4  # from which on formulas are tried
GRID = 301  # places along x at which curves are drawn
DRAWN = 25  # of the refits are drawn as lines
SCAN = 20  # degrees whose held-out error is measured, at least
NEAR_END = 0.03  # of the range shown: where is predicted, if nothing is chosen
NOTHING = np.empty(0)
NO_CURVES = np.empty((0, GRID))


@dataclass(frozen=True)
class FittingChoice:
    """What is chosen in the view."""

    data: str = "tower"
    n: int = 8
    noise: float = 3.0  # percent of the curve's range
    seed: int = 0
    points: str = ""  # of a person's own
    family: str = POLYNOMIAL
    degree: int = 1
    terms: str = "1, x"
    beyond: float = 40.0  # percent of the range of x, shown on each side
    at: str = ""  # the x at which is predicted
    folds: int = 5
    fold: int = 0  # the part held out in the picture; 0: none
    truth: str = AUTO  # the known curve that is shown

    @property
    def sample(self) -> Sample | None:
        """The known curve that is shown beside the points."""
        shown = self.data if self.data != OWN and self.truth != HIDDEN else self.truth
        return SAMPLES.get(shown)


@dataclass(frozen=True)
class FittedCurve:
    """The fitted curve at the places of the grid, with its spread, and at the x that is predicted."""

    y: F64  # [GRID]
    low: F64  # [GRID]: the interval of the refits; NaN where there is none
    high: F64  # [GRID]
    refits: F64  # [DRAWN or 0, GRID]
    coefficients: F64  # [p]
    at_y: float
    at_low: float
    at_high: float


@dataclass(frozen=True)
class FittingFrame:
    """Everything in the picture. Errors are roots of mean squares, in the unit of y."""

    choice: FittingChoice
    problem: str  # why there is no curve; "" where there is one
    points: Points | None
    held: tuple[int, ...]  # indices of the points that the curve shown has not seen
    size: int  # coefficients of the family
    grid: F64  # [GRID] x
    curve: FittedCurve | None
    truth: F64  # [GRID or 0]: the curve that the points were drawn from
    residuals: F64  # [n]
    degrees: F64  # [D]
    train_errors: F64  # [D] by degree
    held_errors: F64  # [D]
    held_low: F64  # [D]: one standard error below
    held_high: F64  # [D]
    true_errors: F64  # [D or 0]: to be expected on new points, of the curve that the points were drawn from
    best: int  # degree; -1: none
    simplest: int  # degree; -1: none
    own_train: float  # of the family that is chosen, over the folds
    own_held: float
    own_low: float
    own_high: float
    fit_error: float  # of the curve shown, at the points it was fitted to
    fold_error: float  # and at those held out of it
    at: float  # x that is predicted
    at_truth: float
    written: str  # the formula
    python: str
    scaled: bool = False  # the formula is of a scaled x, in Chebyshev polynomials
    question: AskFormulas | None = None  # what the laboratory would be asked about these points
    formulas: Formulas | None = None  # what it found
    alike: F64 = field(default_factory=lambda: NO_CURVES)  # [m, GRID]: curves of formulas as good as the best
    refused: str = ""
    ui: UiState = field(default_factory=UiState)  # the view's own options


EMPTY = FittingFrame(
    FittingChoice(), "", None, (), 0, NOTHING, None, *(NOTHING,) * 8,
    -1, -1, *(math.nan,) * 8, "", "",
)  # fmt: skip


@functools.lru_cache(maxsize=8)
def fitting_frame(choice: FittingChoice) -> FittingFrame:
    """The frame of a choice."""
    try:
        points = points_chosen(choice)
    except InputRefused as error:
        return _without(choice, error.args[0], None)
    try:
        family = family_of(choice.family, choice.degree, choice.terms, points.x)
    except InputRefused as error:
        return _without(choice, error.args[0], points)
    parts = held_out.parts_of(len(points), choice.folds, choice.seed)
    held = tuple(parts[choice.fold - 1].tolist()) if 0 < choice.fold <= len(parts) and len(points) > 1 else ()
    seen = np.setdiff1d(np.arange(len(points)), held)
    grid = places(points, choice)
    at = _at(choice, grid)
    basis = basis_of(family, points.x[seen])
    problem = "" if basis is not None else why_not(family, points, seen)
    found = fit(basis, points.y[seen]) if basis is not None else None
    scan = _scan(points, choice, parts)
    own = _own(points, family, scan, parts)
    residuals = points.y - found.at(points.x) if found is not None else NOTHING
    return FittingFrame(
        choice, problem, points, held, family.size, grid,
        None if found is None else _curve(found, points.y[seen], grid, at, choice.seed),
        _truth(choice, grid), residuals, *_by_degree(scan), _true_errors(points, choice, len(scan.train)), scan.best,
        scan.simplest,
        *own,
        rmse(residuals[seen]) if found is not None else math.nan,
        rmse(residuals[list(held)]) if found is not None and held else math.nan,
        at, float(_truth(choice, np.array([at]))[0]) if choice.sample is not None else math.nan,
        "" if found is None else formula.written(found, points.x[seen]),
        "" if found is None else formula.as_python(found),
        found is not None and formula.is_scaled(found, points.x[seen]), formulas_question(points, parts, at),
    )  # fmt: skip


def frame_of(choice: FittingChoice, ui: UiState, findings: Mapping[Question, Finding]) -> FittingFrame:
    """The same with the view's own options, which say how it is drawn, and what the laboratory found."""
    frame = fitting_frame(choice)
    found = findings.get(frame.question) if frame.question is not None else None
    return replace(
        frame, ui=ui, formulas=found if isinstance(found, Formulas) else None,
        alike=_alike(frame, found) if isinstance(found, Formulas) else NO_CURVES,
        refused=found.sentence if isinstance(found, Refused) else "",
    )  # fmt: skip


def _alike(frame: FittingFrame, found: Formulas) -> F64:
    """The curves of the formulas listed that are as good as the best [m, GRID]."""
    points, curves = frame.points, []
    if points is None:
        return NO_CURVES
    for at in np.flatnonzero(found.held_out <= found.limit).tolist():
        basis = basis_of(Family(terms_of(found, at)), points.x)
        if basis is not None:
            curves.append(fit(basis, points.y).at(frame.grid))
    return np.array(curves) if curves else NO_CURVES


def formulas_question(points: Points, parts: list[Index], at: float) -> AskFormulas | None:
    """What is asked about the formulas that these points allow."""
    if len(points) < LEAST_POINTS:
        return None
    columns = tuple(tuple(column(term, points.x).tolist()) for term in SEARCHED)
    there = tuple(float(column(term, np.array([at]))[0]) for term in SEARCHED)
    return AskFormulas(columns, tuple(points.y.tolist()), there, tuple(tuple(part.tolist()) for part in parts))


def points_chosen(choice: FittingChoice) -> Points:
    """The points that are fitted. Raises InputRefused."""
    if choice.data == OWN:
        return read_points(choice.points)
    return drawn(choice.data, choice.n, choice.noise / 100, choice.seed)


def why_not(family: Family, points: Points, seen: Index) -> Sentence:
    """Why the points do not determine the coefficients."""
    distinct = len(np.unique(points.x[seen]))
    if family.is_polynomial and distinct < family.size:
        if distinct == 1 and len(seen) > 1:
            return say(
                "All points have the same x: any line through their middle fits as well as any other. Move one of them "
                "sideways, or choose degree 0."
            )
        return say(
            "A polynomial of degree {degree} has {size} coefficients, but there are only {n} different x: infinitely "
            "many go through all points. Choose a degree up to {most}, or add points.",
            degree=family.degree, size=family.size, n=distinct, most=distinct - 1,
        )  # fmt: skip
    columns = family.columns(points.x[seen])
    if not np.isfinite(columns).all():
        row, term = np.argwhere(~np.isfinite(columns))[0]
        return say(
            "The term {term} has no value at x = {x}. Move or remove that point, or choose other terms.",
            term=family.terms[int(term)], x=f"{points.x[seen][int(row)]:z.6g}",
        )  # fmt: skip
    if len(seen) < family.size:
        return say(
            "There are {size} coefficients and only {n} points: infinitely many curves go through all of them. Add "
            "points, or choose fewer terms.",
            size=family.size, n=len(seen),
        )  # fmt: skip
    return say(
        "These points do not tell the {size} coefficients apart: curves with very different ones fit as well. Choose a "
        "lower degree or fewer terms, or spread the points.",
        size=family.size,
    )


def places(points: Points, choice: FittingChoice) -> F64:
    """The x at which curves are drawn [GRID]: the range of the points, and so much beyond it."""
    low, high = float(points.x.min()), float(points.x.max())
    wide = (high - low) or max(abs(high), 1.0)
    more = wide * choice.beyond / 100 if high > low else wide / 2
    sample = SAMPLES.get(choice.data) or choice.sample
    least = sample.least if sample is not None else -math.inf
    start = max(low - more, min(least, low))
    if choice.family in (INVERSE_SINE, ROOT) and low > 0:
        start = max(start, 0.0)  # they have no value at 0, or none below
    return np.linspace(start, high + more, GRID)


def _at(choice: FittingChoice, grid: F64) -> float:
    """The x at which is predicted: the one typed, else one near the right end of what is shown."""
    try:
        typed = float(plain_number(choice.at))
    except ValueError:
        typed = math.nan
    start, end = float(grid[0]), float(grid[-1])
    return typed if math.isfinite(typed) and abs(typed) < LARGEST else float(f"{end - NEAR_END * (end - start):z.3g}")


def _truth(choice: FittingChoice, x: F64) -> F64:
    return NOTHING if choice.sample is None else np.asarray(choice.sample.curve(x), np.float64)


def _curve(found: Fit, y: F64, grid: F64, at: float, seed: int) -> FittedCurve:
    """The curve on the grid and at one place, with the interval of its refits."""
    where = np.append(grid, at)
    values, refits = found.at(where), refitted(found, y, where, seed)
    low, high = interval(refits) if refits is not None else np.full((2, len(where)), np.nan)
    drawn_ones = refits[:DRAWN, :-1] if refits is not None else np.empty((0, len(grid)))
    return FittedCurve(
        values[:-1], low[:-1], high[:-1], drawn_ones, found.coefficients, float(values[-1]), float(low[-1]),
        float(high[-1]),
    )  # fmt: skip


def _scan(points: Points, choice: FittingChoice, parts: list[Index]) -> held_out.Errors:
    """The errors by degree, as far as the points determine them."""
    most = min(max(SCAN, choice.degree), len(points) - 1)
    family = family_of(POLYNOMIAL, max(most, 0), "", points.x)
    return held_out.by_degree(points.x, points.y, family, parts) if len(points) > 1 else _no_errors(1)


def _true_errors(points: Points, choice: FittingChoice, n: int) -> F64:
    """What the errors on held-out points estimate, by degree [n], where the curve and the noise are known."""
    if choice.data == OWN or choice.sample is None:
        return NOTHING
    family, noise = family_of(POLYNOMIAL, n - 1, "", points.x), spread_of(choice.data, choice.noise / 100)
    return np.asarray(np.sqrt(held_out.expected(points.x, family, choice.sample.curve, noise)))


def _own(
    points: Points, family: Family, scan: held_out.Errors, parts: list[Index]
) -> tuple[float, float, float, float]:
    """The errors of the family that is chosen: train, held out, and one standard error around that."""
    at = family.degree
    if family.is_polynomial:
        errors = scan if at < len(scan.train) else _no_errors(at + 1)
    else:
        errors, at = (held_out.of_family(points.x, points.y, family, parts) if len(points) > 1 else _no_errors(1)), 0
    _, train, held, low, high = _by_degree(errors)
    return float(train[at]), float(held[at]), float(low[at]), float(high[at])


def _no_errors(n: int) -> held_out.Errors:
    return held_out.Errors(*np.full((3, n), np.nan))


def _by_degree(errors: held_out.Errors) -> tuple[F64, F64, F64, F64, F64]:
    """Degrees, and roots of the errors: train, held out, one standard error below and above."""
    low, high = errors.held_out - errors.error, errors.held_out + errors.error
    return (
        np.arange(len(errors.train), dtype=np.float64), np.sqrt(errors.train), np.sqrt(errors.held_out),
        np.sqrt(np.maximum(low, 0.0)), np.sqrt(high),
    )  # fmt: skip


def _without(choice: FittingChoice, problem: str, points: Points | None) -> FittingFrame:
    """A frame with no curve."""
    grid = NOTHING if points is None else places(points, choice)
    return replace(EMPTY, choice=choice, problem=problem, points=points, grid=grid, truth=_truth(choice, grid))


def y_range(frame: FittingFrame) -> tuple[float, float]:
    """What of y is shown: the points and what is near them; a curve that leaves them by far leaves the picture."""
    points = frame.points
    if points is None or not len(points):
        return 0.0, 1.0
    low, high = float(points.y.min()), float(points.y.max())
    wide = (high - low) or max(abs(high), 1.0)
    near = [(low - 0.15 * wide, high + 0.15 * wide)]
    curves = [] if frame.curve is None else [frame.curve.y, frame.curve.low, frame.curve.high]
    for values in (frame.truth, *curves):
        known = values[np.isfinite(values)]
        if len(known):
            near.append((max(float(known.min()), low - 0.9 * wide), min(float(known.max()), high + 0.9 * wide)))
    return min(ends[0] for ends in near), max(ends[1] for ends in near)


def error_range(frame: FittingFrame) -> tuple[float, float]:
    """Decimal logarithms of the errors shown: what is far above or below the spread of y is left out."""
    points = frame.points
    spread = float(points.y.std()) if points is not None and len(points) else 0.0
    values = np.concatenate([frame.train_errors, frame.held_errors, [frame.own_held]])
    known = values[np.isfinite(values) & (values > 0)]
    if spread <= 0 or not len(known):
        return -2.0, 0.5
    low, high = max(float(known.min()), 1e-3 * spread), min(float(known.max()), 30 * spread)
    return math.log10(low) - 0.1, max(math.log10(high), math.log10(low) + 0.5) + 0.1


def logarithmic_marks(low: float, high: float) -> tuple[float, ...]:
    """Round numbers whose decimal logarithms lie between two: powers of ten, and 2 and 5 times them where few."""
    steps = (1, 2, 5) if high - low < 2.2 else (1,)
    powers = range(math.floor(low), math.ceil(high) + 1)
    return tuple(
        step * 10.0**power for power in powers for step in steps if low <= math.log10(step * 10.0**power) <= high
    )


def terms_of(found: Formulas, at: int) -> tuple[str, ...]:
    """The terms of one of the formulas found."""
    return tuple(term for term, there in zip(SEARCHED, found.members[at].tolist(), strict=True) if there)
