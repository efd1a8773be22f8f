"""How further paths and bundles look: each number has a colour, a dash and a mark, so that none needs its colour.

Odd numbers have rings for their tokens, even ones discs. Of the bundles A is drawn through and B dashed, as in their
chart; groups of samples are shades of one colour, and their numbers stand at the samples' ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.records import F32
from viz.shown_paths import Shown, ShownBundle
from viz.theme import Theme, rgb

Strokes = tuple[tuple[float, float], ...]
THROUGH: Strokes = ((0.0, 1.0),)
# apart from the path, the compared branch, the fan and the current point as far as eight colours can be
_COLOURS = (2, 3, 4, 5, 6, 1, 0, 7)
_DASHES: tuple[tuple[float, Strokes], ...] = (  # period in radii of the standard pose, and what of it is drawn
    (0.075, ((0.0, 0.62),)),
    (0.03, ((0.0, 0.42),)),
    (0.11, ((0.0, 0.5), (0.68, 0.8))),
    (0.14, ((0.0, 0.82),)),
    (0.13, ((0.0, 0.4), (0.52, 0.62), (0.76, 0.86))),
    (0.05, ((0.0, 0.3),)),
    (0.09, ((0.0, 0.36), (0.5, 0.86))),
    (0.2, ((0.0, 0.7), (0.8, 0.9))),
)
_PEN = 100.0  # logical pixels of a legend's line for one radius
LIGHTER, DARKER = 0.5, 0.45


@dataclass(frozen=True)
class PathStyle:
    """Colour, dash and mark of one."""

    colour: str
    period: float
    strokes: Strokes
    rings: bool

    @property
    def pen(self) -> tuple[tuple[float, float], ...]:
        """(from, to) of the strokes of one period, in logical pixels."""
        wide = max(self.period * _PEN, 4.0)
        return tuple((low * wide, high * wide) for low, high in self.strokes)

    @property
    def pen_period(self) -> float:
        """Logical pixels from one period to the next."""
        return max(self.period * _PEN, 4.0)


def style_of(shown: Shown, theme: Theme) -> PathStyle:
    """The look of a path or a bundle."""
    if isinstance(shown, ShownBundle):
        first = shown.letter == "A"
        return PathStyle(
            theme.path if first else theme.compared, 0.07, THROUGH if first else ((0.0, 0.6),), rings=not first
        )
    at = (max(shown.number, 1) - 1) % len(_DASHES)
    period, strokes = _DASHES[at]
    colour = theme.categories[_COLOURS[at] % len(theme.categories)]
    return PathStyle(colour, period, strokes, rings=at % 2 == 0)


def shade(colour: str, group: int, theme: Theme) -> F32:
    """[3] the colour of a group of a bundle: the largest in its own, the others lighter or darker in turn."""
    if group == 0:
        return rgb(colour)
    other, part = (theme.text, LIGHTER) if group % 2 else (theme.ground, DARKER)
    return rgb(colour) * (1 - part) + rgb(other) * part


def shade_name(colour: str, group: int, theme: Theme) -> str:
    """The same as "#rrggbb"."""
    red, green, blue = (round(float(part) * 255) for part in shade(colour, group, theme))
    return f"#{red:02x}{green:02x}{blue:02x}"
