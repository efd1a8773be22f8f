"""What the steering view says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "steering": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Steering adds a direction to the model's activations while it generates: that of a feature of a "
            "dictionary, with what the dictionary does not explain left as it is, or the mean state of some texts "
            "less that of others. Words are put into four short sentences, and their last token's state is taken; "
            "of texts all positions but the first are averaged. Perplexity under the original model is the scale: "
            "about that of strength 0 is ordinary, far above it is gibberish. With attention frozen every head "
            "attends as it does in the original model on the same tokens, so only what is carried along changes.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Find the strength at which the topic changes and the grammar still holds, and the one at which it is "
                "lost: is the random direction of the same length as harmful?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Put it on the intervention list at that strength, compare runs, and take it back with Ctrl+Z.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Turner and others 2023, “Activation addition” (arXiv 2308.10248); Templeton and others 2024, “Scaling "
            "monosemanticity”.",
        ),
    ),
}
