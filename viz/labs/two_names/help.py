"""What the view of the choice between two names says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "who_says_mary": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "In one forward pass of the original model, what each head, MLP and bias and the embedding add at the "
            "last position is projected on the difference of the two names' directions, while the final norm's scale "
            "is held fixed; so the contributions sum to the logit difference. Then each head is switched off at every "
            "position: at zero, and at its mean there over 32 sentences with three other names. A contribution counts "
            "the direct way only; switching off counts what later layers do as well, so the two can differ.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare in the notes the sums of heads and of MLPs: which of them does more for the correct name?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Sort by” to “zero”, then to “mean”: heads that change places do something in every sentence of "
                "this form, whatever its names.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "In “Sentence” let Mary give the drink, and exchange “Correct name” and “Other name”: do the same "
                "heads stay on top?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wang, Variengien, Conmy, Shlegeris and Steinhardt 2022 (arXiv 2211.00593); Elhage and others 2021 "
            "(direct contributions).",
        ),
    ),
}
