"""A box or a lasso that is drawn with keys, as plain values: a box is moved and sized, a lasso's pen draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["box", "lasso"]
Pixel = tuple[float, float]
FIRST = 0.12  # of the picture's height, that half a side of a box is at first
STEP, FINE = 24.0, 4.0  # logical pixels that a key moves a pen or a side
LEAST = 3.0  # logical pixels of half a side


@dataclass(frozen=True)
class KeyedOutline:
    """Logical pixels of a picture so wide and high. `drawn` are the corners of a lasso, its pen the last."""

    kind: Kind
    width: float
    height: float
    x: float
    y: float
    half_wide: float = 0.0
    half_tall: float = 0.0
    drawn: tuple[Pixel, ...] = ()

    @classmethod
    def begun(cls, kind: Kind, at: Pixel, width: float, height: float) -> KeyedOutline:
        """One that begins around a pixel, or with its pen there."""
        half = FIRST * height if kind == "box" else 0.0
        made = cls(kind, width, height, *at, half, half)._within()
        return replace(made, drawn=((made.x, made.y),)) if kind == "lasso" else made

    def moved(self, right: float, down: float) -> KeyedOutline:
        """The box, or the pen, which draws, so far away; it stays in the picture."""
        made = replace(self, x=self.x + right, y=self.y + down)._within()
        return replace(made, drawn=(*self.drawn, (made.x, made.y))) if self.kind == "lasso" else made

    def sized(self, wider: float, taller: float) -> KeyedOutline:
        """A box with sides so much further from its middle; a lasso is drawn, not sized."""
        if self.kind == "lasso":
            return self
        wide = min(max(self.half_wide + wider, LEAST), self.width / 2)
        tall = min(max(self.half_tall + taller, LEAST), self.height / 2)
        return replace(self, half_wide=wide, half_tall=tall)

    def around(self, at: Pixel) -> KeyedOutline:
        """The same around another pixel; a lasso's pen goes straight there."""
        return self.moved(at[0] - self.x, at[1] - self.y)

    def _within(self) -> KeyedOutline:
        return replace(self, x=min(max(self.x, 0.0), self.width), y=min(max(self.y, 0.0), self.height))

    @property
    def corners(self) -> tuple[Pixel, ...]:
        """Its corners; of a lasso so far."""
        if self.kind == "lasso":
            return self.drawn
        left, right = self.x - self.half_wide, self.x + self.half_wide
        top, bottom = self.y - self.half_tall, self.y + self.half_tall
        return ((left, top), (right, top), (right, bottom), (left, bottom))
