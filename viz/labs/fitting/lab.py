"""Fitting: a curve through points, how far it can be trusted between and beyond them; the workspace From scratch."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Fitting"),
    workspaces=(
        Workspace(
            "from_scratch",
            QT_TRANSLATE_NOOP("Workspaces", "From scratch"),
            QT_TRANSLATE_NOOP(
                "Workspaces",
                "What comes before and beneath a language model: tables of letters and words, fitted curves, small "
                "networks, weights as pictures; most of it needs no model.",
            ),
            order=45,
            controls=False,
            right_share=0.36,
            tabs=True,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "basics"),
                QT_TRANSLATE_NOOP("Workspaces", "how neural networks learn"),
                QT_TRANSLATE_NOOP("Workspaces", "playground"),
            ),
        ),
    ),
    places=placed("from_scratch", "centre", fitting=20),
    words={
        "fitting": (
            QT_TRANSLATE_NOOP("Labs", "least squares"),
            QT_TRANSLATE_NOOP("Labs", "regression"),
            QT_TRANSLATE_NOOP("Labs", "overfitting"),
        ),
    },
)
