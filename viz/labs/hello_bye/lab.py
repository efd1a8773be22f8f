"""One word said over and over, then another: what it looks like inside."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, Workspace, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Hello/Bye"),
    needs=("model",),
    workspaces=(
        Workspace(
            "hello_bye",
            QT_TRANSLATE_NOOP("Workspaces", "Hello/Bye"),
            QT_TRANSLATE_NOOP(
                "Workspaces", "One word ten times, then another: what repetition looks like inside the model."
            ),
            order=30, controls=False, right_share=0.48, bottom_share=0.2, upper_share=0.41,
        ),
    ),
    places=(
        *placed("hello_bye", "centre", hello_bye=10),
        *placed(
            "hello_bye", "right",
            hello_bye_heads=10, hello_bye_states=20, meaning_space=30, attention_atlas=40, attention_head=50,
        ),
        *placed("hello_bye", "bottom", hello_bye_goes_on=10),
    ),
    words={
        "hello_bye": (QT_TRANSLATE_NOOP("Labs", "repeated tokens"),),
        "hello_bye_heads": (QT_TRANSLATE_NOOP("Labs", "attention patterns"),),
        "hello_bye_states": (
            QT_TRANSLATE_NOOP("Labs", "residual stream"),
            QT_TRANSLATE_NOOP("Labs", "cosine similarity"),
        ),
    },
)  # fmt: skip
