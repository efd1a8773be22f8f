"""Layers: what each writes into the residual stream, and what each would say next."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Layers"),
    needs=("model", "run"),
    places=placed("explore", "right", layers=40, logit_lens=50),
    words={
        "layers": (
            QT_TRANSLATE_NOOP("Labs", "residual stream"),
            QT_TRANSLATE_NOOP("Labs", "direct logit attribution"),
        ),
        "logit_lens": (
            QT_TRANSLATE_NOOP("Labs", "early exit"),
            QT_TRANSLATE_NOOP("Labs", "unembedding"),
        ),
    },
)
