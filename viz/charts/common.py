"""What panels of one figure have in common: limits of colours, what explains them, and the room around their plots.

A figure draws a colour bar or a legend that several panels would have alike once, beside them. Each panel is told so,
and leaves its own out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from viz.charts.keys import Bar, Key

Quantity = tuple[str, tuple[str, ...], str, bool]  # what colours mean, which, how values become them, whether signed
Entries = tuple[Key, ...]


def quantity(bar: Bar) -> Quantity:
    """What two colour bars have to be alike in, for one of them to explain both: all but their limits."""
    return bar.said, bar.colouring.stops, bar.colouring.mode, bar.colouring.signed


@dataclass(frozen=True)
class Common:
    """What a panel has in common with others, in pixels of its view."""

    limits: Mapping[Quantity, float] = field(default_factory=lambda: MappingProxyType({}))  # the highest value
    legends: frozenset[Entries] = frozenset()
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # more room left, above, right and below


ALONE = Common()


@runtime_checkable
class SharesScales(Protocol):
    """A view whose colours and legends can be those of several panels of a figure."""

    def share(self, common: Common) -> None:
        """Draw so from now on."""
