"""What can be chosen in the fitting view."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.fitting.drawing import SPREADS
from viz.labs.fitting.families import FAMILIES
from viz.labs.fitting.frame import DATA, TRUTHS, FittingChoice
from viz.labs.fitting.points import MOST
from viz.ui_state import Option

DEFAULT = FittingChoice()
DATA_WORDS = (
    QT_TRANSLATE_NOOP("FittingView", "fall from a tower"),
    QT_TRANSLATE_NOOP("FittingView", "line"),
    QT_TRANSLATE_NOOP("FittingView", "parabola"),
    QT_TRANSLATE_NOOP("FittingView", "sine"),
    QT_TRANSLATE_NOOP("FittingView", "step"),
    QT_TRANSLATE_NOOP("FittingView", "bell (Runge)"),
    QT_TRANSLATE_NOOP("FittingView", "own points"),
)
FAMILY_WORDS = (
    QT_TRANSLATE_NOOP("FittingView", "polynomial"),
    QT_TRANSLATE_NOOP("FittingView", "a + b/x + c sin x"),
    QT_TRANSLATE_NOOP("FittingView", "a + b √x"),
    QT_TRANSLATE_NOOP("FittingView", "terms of your own"),
)
TRUTH_WORDS = (
    QT_TRANSLATE_NOOP("FittingView", "of drawn points"),
    *DATA_WORDS[:-1],
    QT_TRANSLATE_NOOP("FittingView", "hidden"),
)
SPREAD_WORDS = (
    QT_TRANSLATE_NOOP("FittingView", "interval"),
    QT_TRANSLATE_NOOP("FittingView", "single curves"),
    QT_TRANSLATE_NOOP("FittingView", "none"),
)
OPTIONS = (
    Option(
        "data", QT_TRANSLATE_NOOP("FittingView", "Points"), "choice", DEFAULT.data, choices=DATA, shown=DATA_WORDS,
        tip=QT_TRANSLATE_NOOP("FittingView", "Where the points come from: a known curve with noise, or yourself."),
    ),
    Option(
        "family", QT_TRANSLATE_NOOP("FittingView", "Curve"), "choice", DEFAULT.family, choices=FAMILIES,
        shown=FAMILY_WORDS,
        tip=QT_TRANSLATE_NOOP("FittingView", "Which curves are fitted: all sums of these terms."),
    ),
    Option(
        "degree", QT_TRANSLATE_NOOP("FittingView", "Degree"), "integer", DEFAULT.degree, low=0, high=40,
        tip=QT_TRANSLATE_NOOP("FittingView", "Of the polynomial: 1 is a line, 2 a parabola."),
    ),
    Option(
        "noise", QT_TRANSLATE_NOOP("FittingView", "Noise, %"), "number", DEFAULT.noise, low=0.0, high=100.0, step=1.0,
        tip=QT_TRANSLATE_NOOP(
            "FittingView", "Standard deviation of the noise on drawn points, in percent of the curve's range."
        ),
    ),
    Option(
        "n", QT_TRANSLATE_NOOP("FittingView", "Number of points"), "integer", DEFAULT.n, low=2, high=MOST,
        tip=QT_TRANSLATE_NOOP("FittingView", "How many points are drawn from the curve, at even steps."),
    ),
    Option(
        "at", QT_TRANSLATE_NOOP("FittingView", "Predict at x ="), "text", DEFAULT.at, in_bar=False,
        tip=QT_TRANSLATE_NOOP("FittingView", "Where the curve predicts y; empty: at the right end of the picture."),
    ),
    Option(
        "seed", QT_TRANSLATE_NOOP("FittingView", "Seed"), "integer", DEFAULT.seed, low=0, high=9999, in_bar=False,
        tip=QT_TRANSLATE_NOOP("FittingView", "Of the noise, the folds and the refits; the same seed gives the same."),
    ),
    Option(
        "folds", QT_TRANSLATE_NOOP("FittingView", "Folds"), "integer", DEFAULT.folds, low=2, high=MOST, in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "FittingView", "Into how many parts the points are cut, each held out once; as many as points: one by one."
        ),
    ),
    Option(
        "fold", QT_TRANSLATE_NOOP("FittingView", "Held-out fold"), "integer", DEFAULT.fold, low=0, high=20,
        least=QT_TRANSLATE_NOOP("FittingView", "none"), in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "FittingView", "Fit without this part of the points, and see how far off they are; 0 is none."
        ),
    ),
    Option(
        "beyond", QT_TRANSLATE_NOOP("FittingView", "Beyond the points, %"), "number", DEFAULT.beyond, low=0.0,
        high=300.0, step=10.0, in_bar=False,
        tip=QT_TRANSLATE_NOOP("FittingView", "How far past the points the curve is shown, in percent of their range."),
    ),
    Option(
        "spread", QT_TRANSLATE_NOOP("FittingView", "Refits"), "choice", SPREADS[0], choices=SPREADS,
        shown=SPREAD_WORDS, in_bar=False,
        tip=QT_TRANSLATE_NOOP("FittingView", "How the spread of 400 fits to other noise of the same size is shown."),
    ),
    Option(
        "truth",
        QT_TRANSLATE_NOOP("FittingView", "True curve"),
        "choice",
        DEFAULT.truth,
        choices=TRUTHS,
        shown=TRUTH_WORDS,
        in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "FittingView", "A known curve beside own points. Points that are drawn have theirs, unless it is hidden."
        ),
    ),
    Option(
        "terms", QT_TRANSLATE_NOOP("FittingView", "Terms"), "text", "1, x, sin(x)", in_bar=False,
        tip=QT_TRANSLATE_NOOP("FittingView", "Each gets a coefficient: 1, x, sin(x), 1/x, exp(-x), x^2 …"),
    ),
    Option(
        "points", QT_TRANSLATE_NOOP("FittingView", "Own points"), "text", DEFAULT.points, in_bar=False, long=True,
        tip=QT_TRANSLATE_NOOP("FittingView", "A point a line, x before y, as in a CSV file; or “1, 2; 3, 5”."),
    ),
)  # fmt: skip
