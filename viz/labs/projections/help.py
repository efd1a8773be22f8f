"""What the view of trust in the map says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "projections": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "500 points of the map's space are drawn, and all others are ranked around each of them twice: by cosine "
            "in all dimensions and by distance on the layout. Trustworthiness falls where points are near only on the "
            "map, continuity where true neighbours are torn apart, both by how far down the other ranking they stand; "
            "beside them stand the fraction of neighbours kept, and Spearman's correlation of distances. The control "
            "is the same layout with its points shuffled.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Measure all layouts” and compare PCA with a fitted layout: one may keep neighbours better, "
                "the other distances.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare 3D with 2D of the same layout: how much of the neighbours does the third dimension save?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "On the map fit a second layout with another seed by “Fit layout” and measure again: how many "
                "neighbours on the map do both seeds share?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp", "Venna and Kaski 2001 (trustworthiness and continuity); Spearman 1904 (rank correlation)."
        ),
    ),
}
