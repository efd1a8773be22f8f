"""Loss landscape: what a descent sees of the loss of a small net, and where it gets stuck."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Loss landscape"),
    places=placed("from_scratch", "centre", landscape=40),
    words={
        "landscape": (
            QT_TRANSLATE_NOOP("Labs", "gradient descent"),
            QT_TRANSLATE_NOOP("Labs", "local minimum"),
            QT_TRANSLATE_NOOP("Labs", "error surface"),
        )
    },
)
