"""The playground: small nets that are trained, watched and turned by hand."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Playground"),
    places=placed("from_scratch", "centre", playground=30, playground_starts=32),
    words={
        "playground": (
            QT_TRANSLATE_NOOP("Labs", "neural network"),
            QT_TRANSLATE_NOOP("Labs", "multilayer perceptron"),
            QT_TRANSLATE_NOOP("Labs", "gradient descent"),
        ),
        "playground_starts": (QT_TRANSLATE_NOOP("Labs", "ensemble"),),
    },
)
