"""From values to colours: a scale with its ends, and the ink that can be read on a colour.

Ink is chosen by contrast (WCAG 2 relative luminance), so that text on a filled chip is readable at every value.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor

from engine.records import F32, U8
from viz.theme import along, rgb

INKS = ("#ffffff", "#000000")


@dataclass(frozen=True)
class Scale:
    """Colours of values between `low` and `high` along `stops`; values outside take the end's colour."""

    stops: tuple[str, ...]
    low: float
    high: float

    def part(self, value: float) -> float:
        """Where a value lies, 0..1; 0 where it is not finite."""
        if not np.isfinite(value) or self.high <= self.low:
            return 0.0
        return float(min(max((value - self.low) / (self.high - self.low), 0.0), 1.0))

    def colour(self, value: float) -> QColor:
        """The colour of one value."""
        return quick_colour(self.stops, round(255 * self.part(value)))

    @property
    def table(self) -> U8:
        """[256, 3] uint8 colours from low to high."""
        return lookup(self.stops)


@functools.lru_cache(maxsize=64)
def lookup(stops: tuple[str, ...]) -> U8:
    """[256, 3] uint8 along `stops`."""
    table = np.round(along(stops, np.linspace(0, 1, 256, dtype=np.float32)) * 255).astype(np.uint8)
    table.flags.writeable = False
    return table


@functools.lru_cache(maxsize=4096)
def quick_colour(stops: tuple[str, ...], step: int) -> QColor:
    """The colour at `step` of 255 along `stops`."""
    red, green, blue = (int(part) for part in lookup(stops)[step])
    return QColor(red, green, blue)


def luminance(colour: F32) -> float:
    """Relative luminance (WCAG 2) of [3] float32 sRGB in 0..1."""
    linear = np.where(colour <= 0.03928, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32))


def contrast(one: F32, other: F32) -> float:
    """WCAG 2 contrast ratio of two colours, 1..21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@functools.lru_cache(maxsize=4096)
def _ink(name: str) -> str:
    return max(INKS, key=lambda ink: contrast(rgb(ink), rgb(name)))


def ink_on(colour: QColor) -> QColor:
    """White or black, whichever reads better on `colour`: one of them always has a contrast of 4.5 or more."""
    return QColor(_ink(colour.name()))


@functools.lru_cache(maxsize=256)
def mixed(one: str, other: str, part: float) -> QColor:
    """`one` with `part` (0..1) of `other`."""
    red, green, blue = np.round((rgb(one) * (1 - part) + rgb(other) * part) * 255).astype(int).tolist()
    return QColor(red, green, blue)
