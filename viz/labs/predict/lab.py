"""Predict first: the class votes on the next token, then the model's probabilities are shown; the workspace Class."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Predict first"),
    needs=("run",),
    workspaces=(
        Workspace(
            "class",
            QT_TRANSLATE_NOOP("Workspaces", "Class"),
            QT_TRANSLATE_NOOP(
                "Workspaces", "Let a class vote on the next token before it sees what the model expects."
            ),
            order=90,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "classroom"),
                QT_TRANSLATE_NOOP("Workspaces", "quiz"),
                QT_TRANSLATE_NOOP("Workspaces", "vote"),
                QT_TRANSLATE_NOOP("Workspaces", "Shannon game"),
            ),
            right_share=0.3,
        ),
    ),
    places=(
        *placed("class", "centre", predict=10),
        *placed("class", "right", next_token=10, meaning_space=20),
        *placed("class", "bottom", token_strip=10),
    ),
    words={
        "predict": (
            QT_TRANSLATE_NOOP("Labs", "guess the next word"),
            QT_TRANSLATE_NOOP("Labs", "Shannon's guessing game"),
            QT_TRANSLATE_NOOP("Labs", "cross-entropy of a class"),
        ),
    },
)
