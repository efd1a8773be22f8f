"""What a presenter draws over the projected picture, in shares of its size; no Qt.

Strokes of the highlighter stay for `STAY` seconds and fade within `FADE`, once the pen is lifted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

STAY, FADE = 8.0, 1.5  # seconds
Point = tuple[float, float]  # 0..1 of the picture's width and height


def moved(at: Point, right: float, down: float, aspect: float) -> Point:
    """A point so far from another, in shares of the height, within the picture. `aspect`: its width by its height."""
    return min(max(at[0] + right / aspect, 0.0), 1.0), min(max(at[1] + down, 0.0), 1.0)


@dataclass
class Stroke:
    """One stroke, its points in the order they were drawn, and when the pen was lifted (None: it is drawn now)."""

    points: list[Point] = field(default_factory=list)
    lifted: float | None = None

    def strength(self, now: float, still: bool = False) -> float:
        """1 while it stays, down to 0 as it fades; at once where nothing is to move."""
        if self.lifted is None or now - self.lifted <= STAY:
            return 1.0
        return 0.0 if still else max(1.0 - (now - self.lifted - STAY) / FADE, 0.0)


@dataclass
class Marks:
    """The strokes on the picture."""

    strokes: list[Stroke] = field(default_factory=list)

    def press(self, at: Point) -> None:
        """The pen is put down."""
        self.strokes.append(Stroke([at]))

    def move(self, at: Point) -> None:
        """It is drawn on; nothing where it is not down."""
        if self.strokes and self.strokes[-1].lifted is None:
            self.strokes[-1].points.append(at)

    def lift(self, now: float) -> None:
        """It is lifted."""
        if self.strokes and self.strokes[-1].lifted is None:
            self.strokes[-1].lifted = now

    def clear(self) -> None:
        """Take all strokes away."""
        self.strokes.clear()

    def fade(self, now: float, still: bool = False) -> bool:
        """Forget those that have faded; whether any is left that will."""
        self.strokes = [stroke for stroke in self.strokes if stroke.strength(now, still) > 0]
        return bool(self.strokes)
