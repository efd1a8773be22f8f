"""Neurons that a language hangs on: found from texts, switched off, and what that costs."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP, Command, Lab, placed

LAB = Lab(
    title=QT_TRANSLATE_NOOP("Labs", "Language neurons"),
    needs=("model", "neurons"),
    places=placed("ablation", "centre", language_neuron=30, redundancy=40),
    words={
        "language_neuron": (QT_TRANSLATE_NOOP("Labs", "language-specific neurons"),),
        "redundancy": (QT_TRANSLATE_NOOP("Labs", "backup neurons"),),
    },
    commands=(
        Command(
            "language-neuron",
            "app.commands.language_neuron",
            "find the neuron for a language and measure the effect of switching it off",
        ),
    ),
)
