"""The sentences of the fitting view."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.fitting.records import Formulas
from viz.charts.numbers import with_percent
from viz.in_language import in_language
from viz.joined import listed, sentences
from viz.labs.fitting.formula import number, terms_written
from viz.labs.fitting.frame import OWN, FittingFrame, terms_of
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected
MOST_ROWS = 6  # left-out rows that are named


def axis_names(frame: FittingFrame) -> tuple[str, str]:
    """Of x and y."""
    if frame.choice.data == "tower":
        return translate("Fitting", "height in m"), translate("Fitting", "time in s")
    points = frame.points
    return (points.x_name or "x", points.y_name or "y") if points is not None else ("x", "y")


def formula_words(frame: FittingFrame) -> str:
    """The formula, or that there is none."""
    if frame.curve is None:
        return translate("Fitting", "No curve is fitted")
    return f"y = {frame.written}"


def notes(frame: FittingFrame) -> str:
    """What there is to say about a fit."""
    if frame.problem:
        return sentences(in_language(frame.problem), _left_out(frame))
    parts = [
        _errors(frame), _prediction(frame), _degrees(frame), _formulas(frame), _scaled(frame), _left_out(frame)
    ]  # fmt: skip
    return sentences(*(part for part in parts if part))


def _errors(frame: FittingFrame) -> str:
    if frame.held:
        said = translate(
            "Fitting", "Fold {fold} of {folds} is held out: error {held} on it, {fit} on the points fitted (RMSE)."
        )
        return said.format(
            fold=frame.choice.fold, folds=_folds(frame), held=_error(frame, frame.fold_error),
            fit=_error(frame, frame.fit_error),
        )  # fmt: skip
    if math.isnan(frame.own_held):
        said = translate("Fitting", "Error on these points {fit} (RMSE); too few of them to hold any out.")
        return said.format(fit=_error(frame, frame.fit_error))
    said = translate("Fitting", "Error on these points {fit}, on held-out points {held} (RMSE, {folds} folds).")
    return said.format(fit=_error(frame, frame.fit_error), held=_error(frame, frame.own_held), folds=_folds(frame))


def _error(frame: FittingFrame, value: float) -> str:
    """An error in the unit of y; what is left of rounding is none."""
    spread = float(np.ptp(frame.points.y)) if frame.points is not None else 0.0
    return number(0.0 if value < 1e-12 * spread else value, 3)


def _folds(frame: FittingFrame) -> int:
    n = len(frame.points) if frame.points is not None else 0
    return min(max(frame.choice.folds, 2), n)


def _prediction(frame: FittingFrame) -> str:
    curve, x = frame.curve, number(frame.at)
    if curve is None or math.isnan(curve.at_y):
        return translate("Fitting", "At x = {x} the curve has no value.").format(x=x)
    if math.isnan(curve.at_low):
        said = translate("Fitting", "At x = {x} it predicts {y}; as many coefficients as points leave no spread.")
        said = said.format(x=x, y=number(curve.at_y))
    else:
        said = translate("Fitting", "At x = {x} it predicts {y}, {share} of the refits from {low} to {high}.").format(
            x=x, y=number(curve.at_y), share=with_percent("90"), low=number(curve.at_low), high=number(curve.at_high)
        )
    if math.isnan(frame.at_truth):
        return said
    return sentences(said, translate("Fitting", "True there: {y}.").format(y=number(frame.at_truth)))


def _degrees(frame: FittingFrame) -> str:
    if frame.best < 0:
        return ""
    if frame.simplest == frame.best:
        return translate("Fitting", "Held-out points are predicted best at degree {best}.").format(best=frame.best)
    said = translate(
        "Fitting", "Held-out points are predicted best at degree {best}, within one standard error from {first} on."
    )
    return said.format(best=frame.best, first=frame.simplest)


def _scaled(frame: FittingFrame) -> str:
    """Why the formula is not written in powers of x."""
    if not frame.scaled:
        return ""
    return translate(
        "Fitting",
        "The formula is written in Chebyshev polynomials T₁(u) = u, T₂(u) = 2u² − 1, …: rounded powers of x would no "
        "longer give this curve, or are too many to read.",
    )


def _formulas(frame: FittingFrame) -> str:
    found = frame.formulas
    if found is None:
        return in_language(frame.refused)
    said = translate(
        "Fitting",
        "Of {n} formulas {alike} predict held-out points within one standard error of the best; at x = {x} they say "
        "from {low} to {high}.",
    )
    return said.format(
        n=found.n_tried, alike=found.n_alike, x=number(frame.at), low=number(found.alike_low),
        high=number(found.alike_high),
    )  # fmt: skip


def formula_row(found: Formulas, at: int, x: float) -> str:
    """What is said of one of the formulas found."""
    lines = [terms_written(terms_of(found, at))]
    said = translate("Fitting", "on held-out points {held}, on the points fitted {fit}")
    lines.append(said.format(held=number(float(found.held_out[at]), 3), fit=number(float(found.train[at]), 3)))
    lines.append(translate("Fitting", "at x = {x}: {y}").format(x=number(x), y=number(float(found.predicted[at]))))
    return "\n".join(lines)


def _left_out(frame: FittingFrame) -> str:
    rows = frame.points.left_out if frame.points is not None and frame.choice.data == OWN else ()
    if not rows:
        return ""
    named = [str(row) for row in rows[:MOST_ROWS]] + (["…"] if len(rows) > MOST_ROWS else [])
    n = len(rows)
    said = plural(translate("Fitting", "{n} row(s) without a number [is|are] left out: {rows}.", "", n), n)
    return said.format(n=n, rows=listed(named))


def point_words(frame: FittingFrame, at: int) -> str:
    """What is said of a point."""
    points = frame.points
    if points is None or at >= len(points):
        return ""
    x, y = number(float(points.x[at]), 5), number(float(points.y[at]), 5)
    lines = [translate("Fitting", "point {n}: x {x}, y {y}").format(n=at + 1, x=x, y=y)]
    if len(frame.residuals):
        residual = number(float(frame.residuals[at]), 3)
        lines.append(translate("Fitting", "residual {residual}").format(residual=residual))
    if at in frame.held:
        lines.append(translate("Fitting", "held out"))
    return "\n".join(lines)


def place_words(frame: FittingFrame, at: int) -> str:
    """What is said of a place of the curve."""
    curve = frame.curve
    if curve is None or not math.isfinite(curve.y[at]):
        return ""
    lines = [
        translate("Fitting", "x {x}: fit {y}").format(x=number(float(frame.grid[at])), y=number(float(curve.y[at])))
    ]
    if math.isfinite(curve.low[at]):
        ends = {"low": number(float(curve.low[at])), "high": number(float(curve.high[at]))}
        lines.append(
            translate("Fitting", "{share} of the refits: {low} to {high}").format(share=with_percent("90"), **ends)
        )
    if len(frame.truth) and math.isfinite(frame.truth[at]):
        lines.append(translate("Fitting", "true curve {y}").format(y=number(float(frame.truth[at]))))
    return "\n".join(lines)


def degree_words(frame: FittingFrame, degree: int) -> str:
    """What is said of a degree."""
    held, low, high = (float(part[degree]) for part in (frame.held_errors, frame.held_low, frame.held_high))
    lines = [translate("Fitting", "degree {degree}").format(degree=degree)]
    if math.isnan(held):
        lines.append(translate("Fitting", "not determined without the held-out points"))
        return "\n".join(lines)
    lines.append(
        translate("Fitting", "on the points fitted {error}").format(error=number(float(frame.train_errors[degree]), 3))
    )
    if math.isnan(low):
        lines.append(translate("Fitting", "on held-out points {error}").format(error=number(held, 3)))
    else:
        said = translate("Fitting", "on held-out points {error} (one standard error: {low} to {high})")
        lines.append(said.format(error=number(held, 3), low=number(low, 3), high=number(high, 3)))
    if len(frame.true_errors) and not math.isnan(frame.true_errors[degree]):
        said = translate("Fitting", "to be expected on new points {error}")
        lines.append(said.format(error=number(float(frame.true_errors[degree]), 3)))
    return "\n".join(lines)
