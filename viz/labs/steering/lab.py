"""Steering: a feature turned up or down, or a vector added, from ordinary text to gibberish."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Steering"),
    needs=("model", "run"),
    places=placed("features", "centre", steering=50),
    words={
        "steering": (
            QT_TRANSLATE_NOOP("Labs", "activation addition"),
            QT_TRANSLATE_NOOP("Labs", "steering vector"),
            QT_TRANSLATE_NOOP("Labs", "clamp a feature"),
        ),
    },
)
