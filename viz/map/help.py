"""What the view of the meaning space says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "meaning_space": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each point is a vector: a token's embedding, a row of the unembedding, or the hidden state of a token of "
            "a sample text after the chosen layer (standardised, without first tokens and outliers). A layout fixes "
            "the points once: PCA is linear, UMAP, t-SNE and PaCMAP try to keep neighbours. New hidden states are "
            "placed into it one by one, where most of their 15 true neighbours are near. Rays go to the 10 most "
            "likely next tokens with a probability of at least 0.5 %. Two or three dimensions cannot keep everything: "
            "the map states how many of the true neighbours it keeps.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a point and compare both lists: the nearest by cosine in all dimensions and the nearest on the "
                "map. What is in one list only, the map shows wrongly.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a ray that is not the most likely one: the text continues with its token, and the earlier "
                "continuation stays as a branch.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set the colour to “neighbours lost”, or switch “Lines to true neighbours” on: which regions of the "
                "map can be trusted less?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press B on the map: the arrow keys move a box, Shift with them sizes it, Enter selects what is within "
                "(L: a lasso). Which kinds of tokens stand together?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023 (meaning space, and the fan of next words); Pearson 1901 (PCA); McInnes, Healy and Melville "
            "2018 (UMAP); van der Maaten and Hinton 2008 (t-SNE); Wang and others 2021 (PaCMAP). The placing of new "
            "states is Orrery's own.",
        ),
    ),
}
