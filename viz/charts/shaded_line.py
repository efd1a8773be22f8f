"""A line of a text with a value at each token, and the part of it around one of them that there is room for; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ShadedLine:
    """Tokens as they are written, the value at each, and which of them is to be seen in any case."""

    tokens: tuple[str, ...]
    values: tuple[float, ...]
    at: int


def part_in_room(widths: Sequence[float], at: int, room: float) -> tuple[int, int]:
    """From which to which (exclusive) what fits into `room` around `at`: turn by turn one before and one after it."""
    first, last, used = at, at + 1, widths[at]
    before = after = True
    while before or after:
        before = first > 0 and used + widths[first - 1] <= room
        if before:
            first -= 1
            used += widths[first]
        after = last < len(widths) and used + widths[last] <= room
        if after:
            used += widths[last]
            last += 1
    return first, last
