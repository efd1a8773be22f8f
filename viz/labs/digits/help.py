"""What the view of digits says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "digits": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The data are the 1,797 pictures of 8 × 8 pixels that come with scikit-learn, written by 13 people; three "
            "in ten of each digit are held out. A picture was made from a bitmap of 32 × 32 dots by counting the dark "
            "ones in each 4 × 4, and your drawing is treated in the same way. The model is a chain of matrices with "
            "ReLU between them, trained with Adam on the cross-entropy. Probabilities are the softmax of its ten "
            "logits, entropy is in bits (at most 3.32). The blur is Gaussian, mirrored at the edges, so that no ink is "
            "lost. The held-out pictures are of the same people as the trained ones: a stranger's digits, such as "
            "yours, are read less well. Intervals are Wilson's. On the map, neighbours are those of the embedding map: "
            "15 by cosine in all dimensions, sought among the 50 nearest on the map.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Move the blur slowly to the right: where does the answer turn into another digit, and is the model "
                "unsure before it is wrong?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Draw a 4, then close its top: which pixels turn it into a 9? Draw something that stands for nothing: "
                "does the model say that it is unsure?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “several starts” and train: the accuracies cannot be told apart, and yet the models disagree. "
                "On which digits, and would you have agreed with yourself there?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Switch on “Shuffled digits” and give it 300 epochs: the loss on the training pictures falls, and the "
                "held-out ones stay at one in ten.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Alpaydin and Kaynak 1998, “Optical Recognition of Handwritten Digits” (UCI); the blurred digit: Wolfram "
            "2023, “What Is ChatGPT Doing … and Why Does It Work?”.",
        ),
    ),
}
