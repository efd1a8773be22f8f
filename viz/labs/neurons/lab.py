"""Neurons: those that say a token, what each stores, and who wrote a logit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from viz.lab import QT_TRANSLATE_NOOP, Lab, TokenQuestion, placed

if TYPE_CHECKING:
    from engine.run import Run
    from viz.intents import Intent


def _who_says(run: Run, position: int, token_id: int) -> Sequence[Intent]:
    from viz.labs.neurons.who_says import steps

    return steps(run, position, token_id)


LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Components"),
    needs=("model", "run"),
    places=(
        *placed("explore", "right", neurons=60),
        *placed("ablation", "right", neurons=20, neuron=30, shares=60),
    ),
    token_questions=(
        TokenQuestion(
            "who_says",
            QT_TRANSLATE_NOOP("Labs", "Which component favours {token} here?"),
            _who_says,
            first=1,
        ),
    ),
    words={
        "neurons": (
            QT_TRANSLATE_NOOP("Labs", "attribution patching"),
            QT_TRANSLATE_NOOP("Labs", "activation patching"),
        ),
        "neuron": (
            QT_TRANSLATE_NOOP("Labs", "key and value"),
            QT_TRANSLATE_NOOP("Labs", "top activating texts"),
        ),
        "shares": (QT_TRANSLATE_NOOP("Labs", "direct logit attribution"),),
    },
)
