"""Digits: a small net that learns to read handwriting, and what each of its parts answers to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from viz.lab import QT_TRANSLATE_NOOP, Lab, OwnPoints, placed

if TYPE_CHECKING:
    from viz.intents import Intent


def _show_picture(_which: str, number: int) -> Sequence[Intent]:
    """The picture that a point of the map is, in the view of digits."""
    from viz.intents import SetOption

    return (SetOption("digits", "drawing", ""), SetOption("digits", "example", number))


LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Digits"),
    places=placed("from_scratch", "centre", digits=50),
    points=OwnPoints(_show_picture),
    words={
        "digits": (
            QT_TRANSLATE_NOOP("Labs", "handwritten digits"),
            QT_TRANSLATE_NOOP("Labs", "neural network"),
        )
    },
)
