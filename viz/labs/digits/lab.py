"""Digits: a small net that learns to read handwriting, and what each of its parts answers to."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Digits"),
    places=placed("from_scratch", "centre", digits=50),
    words={
        "digits": (
            QT_TRANSLATE_NOOP("Labs", "handwritten digits"),
            QT_TRANSLATE_NOOP("Labs", "neural network"),
        )
    },
)
