"""Bundles: many samples of one text, or of two, and how fast they part."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Bundles"),
    needs=("run", "resid"),
    places=placed("branches", "right", bundles=40),
    words={
        "bundles": (
            QT_TRANSLATE_NOOP("Labs", "many samples"),
            QT_TRANSLATE_NOOP("Labs", "self-consistency"),
            QT_TRANSLATE_NOOP("Labs", "diversity of samples"),
        ),
    },
)
