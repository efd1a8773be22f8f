"""What the view of the look-ahead tree says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "lookahead": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "From the selected token the most likely next tokens are followed several tokens deep; the probability of "
            "a continuation is the product of its tokens' own, at temperature 1. At each depth the fewest "
            "continuations are kept that together reach the share set above, the most likely first. At the beginning "
            "that is 60 %, 3 tokens deep, with 10 next tokens tried for each continuation and at most 24 kept, so "
            "less than the share asked for may be shown: what is really reached is told.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Move the slider up: where the tree hardly grows, the model is sure of what comes; where it bursts "
                "into many lines, it is not.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a continuation: the text continues with all of its tokens. What was there before stays in "
                "“Branches”.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “Pin” in the menu of the right button: the continuation stays in sight, however unlikely it "
                "is.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Lowerre 1976 (beam search); keeping the fewest that reach a share is as in top-p sampling (Holtzman and "
            "others 2020).",
        ),
    ),
}
