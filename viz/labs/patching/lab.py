"""Activation patching and causal tracing: at which layer and token a decision is made."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Patching"),
    needs=("model",),
    places=placed("ablation", "centre", patching=50),
    words={
        "patching": (
            QT_TRANSLATE_NOOP("Labs", "activation patching"),
            QT_TRANSLATE_NOOP("Labs", "causal tracing"),
            QT_TRANSLATE_NOOP("Labs", "interchange intervention"),
        ),
    },
)
