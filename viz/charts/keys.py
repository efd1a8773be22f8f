"""What explains a chart: entries of a legend and colour bars, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from viz.charts.heatmap import Colouring
from viz.charts.rulers import short


@dataclass(frozen=True)
class Key:
    """One entry of a legend."""

    name: str
    colour: str
    mark: Literal["line", "box", "tick", "o", "s"] = "line"
    dash: int = 0
    tint: float = 1.0  # how much of the colour fills a box (see Plot.bars)


@dataclass(frozen=True)
class Bar:
    """A colour bar: what its colours mean, and what is written at its ends where that is not the values there."""

    colouring: Colouring
    label: str = ""
    numbers: Callable[[float], str] = short
    ends: tuple[str, str] | None = None
    least: float = 12.0  # em that the label is always given: it is cut where there is no room for all
    name: str = ""  # what its colours mean where it stands by itself, beside several panels; "": the label
    free: bool = False  # the view draws by the colouring that it is given back, whose limits may be others

    @property
    def said(self) -> str:
        """What its colours mean, in full."""
        return self.name or self.label

    @property
    def said_at_ends(self) -> tuple[str, str]:
        """What is written at its ends."""
        return self.ends or (self.numbers(self.colouring.low), self.numbers(self.colouring.high))

    def up_to(self, high: float) -> Bar:
        """The same with another highest value."""
        return replace(self, colouring=replace(self.colouring, high=high))
