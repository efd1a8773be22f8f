"""Feature attribution: which features of a dictionary made a token, as a graph over positions and layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from viz.lab import QT_TRANSLATE_NOOP, Lab, TokenQuestion, placed

if TYPE_CHECKING:
    from engine.run import Run
    from viz.intents import Intent


def _which_features(_run: Run, position: int, _token_id: int) -> Sequence[Intent]:
    from viz.labs.feature_attribution.settings import steps

    return steps(position)


LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Feature attribution"),
    needs=("model", "run"),
    places=placed("features", "centre", feature_attribution=40),
    token_questions=(
        TokenQuestion(
            "which_features",
            QT_TRANSLATE_NOOP("Labs", "Which features made {token}?"),
            _which_features,
            first=2,
        ),
    ),
    words={
        "feature_attribution": (
            QT_TRANSLATE_NOOP("Labs", "attribution graph"),
            QT_TRANSLATE_NOOP("Labs", "circuit tracing"),
            QT_TRANSLATE_NOOP("Labs", "sparse feature circuits"),
        ),
    },
)
