"""How far a layout of the map can be trusted."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Layouts of the map"),
    needs=("model",),
    places=placed("analogies", "centre", projections=20),
    words={
        "projections": (
            QT_TRANSLATE_NOOP("Labs", "dimensionality reduction"),
            QT_TRANSLATE_NOOP("Labs", "UMAP against PCA"),
        ),
    },
)
