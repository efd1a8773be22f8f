"""Training of sparse dictionaries: one that is watched, and sweeps over widths for the scaling law."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Command, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Training dictionaries"),
    needs=("model",),
    places=placed("features", "centre", dictionary_training=20, dictionary_scaling=70),
    words={
        "dictionary_training": (
            QT_TRANSLATE_NOOP("Labs", "sparse autoencoder"),
            QT_TRANSLATE_NOOP("Labs", "SAE"),
            QT_TRANSLATE_NOOP("Labs", "dictionary learning"),
            QT_TRANSLATE_NOOP("Labs", "dead latents"),
        ),
        "dictionary_scaling": (
            QT_TRANSLATE_NOOP("Labs", "scaling law"),
            QT_TRANSLATE_NOOP("Labs", "power law"),
        ),
    },
    commands=(
        Command(
            "dictionary", "engine.labs.dictionary_training.command", "train a sparse dictionary on a layer of a model"
        ),
    ),
)
