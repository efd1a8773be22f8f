"""What the views of superposition say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "superposition": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "n features x go through m dimensions and are restored as ReLU(WᵀW x + b). A feature is 0 but for the "
            "density's share of the examples, else uniform on 0 to 1; its squared error counts by its importance. All "
            "starts are trained by Adam on the same examples, beside a control without ReLU, whose best loss is known "
            "by a formula (PCA). A feature counts as represented from |W|² = 0.5 on. Shapes are named by comparing the "
            "cosines between the directions with those of regular shapes, whatever the settings say. D = |Wᵢ|² / "
            "Σⱼ(Ŵᵢ·Wⱼ)² is the share of a dimension that a feature has to itself. In three dimensions the arrows are "
            "an orthographic projection; in more only WᵀW and the lengths are shown. The phase diagram's losses are "
            "integrals, not averages over examples.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Density” to 1, press “Train”, then to 0.25 and to 0.1: two features alone, antipodal pairs, a "
                "pentagon.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click the rows of the starts: which ones came to another arrangement, and what did it cost them?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set 8 features in 3 dimensions, density 0.05 and importance factor 1: drag the arrows and find the "
                "two squares of the antiprism.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Show the phase diagram: why does the border to superposition bend towards sparser features where one "
                "feature is much more important?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Elhage and others 2022, “Toy Models of Superposition”; Kingma and Ba 2015 (Adam).",
        ),
    ),
}
