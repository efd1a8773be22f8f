"""Published sparse dictionaries, in the formats of SAELens, Gemma Scope, OpenAI and dictionary_learning."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Published dictionaries"),
    needs=("model",),
    places=placed("features", "centre", published=25),
    words={
        "published": (
            QT_TRANSLATE_NOOP("Labs", "SAELens"),
            QT_TRANSLATE_NOOP("Labs", "Gemma Scope"),
            QT_TRANSLATE_NOOP("Labs", "dictionary_learning"),
            QT_TRANSLATE_NOOP("Labs", "pretrained SAE"),
        ),
    },
)
