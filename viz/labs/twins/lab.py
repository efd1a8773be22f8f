"""Two texts written with the same random numbers, and where they part."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Compare runs"),
    needs=("model", "run"),
    places=placed("ablation", "centre", compare=20),
    words={
        "compare": (
            QT_TRANSLATE_NOOP("Labs", "compare two models"),
            QT_TRANSLATE_NOOP("Labs", "common random numbers"),
            QT_TRANSLATE_NOOP("Labs", "KL divergence"),
        ),
    },
)
