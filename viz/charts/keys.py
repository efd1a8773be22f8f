"""What explains a chart: entries of a legend and colour bars, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
    """What a colour bar says. `ticks`: values and words of its own, instead of the ends and the middle."""

    colouring: Colouring
    label: str = ""
    numbers: Callable[[float], str] = short
    ticks: tuple[tuple[float, str], ...] = ()
