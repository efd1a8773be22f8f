"""What the view of features' links says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "feature_map": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A link is the cosine of two directions, the correlation of two features' activations over the positions "
            "of a text, or the share of a feature's activations that stand at the ten tokens of the text which the "
            "other feature promotes most by its direct logits. Features of middle layers are read by later layers, so "
            "their direct logits say little there. A feature's angle around the chosen one follows from its direction "
            "alone, so it stays where it is whatever else is shown; the nearer, the stronger. Chance is the largest "
            "value among all features for a random direction, for the same activations at other positions, or for "
            "tokens that are as common: the mean of 20 draws. D is the share of a dimension that a feature has to "
            "itself.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose a feature that you can name: are its neighbours by direction those that fire with it?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Show all directions: are features nearer to each other than random directions are?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Bricken and others 2023, “Towards Monosemanticity”; Elhage and others 2022, “Toy Models of "
            "Superposition” (D).",
        ),
    ),
}
