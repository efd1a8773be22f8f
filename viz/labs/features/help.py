"""What the features' view says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "features": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A sparse dictionary writes a model's activations at one place as a sum of a few of its features, each a "
            "direction with an activation of 0 or more. A text is read once in pieces of at most 128 tokens; the first "
            "position of a piece is left out, and so are positions longer than any that the dictionary learnt from. "
            "What a feature writes is its direction times its largest activation: read at once through the final norm "
            "(its scale held) and the unembedding, and through the later layers as the change of the final "
            "log-probabilities when it is added at the last token of neutral contexts. Under-trained tokens (the 2 % "
            "nearest to unused embeddings) are left out of both. Effects are minus gradient times activation, summed "
            "over positions; measured ones zero the feature everywhere and keep the error term. An automatic label is "
            "made of the commonest words at the 20 strongest positions, and says no more than that.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Read the text, choose a feature with a clear label, and compare its strongest contexts with those of "
                "the middle third: do they say the same?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Show what it writes: do the tokens read at once make sense, or only those through the later layers?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Run a prompt and list features by effect on the next token: how much more do the strongest change "
                "than features drawn at random?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Bricken and others 2023, “Towards Monosemanticity”; Gao and others 2024, “Scaling and evaluating sparse "
            "autoencoders” (arXiv 2406.04093).",
        ),
    ),
}
