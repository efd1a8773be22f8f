"""What the views of the playground say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "playground": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each neuron adds up what comes in, times the weight of each line, plus its bias, and passes the sum "
            "through the activation function; the last layer has none. Its picture shows what it answers all over the "
            "plane, blue below 0 and orange above. Classes are the softmax of the outputs; the loss is the "
            "cross-entropy in nats, of functions the mean squared error, both without penalties. Training follows the "
            "gradient (by PyTorch) from initial weights that the seed decides: normal with variance 1 over the number "
            "of inputs, 2 over it for ReLU, so a rewind gives exactly the same start. The held-out examples are never "
            "trained on. A weight that you turn by hand is used by training from there on. The points of “nearest "
            "point” can be dragged, also while the net trains (by keys: rest on one, Enter, then Page Up and Page "
            "Down, with Shift sideways). Of a training up to 100 moments are kept, fewer of large nets, evenly spread; "
            "each is exactly the net that it was.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Press “Train”, and watch which neurons turn their border to which side of a region."
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a line and move the slider below: which part of the picture depends on that weight? Then press "
                "“Train” and see whether it comes back.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “spirals” and write 2 into “Hidden layers”, then 8, 8: what can the smaller one not draw?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “own points”, click some points of two classes into the plane and train: where does the net "
                "guess what you did not say?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "After some training move the slider “Past” back and forth: which neuron found its border first?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Write 1e9 as the learning rate: the training stops at its first number that is none."
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "After TensorFlow Playground (Smilkov and Carter 2016) and Wolfram 2023. Adam: Kingma and Ba 2014 (arXiv "
            "1412.6980); initial weights: LeCun and others 1998, He and others 2015 (arXiv 1502.01852).",
        ),
    ),
    "playground_starts": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The net of the playground is trained from as many seeds as you choose, all on the same examples. At each "
            "place the standard deviation between the nets is taken, of each class's probability, then their mean, or "
            "of the value of a function. Its means inside the square of the data and outside of it stand in the "
            "heading, with the one inside before training as a control. Below, 20 starts of nets of 1 to 4 neurons in "
            "the first hidden layer are trained for 800 steps: each dot is one start.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Press “Train all”: the pictures become alike inside the dashed square. Do they outside?"
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose ReLU in the playground and press “Measure 1 to 4 neurons”: from how many neurons on does the "
                "start no longer matter?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023 (nets that agree on their examples and differ beyond them); Lakshminarayanan and others "
            "2017 (the spread of an ensemble as uncertainty, arXiv 1612.01474).",
        ),
    ),
}
