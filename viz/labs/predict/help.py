"""What Predict first says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "predict": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The votes become a distribution over the next token: with n votes and m tokens offered or voted for, a "
            "token has (votes + 1) / (n + m + 1), and what is left is spread evenly over the rest of the vocabulary. "
            "Its log loss on the token that came, in bits, stands beside the model's surprisal and beside that of the "
            "same buttons without a vote, and that of the token's letters by a table of six letters counted from the "
            "bundled novels (workspace From scratch). Decoys are drawn by a seed from the model's candidates beyond "
            "the 15 most likely. Of a word that is more than one token the longest beginning that is a token is voted "
            "for.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Let the class vote on ten tokens of a text, and compare the means: where is it nearly as good as the "
                "model, and where far from it?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set the decoys to 0: the log loss without votes falls, since the buttons alone give more away.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Continue with the class's token where it differs from the model's, and see what it expects then.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp", "Shannon 1951, Prediction and entropy of printed English (guessing games with people)."
        ),
    ),
}
