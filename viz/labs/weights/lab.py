"""The weights of a model as pictures, each beside what chance alone would show."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Weights"),
    needs=("model",),
    places=placed("from_scratch", "centre", weights=60),
    words={
        "weights": (
            QT_TRANSLATE_NOOP("Labs", "parameters"),
            QT_TRANSLATE_NOOP("Labs", "weight matrix"),
        ),
    },
)
