"""Laws of motion: steps, turns and fans of a text's path, each beside its control, and the dimension of its states."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Laws of motion"),
    needs=("run", "resid"),
    workspaces=(
        Workspace(
            "motion",
            QT_TRANSLATE_NOOP("Workspaces", "Motion"),
            QT_TRANSLATE_NOOP(
                "Workspaces", "How the text moves through a space, and whether it moves otherwise than by chance."
            ),
            order=60,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "laws of motion"),
                QT_TRANSLATE_NOOP("Workspaces", "trajectory"),
            ),
            right_share=0.3,
            tabs=True,
        ),
    ),
    places=(
        *placed("motion", "centre", motion=10, laws_of_motion=20, intrinsic_dimension=30),
        *placed("motion", "right", meaning_space=10, next_token=20),
        *placed("motion", "bottom", token_strip=10),
    ),
    words={
        "motion": (
            QT_TRANSLATE_NOOP("Labs", "trajectory"),
            QT_TRANSLATE_NOOP("Labs", "turning angle"),
        ),
        "laws_of_motion": (
            QT_TRANSLATE_NOOP("Labs", "semantic laws of motion"),
            QT_TRANSLATE_NOOP("Labs", "control experiment"),
        ),
        "intrinsic_dimension": (
            QT_TRANSLATE_NOOP("Labs", "participation ratio"),
            QT_TRANSLATE_NOOP("Labs", "TwoNN"),
        ),
    },
)
