"""What the view of branches says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "branches": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Every branch is a line through the tree of tokens that this run holds; the prompt is common to all. A "
            "token at a fork carries the model's probability at temperature 1 and, where the sampling changes it, its "
            "chance of being drawn after penalty, temperature and filters; ≈ marks estimates from the stored "
            "candidates until the model has computed them. “Surprisal” sums −log₂ p over the tokens after the prompt, "
            "so it is −log₂ of the branch's probability.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Select an earlier position and click another token in “Next token”: a branch is added. Compare "
                "“Surprisal” with “Bits/token”: a longer branch has more bits without being more surprising per "
                "token.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Tick “B” at another branch: “Tokens”, “Logit lens” and the map show both; “Swap” exchanges them.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Change the temperature: the chances of being drawn at the forks follow, the probabilities stay.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "The view is Orrery's own; Shannon 1948 (the information of a symbol)."),
    ),
}
