"""Which part of a square matrix is in sight. Numbers only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class VisiblePart:
    """`span` x `span` positions from the column `left` and the row `top` on."""

    left: float
    top: float
    span: float

    @staticmethod
    def whole(n: int) -> VisiblePart:
        """All n positions."""
        return VisiblePart(0.0, 0.0, float(max(n, 1)))
