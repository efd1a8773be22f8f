"""Watch: rules on features that mark tokens while the model writes, and can stop it."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Watch"),
    needs=("model",),
    places=placed("features", "centre", watch=60),
    words={
        "watch": (
            QT_TRANSLATE_NOOP("Labs", "monitor"),
            QT_TRANSLATE_NOOP("Labs", "probe"),
            QT_TRANSLATE_NOOP("Labs", "decision tree"),
        ),
    },
)
