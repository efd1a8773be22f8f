"""Brushes of bars and marks: one for all of them, or one for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QColor

from engine.records import Bools


def brushes_of(colour: str | Sequence[str], known: Bools, tint: float = 1.0) -> list[QBrush]:
    """One brush for all, or one for each that is known."""
    if isinstance(colour, str):
        return [_brush(colour, tint)]
    made = {each: _brush(each, tint) for each in set(colour)}
    return [made[each] for each, there in zip(colour, known.tolist(), strict=True) if there]


def _brush(colour: str, tint: float) -> QBrush:
    fill = QColor(colour)
    fill.setAlphaF(tint)
    return QBrush(fill)
