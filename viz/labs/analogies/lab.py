"""Analogies of words: what offsets between rows of the vocabulary carry."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Analogies"),
    needs=("model",),
    workspaces=(
        Workspace(
            "analogies",
            QT_TRANSLATE_NOOP("Workspaces", "Analogies"),
            QT_TRANSLATE_NOOP(
                "Workspaces",
                "Offsets between words: king − man + woman with its baselines, beside the map of the words.",
            ),
            order=60,
            controls=False,
            right_share=0.38,
            tabs=True,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "word vectors"),
                QT_TRANSLATE_NOOP("Workspaces", "directions"),
            ),
        ),
    ),
    places=(
        *placed("analogies", "centre", analogies=10),
        *placed("analogies", "right", meaning_space=10),
    ),
    words={
        "analogies": (
            QT_TRANSLATE_NOOP("Labs", "word2vec"),
            QT_TRANSLATE_NOOP("Labs", "vector arithmetic"),
            QT_TRANSLATE_NOOP("Labs", "linear representation hypothesis"),
        ),
    },
)
