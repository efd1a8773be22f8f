"""What the loss landscape says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "landscape": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each place of the plane is a model of its own: the loss is computed with exactly those weights over all "
            "64 examples (mean squared error, or cross-entropy in nats). With two weights, the others stay where the "
            "first start's training ended, and only these two descend, so every path lies on the surface; click lines "
            "or neurons in the picture of the net to choose them. Through three minima, all weights descend; the plane "
            "holds the ends of the three starts that are chosen above, and paths are seen from straight above, so "
            "their own loss may differ from the plane's. An end counts as a minimum where "
            "the gradient is shorter than 0.01 and the least eigenvalue of the Hessian is above −0.001. Colours, "
            "contours and heights are logarithmic.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press Play: do all starts reach the same valley? Read the losses at which they rest.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose plain gradient descent and raise the learning rate in steps: when does the path zigzag, when "
                "does it leave the valley, and when does it break off?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click another line of the net: which two weights make one valley, and which make two?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Show the plane through three minima: how high are the ridges between them, beside the loss of a "
                "constant answer?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?” (descent to a local minimum); planes "
            "through minima: Garipov and others 2018, “Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs”.",
        ),
    ),
}
