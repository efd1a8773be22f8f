"""What the view of the watch says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "watch": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each rule is read at every token, while the run is written: it holds where all conditions of one of its "
            "ways hold. A decision tree finds such rules by itself from two sets of texts, by the largest activation "
            "of every feature in a text; its precision and recall are of texts that it was not trained on, beside a "
            "tree trained on shuffled labels. While a text is written its rule reads the largest activations so far.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Select a feature, set an activation and press “New rule”. Then run a prompt: which tokens are marked?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Switch on “Stop when a rule holds” and generate: the run ends at the first marked token."
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type six texts or more with | between them into each of the two fields and train a tree: does it beat "
                "its control by more than its interval?",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Wilson 1927, for the intervals; scikit-learn, for the tree."),
    ),
}
