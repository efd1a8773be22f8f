"""What the view of weights says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "weights": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Row r of a matrix holds the weights of its output r, column c what it reads from its input c, however "
            "the family stores it; a matrix chosen by its name stands as it is stored. Where several weights fall "
            "into one cell, the cell shows the largest by amount. Moving averages are those of "
            "scipy.ndimage.uniform_filter, mirrored at the edges. The shuffled matrix holds the same weights at "
            "places drawn by lot; it is smoothed and put into order as the real one is, since both find patterns in "
            "noise. Similarity is the cosine, clustered by average linkage; of more than 1,500 rows a sample of 1,500 "
            "is clustered, and of longer rows 1,024 evenly spread weights are compared. Neurons are sorted by the "
            "cosine of what they read and write, heads by their norm, tokens by their kind. Singular values are roots "
            "of the eigenvalues of W·Wᵀ in double precision; the effective rank is exp of the entropy of the singular "
            "values divided by their sum.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Picture” to “moving average”: soft hills appear. Now look at the shuffled matrix, and read above "
                "the pictures whether they are more than chance.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Picture” to “moving size” for the query matrix: some heads are larger than others, which no "
                "shuffle has. Then show “all layers”.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “MLP down”, sort the columns by norm, zoom in until single weights are seen, and click one: "
                "its neuron can be opened.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023 (moving averages of weights); Marchenko and Pastur 1967 (singular values of random "
            "matrices); Roy and Vetterli 2007 (effective rank).",
        ),
    ),
}
