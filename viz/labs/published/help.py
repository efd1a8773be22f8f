"""What the view of published dictionaries says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "published": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A dictionary is read with its own normalisation, biases, gates and thresholds. Its scores are measured on "
            "the loaded model, not taken from its files: loss recovered is 1 where the model predicts as well with the "
            "reconstruction in place of its activations, and 0 where it predicts as badly as with their mean. The "
            "control is the same dictionary with its decoder's rows dealt anew among its features. First tokens stay "
            "as they are. Files are safetensors or npz; pickled ones, which can run any program, are not opened.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Measure a dictionary of the base model on its instruct version: how much less does it recover?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Measure it on the bundled sample as well: is it as good on text of other kinds as on novels?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "SAELens (Bloom and others); Lieberum and others 2024, “Gemma Scope” (arXiv 2408.05147); Gao and others "
            "2024 (arXiv 2406.04093); dictionary_learning (Marks, Karvonen, Mueller).",
        ),
    ),
}
