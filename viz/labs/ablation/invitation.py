"""What an empty list of interventions says: how to begin, and what the next token invites to ask."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from viz.labs.ablation.frame import AblationFrame

translate = QCoreApplication.translate  # by this name its texts are collected


def invitation(frame: AblationFrame) -> str:
    """How to begin; where there is a text, which question its next token raises."""
    said = translate(
        "AblationView", "Add a neuron, head or layer and move its slider: 0 = off, 1 = unchanged, 2 = doubled."
    )
    if not frame.token_text:
        return said
    effect = frame.effects[-1]
    asks = translate("AblationView", "After “{after}”: which component favours “{token}”? Switch one off:")
    if effect.pairs is not None and len(effect.pairs) and int(effect.pairs.token_ids[0]) == frame.token:
        asks = translate(
            "AblationView",
            "After “{after}” the most likely token is “{token}”: which component favours it? Switch one off:",
        )
    return said + "\n" + asks.format(after=effect.after, token=frame.token_text)
