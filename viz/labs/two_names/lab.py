"""The heads that prefer one name to another: indirect object identification."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Name choice"),
    needs=("model",),
    places=placed("attention", "centre", who_says_mary=20),
    words={
        "who_says_mary": (
            QT_TRANSLATE_NOOP("Labs", "indirect object identification"),
            QT_TRANSLATE_NOOP("Labs", "IOI"),
            QT_TRANSLATE_NOOP("Labs", "name movers"),
            QT_TRANSLATE_NOOP("Labs", "direct logit attribution"),
        ),
    },
)
