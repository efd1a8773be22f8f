"""A few forms that points are told apart by beside their colour: one formula for OpenGL, outlines for painters.

A form is where `g(x, y) <= 1`, with x and y from -1 to 1 over a sprite and y downwards, and
g = max(large * max(|x|, |y|) + small * min(|x|, |y|), 2 * |turn| * max(turn * y, 0.866 |x| - 0.5 turn * y)):
the first is a square, a rhomb, a star with four points or, for what is round, an octagon, the second a triangle
(`turn` 1: it points up, -1: down). Hollow ones lack their middle. Points without a form are soft discs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.records import F32

Name = Literal["disc", "square", "triangle", "star", "rhomb", "ring", "turned triangle", "frame", "hollow rhomb"]
INNER: Final = 0.52  # of a hollow form's size that it lacks
SOFT_AREA: Final = math.pi / 2  # of a soft disc: the integral of 1 - r² over it


@dataclass(frozen=True)
class Form:
    """The numbers of the formula."""

    large: float = 0.0
    small: float = 0.0
    turn: float = 0.0
    hollow: bool = False


FORMS: Final[dict[Name, Form]] = {
    "disc": Form(large=1.0, small=0.4142),
    "square": Form(large=1.15),
    "triangle": Form(turn=1.0),
    "star": Form(large=1.0, small=3.0),
    "rhomb": Form(large=1.0, small=1.0),
    "ring": Form(large=1.0, small=0.4142, hollow=True),
    "turned triangle": Form(turn=-1.0),
    "frame": Form(large=1.15, hollow=True),
    "hollow rhomb": Form(large=1.0, small=1.0, hollow=True),
}
ROUND: Final[tuple[Name, ...]] = ("disc", "ring")  # painters draw circles
NAMES: Final[tuple[Name, ...]] = tuple(FORMS)


def height(form: Form, x: F32, y: F32) -> F32:
    """g of the formula, above 1 outside of the form."""
    a, b = np.abs(x), np.abs(y)
    square = form.large * np.maximum(a, b) + form.small * np.minimum(a, b)
    turned = form.turn * y
    triangle = 2 * abs(form.turn) * np.maximum(turned, 0.866 * a - 0.5 * turned)
    return np.asarray(np.maximum(square, triangle), np.float32)


def covers(form: Form, x: F32, y: F32) -> F32:
    """1 where the form is, else 0."""
    g = height(form, x, y)
    return np.asarray((g <= 1) & (g >= (INNER if form.hollow else -1)), np.float32)


def form_of(category: int, categories: int) -> Name:
    """The form of a category; all are discs where there are more of them than forms."""
    return NAMES[category] if categories <= len(NAMES) else "disc"


def area(form: Form) -> float:
    """Of a sprite that is 2 by 2."""
    side = (np.arange(200, dtype=np.float32) + 0.5) / 100 - 1
    x, y = (np.asarray(it, np.float32) for it in np.meshgrid(side, side))
    return float(covers(form, x, y).mean()) * 4


def outline(name: Name) -> F32 | None:
    """[m, 2] the corners of a form within -1..1, y downwards; None for what is round."""
    form = FORMS[name]
    if name in ROUND:
        return None
    if form.turn:
        corners = [(0.0, -1.0), (0.866, 0.5), (-0.866, 0.5)]
        return np.array([(x, y * form.turn) for x, y in corners], np.float32)
    tip, waist = 1 / form.large, 1 / (form.large + form.small)
    found = []
    for x, y in ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)):
        reach = waist if x and y else tip
        found.append((x * reach, y * reach))
    return np.array(found, np.float32)


def table() -> F32:
    """[forms, 4] larger, smaller, twice the turn, and from which g on a form is: below 0 where it is not hollow."""
    rows = [(it.large, it.small, 2 * it.turn, INNER if it.hollow else -9.0) for it in FORMS.values()]
    return np.array(rows, np.float32)


def gains() -> F32:
    """[forms] how much stronger a form is drawn than a soft disc: one of little area more, so that a crowd is about as
    dense whatever its forms."""
    return np.array([math.sqrt(SOFT_AREA / area(form)) for form in FORMS.values()], np.float32)
