"""Lays chips of different widths out over lines, and finds the one at a place. Numbers only, no painting.

Lines are found by one pass over the widths; afterwards a line is a range of indices, so that painting and hit tests
look only at what is on screen, however many chips there are.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    double_from: int = 2**31  # the first line that is twice as high: what lies there has a second row below

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.top_of(len(self.starts))

    def top_of(self, line: int) -> float:
        """Where a line begins."""
        return (line + max(line - self.double_from, 0)) * self.line_height

    def line_at(self, y: float) -> int:
        """The line at a height; below 0 and past the last one it is none that there is."""
        rows = int(y // self.line_height)
        return rows if rows < self.double_from else self.double_from + (rows - self.double_from) // 2

    def line_of(self, index: int) -> int:
        """The line a chip is on."""
        return bisect.bisect_right(self.starts, index) - 1

    def members(self, line: int) -> range:
        """The chips of a line."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.widths)
        return range(self.starts[line], end)

    def lines_between(self, top: float, bottom: float) -> range:
        """The lines any part of which lies between two heights."""
        return range(max(self.line_at(top), 0), min(self.line_at(bottom) + 1, len(self.starts)))

    def at(self, x: float, y: float, nearest: bool = False) -> int | None:
        """The chip at a place; with `nearest`, the closest one of the closest line (None only where there are none)."""
        if not self.starts:
            return None
        line = self.line_at(y)
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
    widths: Sequence[float], width: float, line_height: float, gap: float, extra_before: int = -1, extra: float = 0.0,
    double_from: int = -1,
) -> Flow:  # fmt: skip
    """Fill lines of `width` from the left; a chip wider than a line has one to itself. `extra` room before one chip.

    From the line of the chip `double_from` on, lines are twice as high; -1: none is.
    """
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
    made = Flow(lefts, np.asarray(widths, dtype=np.float64), tuple(starts), line_height)
    return made if double_from < 0 or not starts else replace(made, double_from=made.line_of(double_from))
