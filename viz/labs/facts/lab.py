"""Facts: edited, judged by what else they change, tried at every layer, and where they are read."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Facts"),
    needs=("model",),
    workspaces=(
        Workspace(
            "circuits",
            QT_TRANSLATE_NOOP("Workspaces", "Circuits and facts"),
            QT_TRANSLATE_NOOP(
                "Workspaces",
                "What the model knows and which parts work together: edit a fact, see where facts are read, and follow "
                "circuits.",
            ),
            order=27,
            keywords=(
                QT_TRANSLATE_NOOP("Workspaces", "knowledge"),
                QT_TRANSLATE_NOOP("Workspaces", "model editing"),
                QT_TRANSLATE_NOOP("Workspaces", "circuit"),
            ),
            right_share=0.26, upper_share=0.5, tabs=True,
        ),
    ),
    places=(
        *placed("circuits", "centre", facts=10, facts_sweep=20, facts_where=30),
        *placed("circuits", "right", meaning_space=10, next_token=90),
        *placed("circuits", "bottom", token_strip=10),
    ),
    words={
        "facts": (
            QT_TRANSLATE_NOOP("Labs", "ROME"),
            QT_TRANSLATE_NOOP("Labs", "MEMIT"),
            QT_TRANSLATE_NOOP("Labs", "knowledge editing"),
        ),
        "facts_sweep": (QT_TRANSLATE_NOOP("Labs", "knowledge editing"),),
        "facts_where": (QT_TRANSLATE_NOOP("Labs", "knowledge"),),
    },
)  # fmt: skip
