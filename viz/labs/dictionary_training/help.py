"""What the views of this laboratory say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "dictionary_training": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The model reads the text in pieces; the activations of one layer are centred and scaled, the first token "
            "of each piece and outliers left out, as in a middle layer 0.013 % of the positions hold 64 % of the "
            "variance. TopK is OpenAI's code: unit-norm decoder rows, the encoder begins as their transpose, the k "
            "largest activations above 0 are kept, and AuxK has 256 dead features learn what is missing, its "
            "normalised MSE times 1/32. SAELens differs: half the dimensions as k_aux, a sum instead of a mean, a "
            "weight that grows with the dead ones. Explained variance is 1 minus the squared error over the variance. "
            "Loss recovered: the reconstruction stands in for the activations of a forward pass, and the rise of the "
            "loss is compared with that of the mean in their place, the control. The control of the decoder's "
            "geometry are as many random directions.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Press “Train”: which comes first, a good explained variance or a good loss recovered?"
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “0.02” and train: 60 to 65 % of the features die within some hundred steps. At 7e-4 none does.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Choose “ReLU + L1”: watch how many features stay active at a position, L0, and what for."
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Press “Save”: the features of the new dictionary are read in the view beside this one."
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Gao and others 2024 (TopK, AuxK, loss recovered; arXiv 2406.04093); Bricken and others 2023, Cunningham "
            "and others 2023 (arXiv 2309.08600: ReLU with L1).",
        ),
    ),
    "dictionary_scaling": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Dictionaries of every width n with every k are trained on the same positions in the same order, by the "
            "recipe of the training view, for as many steps each. The error is the mean squared error of a scaled "
            "number on held-out positions: the share of the variance that is left. Compute is counted by the dense "
            "formula, 12 n D operations a position. The law is that of the paper, exp(a + b ln k + b ln n + g ln k ln "
            "n) + exp(z + h ln k), fitted by least squares of the logarithms, with standard errors; with few "
            "dictionaries only its first part. The published numbers are of GPT-4 trained to convergence, so their "
            "level is another: compare the slopes.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Press “Train all”: do the lines of different k stay parallel as the width grows?"
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Double “Steps”: the wider dictionaries gain more, since they had not learned all yet."
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Gao and others 2024 (arXiv 2406.04093)."),
    ),
}
