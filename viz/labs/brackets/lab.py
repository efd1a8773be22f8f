"""Brackets: a small net that learns to balance brackets, and where it fails."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Command, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Brackets"),
    workspaces=(
        Workspace(
            "brackets",
            QT_TRANSLATE_NOOP("Workspaces", "Brackets"),
            QT_TRANSLATE_NOOP(
                "Workspaces", "A tiny transformer that learned to close brackets, and where it stops being correct."
            ),
            order=40, controls=False, right_share=0.36, tabs=True,
        ),
    ),
    places=(
        *placed("brackets", "centre", brackets=10, brackets_training=20, brackets_why=30, brackets_large=40),
        *placed(
            "brackets", "right", brackets_error=10, brackets_strings=20, brackets_sequences=30, brackets_lesson=40
        ),
    ),
    words={
        "brackets": (
            QT_TRANSLATE_NOOP("Labs", "balanced brackets"),
            QT_TRANSLATE_NOOP("Labs", "Dyck language"),
        ),
        "brackets_training": (
            QT_TRANSLATE_NOOP("Labs", "training"),
            QT_TRANSLATE_NOOP("Labs", "learning curve"),
        ),
        "brackets_why": (
            QT_TRANSLATE_NOOP("Labs", "linear probe"),
            QT_TRANSLATE_NOOP("Labs", "knock-out"),
        ),
        "brackets_error": (QT_TRANSLATE_NOOP("Labs", "length generalisation"),),
    },
    commands=(
        Command("brackets", "engine.labs.brackets.command", "train a small bracket model, or ask one"),
    ),
)  # fmt: skip
