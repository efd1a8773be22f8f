"""What the view of two continuations says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "compare": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Both texts continue from the selected token. Each draw depends on nothing but the probabilities, the "
            "seed, the position and the token's number, so as long as seeds are equal the two texts part only where "
            "their probabilities differ enough. The ribbon is KL in bits of the two distributions at temperature 1 "
            "before each draw. After the first difference the texts have different histories, and KL compares "
            "different contexts.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Add a component to “Interventions” and press “Generate both”: how many tokens pass before the texts "
                "part, and how small was KL until then?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “another seed” under “Compare with” and type one into “Other”: KL stays at 0 up to the first "
                "difference, since model and context are the same.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “another prompt” and write the text with a single word changed into “Other”: for how many "
                "tokens do both continuations still agree?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Common random numbers are a standard method of simulation; Salmon and others 2011 (random numbers that "
            "are a function of a counter).",
        ),
    ),
}
