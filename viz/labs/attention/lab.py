"""Attention: what every head looks at, and what kind of head it is."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Command, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Attention"),
    needs=("model", "run", "attn"),
    workspaces=(
        Workspace(
            "attention",
            QT_TRANSLATE_NOOP("Workspaces", "Attention"),
            QT_TRANSLATE_NOOP("Workspaces", "Which earlier tokens each head attends to, and which heads matter."),
            order=10, right_share=0.32, tabs=True,
        ),
    ),
    places=(
        *placed("explore", "right", attention_atlas=20, attention_head=30),
        *placed("attention", "centre", attention_atlas=10, meaning_space=90),
        *placed(
            "attention", "right",
            attention_head=10, attention_text=20, head_scores=30, head_table=40, induction=50, next_token=90,
        ),
        *placed("attention", "bottom", token_strip=10),
    ),
    words={
        "attention_atlas": (QT_TRANSLATE_NOOP("Labs", "attention patterns"),),
        "attention_head": (QT_TRANSLATE_NOOP("Labs", "attention pattern"),),
        "head_scores": (
            QT_TRANSLATE_NOOP("Labs", "previous-token heads"),
            QT_TRANSLATE_NOOP("Labs", "induction heads"),
            QT_TRANSLATE_NOOP("Labs", "attention sink"),
        ),
        "head_table": (QT_TRANSLATE_NOOP("Labs", "attention entropy"),),
        "induction": (
            QT_TRANSLATE_NOOP("Labs", "induction heads"),
            QT_TRANSLATE_NOOP("Labs", "in-context learning"),
        ),
    },
    commands=(Command("heads", "engine.labs.attention.command", "score every attention head and write a table"),),
)  # fmt: skip
