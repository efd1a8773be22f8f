"""Superposition: more features than dimensions, and what can be read out of codes that share them."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Superposition"),
    places=placed("from_scratch", "centre", superposition=70, codes=80),
    words={
        "superposition": (
            QT_TRANSLATE_NOOP("Labs", "polysemantic"),
            QT_TRANSLATE_NOOP("Labs", "sparse features"),
        ),
        "codes": (
            QT_TRANSLATE_NOOP("Labs", "compositionality"),
            QT_TRANSLATE_NOOP("Labs", "red square"),
        ),
    },
)
