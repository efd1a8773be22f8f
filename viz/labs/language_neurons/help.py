"""What the views of language neurons say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "language_neuron": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Six bundled sets hold 40 texts each. On one half of the texts all neurons are ranked by AUC: how well "
            "their mean activation on a text tells this language from all other sets; of the best 16 the one comes "
            "first whose switching off raises the loss on the language most. On the other half the loss is measured "
            "with the neuron at zero and at its mean, with 95 % bootstrap intervals over texts. The curve follows the "
            "loss as the neuron's scale goes from −2 to 10.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Find the neuron and measure”. In the default model the loss on French rises by about a tenth, "
                "on every other set by less than one percent.",
            ),
            QT_TRANSLATE_NOOP("ViewHelp", "Set “Neuron” to 2 and 3: how much less do the next best ones matter?"),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Switch the neuron off”, then run a prompt in that language and one in another: which "
                "continuation changes?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Gurnee and others 2023 (arXiv 2305.01610); Mann and Whitney 1947 (AUC from ranks); Efron 1979 (the "
            "bootstrap).",
        ),
    ),
    "redundancy": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Neurons are ranked on one half of the texts: by how well they tell the language from the texts it is set "
            "against, the first 16 of them by what switching each off alone costs. Then the top 1, 2, 5, 10, 20 and "
            "50 are switched off together, and the loss is measured on up to 40 texts of the other half. The control "
            "is as many random neurons of the same layers, drawn three times.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Switch them off and measure” and compare the two lines of the best neurons: they part where "
                "the neurons matter to this language alone.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare with the random ones: as far as those raise the loss too, it is the number of neurons that "
                "counts, not which they are.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Type another set into “Language”, such as german or code, and measure again."
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The curve is Orrery's own, after Gurnee and others 2023; Wang and others 2022 (backups that step in for "
            "what is switched off).",
        ),
    ),
}
