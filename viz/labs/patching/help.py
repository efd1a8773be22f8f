"""What the view of activation patching says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "patching": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "“activation patching, A into B”: prompt B is run once for every layer and position, with that one "
            "activation taken from prompt A. The colour is the recovered logit difference, 0 as in B and 1 as in A. "
            "“causal tracing of a fact”: noise of 3 standard deviations of the embeddings spoils the subject, one "
            "place at a time is restored, and the answer's probability is shown, a mean over 10 draws of the noise. "
            "There attention and MLP outputs are restored in a window of several layers, so their cells are blurred "
            "by layer.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Measure every cell” with the two prompts given and read where the difference leaves the name "
                "that was changed and reaches the last position.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Component” to “attention output”, then to “MLP output”: which of them carries the name to the "
                "end?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “causal tracing of a fact” and write a “Prompt”, its “Subject” and its “Answer” of your own. "
                "Look first whether the model knows the fact at all: without noise the probability must be high.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Vig and others 2020 (causal mediation); Meng, Bau, Andonian and Belinkov 2022 (causal tracing, arXiv "
            "2202.05262); Wang and others 2022 (patching the names).",
        ),
    ),
}
