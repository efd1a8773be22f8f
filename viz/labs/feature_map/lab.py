"""The features of a dictionary as a graph around one of them, and as points on a map of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from viz.lab import QT_TRANSLATE_NOOP, Lab, OwnPoints, placed

if TYPE_CHECKING:
    from viz.intents import Intent


def _show_feature(which: str, number: int) -> Sequence[Intent]:
    """The feature that a point of the map is, in every view of features."""
    from engine.labs.feature_map.records import feature_at
    from viz.intents import ChooseFeature

    feature = feature_at(which, number)
    return () if feature is None else (ChooseFeature(feature),)


LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Feature map"),
    needs=("model",),
    places=placed("features", "centre", feature_map=30),
    points=OwnPoints(_show_feature, needs_model=True),
    words={
        "feature_map": (
            QT_TRANSLATE_NOOP("Labs", "feature splitting"),
            QT_TRANSLATE_NOOP("Labs", "co-activation"),
        ),
    },
)
