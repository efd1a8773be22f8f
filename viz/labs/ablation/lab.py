"""Ablation: parts of the model switched off or turned up, and what changes."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Ablation"),
    needs=("model", "run"),
    workspaces=(
        Workspace(
            "ablation",
            QT_TRANSLATE_NOOP("Workspaces", "Ablation"),
            QT_TRANSLATE_NOOP("Workspaces", "Interventions: switch off, scale or patch components and measure what "
                                            "changes."),
            order=20, right_share=0.34, upper_share=0.4, tabs=True,
        ),
    ),
    places=(
        *placed("ablation", "centre", ablation=10),
        *placed("ablation", "right", meaning_space=10, ablation_inside=40, ablation_sweep=50, next_token=90),
        *placed("ablation", "bottom", token_strip=10),
    ),
    words={
        "ablation": (
            QT_TRANSLATE_NOOP("Labs", "ablation"),
            QT_TRANSLATE_NOOP("Labs", "zero ablation"),
            QT_TRANSLATE_NOOP("Labs", "mean ablation"),
            QT_TRANSLATE_NOOP("Labs", "intervention"),
            QT_TRANSLATE_NOOP("Labs", "knock-out"),
        ),
        "ablation_inside": (
            QT_TRANSLATE_NOOP("Labs", "ablation"),
            QT_TRANSLATE_NOOP("Labs", "logit lens"),
        ),
        "ablation_sweep": (
            QT_TRANSLATE_NOOP("Labs", "ablation"),
            QT_TRANSLATE_NOOP("Labs", "dose response"),
        ),
    },
)  # fmt: skip
