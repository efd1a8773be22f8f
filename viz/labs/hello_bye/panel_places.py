"""Where the panels of Hello/Bye stand: one under the other, with their words beside them or, where tall, above.

Plain arithmetic on rectangles. All charts are as wide and have the same room for their axes, so that a token stands in
the same place in each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from viz.labs.hello_bye.panels import Panel

WIDE = 46  # em from which on words always stand beside the charts
TALL = 56  # em of height from which on a narrow view has room for words above them
WEIGHTS = {1: 1.0, 2: 1.0, 3: 1.0, 5: 1.25, 7: 1.35}  # share of the height
TITLE, SLIDER = 1.45, 1.4  # em of a title and of the slider under it
BAR = 1.75  # em of a colour bar above a chart
BAR_BELOW = 1.3  # em of one below sentences
AROUND = 0.25  # em that a grid of charts leaves free above and below, and twice that between its parts
AT_END = 0.7  # em that it leaves free at its right
GAP = 0.7  # em between two panels


@dataclass(frozen=True)
class Place:
    """One panel's chart with its axes, its words, and the room for its colour bar (beside: within the words')."""

    panel: Panel
    chart: QRectF
    words: QRectF
    bar: bool  # whether there is room for a colour bar


@dataclass(frozen=True)
class Places:
    """All of them; `wide`: pixels of each chart with its axes."""

    beside: bool  # whether words stand beside the charts
    wide: float
    words: QRectF  # the row of tokens
    panels: tuple[Place, ...]


def is_beside(rect: QRectF, em: float) -> bool:
    """Whether the panels' words stand beside them."""
    return rect.width() >= WIDE * em or rect.height() < TALL * em


def width_of(rect: QRectF, em: float) -> float:
    """Pixels of each chart with its axes."""
    if not is_beside(rect, em):
        return max(rect.width() - AT_END * em, em)
    return max(rect.width() * (0.66 if rect.width() >= WIDE * em else 0.58), em)


def places(rect: QRectF, em: float, panels: Sequence[Panel], tokens: float) -> Places:
    """Lay the panels out in `rect`, below a row of tokens that is so high."""
    beside, wide = is_beside(rect, em), width_of(rect, em)
    row = QRectF(rect.left(), rect.top(), wide, tokens)
    top = row.bottom()
    whole = max(rect.bottom() - top - GAP * em * (len(panels) - 1), 0.0)
    weights = max(sum(map(_weight, panels)), 1e-6)
    found = []
    for panel in panels:
        high = whole * _weight(panel) / weights
        room = QRectF(rect.left(), top, rect.width(), high)
        found.append(_beside(panel, room, wide, em) if beside else _above(panel, room, wide, em))
        top += high + GAP * em
    return Places(beside, wide, row, tuple(found))


def _beside(panel: Panel, room: QRectF, wide: float, em: float) -> Place:
    words = QRectF(room)
    words.setLeft(room.left() + wide + 2 * AROUND * em)
    least = TITLE + BAR_BELOW + (SLIDER if panel.number == 5 else 0.0)
    bar = _has_scale(panel) and room.height() >= least * em
    return Place(panel, QRectF(room.left(), room.top(), wide, room.height()), words, bar)


def _above(panel: Panel, room: QRectF, wide: float, em: float) -> Place:
    text = min(room.height() * 0.5, em * 4.6)
    bar = _has_scale(panel) and text >= (TITLE + BAR) * em
    chart = QRectF(room.left(), room.top() + text, wide, room.height() - text)
    return Place(panel, chart, QRectF(room.left(), room.top(), room.width(), text - BAR * em * bar), bar)


def _has_scale(panel: Panel) -> bool:
    return panel.kind == "picture" and panel.values is not None


def _weight(panel: Panel) -> float:
    """A panel's share of the height: one that has nothing to show needs only room for its sentence."""
    return WEIGHTS[panel.number] if panel.values is not None else 0.5
