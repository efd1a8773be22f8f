"""Brushes of bars and marks: one for all of them, or one for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QColor

from engine.records import Bools


def brushes_of(colour: str | Sequence[str], known: Bools, tint: float = 1.0) -> list[QBrush]:
    """One brush for all, or one for each that is known."""
    if isinstance(colour, str):
        return [brush_of(colour, tint)]
    made = {each: brush_of(each, tint) for each in set(colour)}
    return [made[each] for each, there in zip(colour, known.tolist(), strict=True) if there]


def brush_of(colour: str, tint: float) -> QBrush:
    """The colour, let through where `tint` is below 1."""
    fill = QColor(colour)
    fill.setAlphaF(tint)
    return QBrush(fill)
