"""How tokens are drawn, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.records import Sampling
from viz.joined import listed

translate = QCoreApplication.translate  # by this name its texts are collected


def sampling_words(sampling: Sampling) -> str:
    """ "temperature 0.8, top-k 40": the filters that leave something out only."""
    if sampling.temperature == 0:
        return translate("Sampling", "greedy")
    parts = [translate("Sampling", "temperature {x}").format(x=f"{sampling.temperature:g}")]
    if sampling.top_k:
        parts.append(translate("Sampling", "top-k {x}").format(x=sampling.top_k))
    if sampling.top_p < 1:
        parts.append(translate("Sampling", "top-p {x}").format(x=f"{sampling.top_p:g}"))
    if sampling.min_p > 0:
        parts.append(translate("Sampling", "min-p {x}").format(x=f"{sampling.min_p:g}"))
    if sampling.repetition_penalty != 1:
        parts.append(translate("Sampling", "penalty {x}").format(x=f"{sampling.repetition_penalty:g}"))
    return listed(parts)
