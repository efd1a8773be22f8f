"""Lays chips of different widths out over lines, and finds the one at a place. Numbers only, no painting.

Lines are found by one pass over the widths; afterwards a line is a range of indices, so that painting and hit tests
look only at what is on screen, however many chips there are.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Flow:
    """Where the chips lie: chip i spans `lefts[i]` .. `lefts[i] + widths[i]` on the line whose range holds i."""

    lefts: F64  # [n]
    widths: F64  # [n]
    starts: tuple[int, ...]  # first chip of each line
    line_height: float

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.starts) * self.line_height

    def line_of(self, index: int) -> int:
        """The line a chip is on."""
        return bisect.bisect_right(self.starts, index) - 1

    def members(self, line: int) -> range:
        """The chips of a line."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.widths)
        return range(self.starts[line], end)

    def lines_between(self, top: float, bottom: float) -> range:
        """The lines any part of which lies between two heights."""
        first = max(int(top // self.line_height), 0)
        return range(first, min(int(bottom // self.line_height) + 1, len(self.starts)))

    def at(self, x: float, y: float, nearest: bool = False) -> int | None:
        """The chip at a place; with `nearest`, the closest one of the closest line (None only where there are none)."""
        if not self.starts:
            return None
        line = int(y // self.line_height)
        if not nearest and not 0 <= line < len(self.starts):
            return None
        members = self.members(min(max(line, 0), len(self.starts) - 1))
        lefts = self.lefts[members.start : members.stop]
        index = members.start + max(int(np.searchsorted(lefts, x, side="right")) - 1, 0)
        inside = self.lefts[index] <= x < self.lefts[index] + self.widths[index]
        return index if inside or nearest else None

    def beside(self, index: int, lines: int) -> int:
        """The chip `lines` below (negative: above) whose middle is closest to this one's."""
        line = min(max(self.line_of(index) + lines, 0), len(self.starts) - 1)
        members = self.members(line)
        middles = self.lefts[members.start : members.stop] + self.widths[members.start : members.stop] / 2
        return members.start + int(np.argmin(np.abs(middles - (self.lefts[index] + self.widths[index] / 2))))


def flow(
    widths: Sequence[float], width: float, line_height: float, gap: float, extra_before: int = -1, extra: float = 0.0
) -> Flow:
    """Fill lines of `width` from the left; a chip wider than a line has one to itself. `extra` room before one chip."""
    lefts = np.empty(len(widths))
    starts: list[int] = []
    x = 0.0
    for index, wide in enumerate(widths):
        if index == extra_before and starts:
            x += extra
        if not starts or (x + wide > width and x > 0):
            starts.append(index)
            x = extra if index == extra_before else 0.0
        lefts[index] = x
        x += wide + gap
    return Flow(lefts, np.asarray(widths, dtype=np.float64), tuple(starts), line_height)
