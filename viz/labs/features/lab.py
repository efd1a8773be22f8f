"""Features: the directions that a sparse dictionary of a model's activations consists of, found, read and compared."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Features"),
    needs=("model",),
    workspaces=(
        Workspace(
            "features",
            QT_TRANSLATE_NOOP("Workspaces", "Features"),
            QT_TRANSLATE_NOOP(
                "Workspaces",
                "Sparse dictionaries of the model's activations: train one, read its features, steer with them and "
                "see which of them made a token.",
            ),
            order=25,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "sparse autoencoder"),
                QT_TRANSLATE_NOOP("Workspaces", "SAE"),
                QT_TRANSLATE_NOOP("Workspaces", "dictionary"),
                QT_TRANSLATE_NOOP("Workspaces", "interpretability"),
            ),
            right_share=0.26, upper_share=0.5, tabs=True,
        ),
    ),
    places=(
        *placed("features", "centre", features=10),
        *placed("features", "right", meaning_space=10, next_token=90),
        *placed("features", "bottom", token_strip=10),
    ),
    words={
        "features": (
            QT_TRANSLATE_NOOP("Labs", "sparse autoencoder"),
            QT_TRANSLATE_NOOP("Labs", "SAE"),
            QT_TRANSLATE_NOOP("Labs", "monosemantic features"),
        ),
    },
)  # fmt: skip
