"""What the view of analogies says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "analogies": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A word stands for its row of the token embedding, several tokens for the mean of their rows; the answer "
            "is looked for at b − a + c by cosine similarity among all rows of the vocabulary. A rank counts the "
            "tokens that are nearer than the expected word; tokens that only differ from a word by case or a space "
            "spell it too. Beside it stand what b + c finds, what c alone finds, and the offsets of other pairs: "
            "without those the rank says little. Offsets of pairs are tested against pairs whose second words are "
            "shuffled.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the ranks with the input words “excluded” and “allowed”: often the word c itself lies "
                "nearest to b − a + c.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “set of analogies” under “Show”: a sign test tells whether subtracting a helps beyond what b "
                "+ c finds.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “offsets of pairs”: the pairs share a direction only as far as their mean cosine lies above "
                "that of the shuffled ones.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Mikolov, Yih and Zweig 2013 (the offset method); Linzen 2016 (arXiv 1606.07736: the simpler rules beside "
            "it).",
        ),
    ),
}
