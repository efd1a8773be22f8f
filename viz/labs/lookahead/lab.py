"""Look-ahead: the tree of what may come within the next tokens, drawn beside the map and on it."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Look-ahead"),
    needs=("run",),
    places=(
        *placed("explore", "bottom", lookahead=30),
        *placed("branches", "bottom", lookahead=20),
    ),
    words={
        "lookahead": (
            QT_TRANSLATE_NOOP("Labs", "beam search"),
            QT_TRANSLATE_NOOP("Labs", "likely continuations"),
            QT_TRANSLATE_NOOP("Labs", "tree of next tokens"),
        ),
    },
)
