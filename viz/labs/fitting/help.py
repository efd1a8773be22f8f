"""What the view of fitting says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "fitting": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Of all curves of the chosen kind the one is drawn whose squared distances from the points, measured along "
            "y, have the least sum (least squares, by a QR decomposition; polynomials as Chebyshev polynomials of a "
            "scaled x, so that high degrees stay exact). The band is the middle 90 % of 400 refits: residuals, "
            "corrected for leverage, are drawn again and added to the fitted values. It says how much the noise moves "
            "this curve, and not whether the kind of curve is the right one: the true curve may lie outside. On the "
            "right, k-fold cross-validation: the points are cut into parts, each part is held out once and predicted "
            "by the curve fitted to the others; errors are roots of mean squares, bars one standard error over the "
            "parts. Where the points were drawn from a known curve, the dotted line is what these errors estimate: "
            "noise, bias and variance of the fit together, on new points between the ends. The times of the fall are "
            "computed (√(2h/g), without air) with drawn noise, not measured.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Raise “Degree” step by step, or click in the chart on the right: the error on the fitted points only "
                "falls. Where does the error on held-out points rise again?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Drag a point (or choose it with the arrow keys and move it with Page Up and Page Down, with Shift "
                "sideways): a line hardly moves, a polynomial of degree 7 swings. Undo takes it back.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare what is predicted to the right of the points by a parabola, by degree 6 and by a + b √x. All "
                "fit the points; which comes near the true curve there, and which says so by a wide band?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "“Open CSV…” takes points of your own; “terms of your own” fits sums of any terms, such as 1, x, "
                "exp(-x).",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram, What Is ChatGPT Doing … and Why Does It Work? (2023), on models of a fall from the tower of "
            "Pisa; Davison and Hinkley 1997, Bootstrap Methods, section 6.2 (refits); Hastie, Tibshirani and Friedman "
            "2009, The Elements of Statistical Learning, section 7.10 (cross-validation, one standard error).",
        ),
    ),
}
