"""Branches: every continuation of the text that was tried, and two of them side by side."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Branches"),
    needs=("run",),
    workspaces=(
        Workspace(
            "branches",
            QT_TRANSLATE_NOOP("Workspaces", "Branches"),
            QT_TRANSLATE_NOOP(
                "Workspaces",
                "Every continuation of the text as a tree, and two of them side by side in tokens, logit lens and map.",
            ),
            order=50,
            right_share=0.38,
            upper_share=0.42,
            bottom_share=0.2,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "tree of branches"),
                QT_TRANSLATE_NOOP("Workspaces", "compare branches"),
            ),
        ),
    ),
    places=(
        *placed("explore", "bottom", branches=20),
        *placed("branches", "centre", branches=10),
        *placed("branches", "right", meaning_space=10, logit_lens=20, next_token=30),
        *placed("branches", "bottom", token_strip=10),
    ),
    words={
        "branches": (
            QT_TRANSLATE_NOOP("Labs", "alternative continuations"),
            QT_TRANSLATE_NOOP("Labs", "compare two continuations"),
            QT_TRANSLATE_NOOP("Labs", "sampling tree"),
        ),
    },
)
