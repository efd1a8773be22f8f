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
            "direction with an activation of 0 or more. Its scores were measured on text that it was not trained on; "
            "loss recovered is 1 where the model predicts as well from the reconstruction as from its own "
            "activations, and 0 where it predicts as badly as from their mean.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the dictionaries' scores: which one explains more, and which one recovers more of the loss?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Train one with twice the features: how much more of the variance do they explain?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Bricken and others 2023, “Towards Monosemanticity”; Gao and others 2024, “Scaling and evaluating sparse "
            "autoencoders” (arXiv 2406.04093).",
        ),
    ),
}
