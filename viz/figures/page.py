"""The page of a figure: its size in pixels and on paper, and how large its text is.

Sizes are physical (millimetres, inches) or pixels at a resolution; a file of vectors then has exactly the asked size,
and a picture of pixels says its resolution. Text has sizes of its own, whatever the window's text size: points on
paper, a share of its height on a slide.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from engine.errors import InputRefused
from engine.sentences import say
from viz.typed_number import plain_number

SUFFIXES = (".png", ".svg", ".pdf")
SMALLEST, LARGEST = 16, 32768  # pixels a side: further Qt's painter does not count
LARGEST_GL = 16384  # of what is drawn with OpenGL
SLIDE_DPI, PAPER_DPI = 192.0, 300.0  # where none is given: 1920 pixels are ten inches wide, as a slide is
LEAST_DPI, MOST_DPI = 10.0, 2400.0
BODY, LEAST = 8.0, 6.0  # points of a figure's text on paper, and of its smallest
LEAST_LINES = 45  # of a slide's height to its smallest text
SMALLEST_TEXT, LARGEST_TEXT = 2.0, 200.0  # points that can be asked for
THINNEST, THICKEST = 0.4, 1.6  # times as thick as lines are: above, letters would have too few pixels to be drawn from
MM, POINTS = 25.4, 72.0  # of an inch
UNITS: Final = {"mm": 1.0, "cm": 10.0, "in": MM, "pt": MM / POINTS}  # millimetres
Angles = tuple[
    float, ...
]  # azimuth, elevation, distance, and where something else than the middle is looked at x, y, z
_SIDE = r"([0-9]+(?:[.,][0-9]+)?)\s*(px|mm|cm|in|pt)?"


@dataclass(frozen=True)
class Page:
    """How large a figure is. `mm` where it was asked for in a physical unit: width and height to the last digit."""

    width: int  # pixels
    height: int
    dpi: float = SLIDE_DPI
    mm: tuple[float, float] | None = None
    text: float | None = None  # points of its ordinary text, None: as suits the page
    least: float | None = None  # pixels of its smallest text, where it is part of a larger page that decides

    @property
    def is_paper(self) -> bool:
        """Whether it was asked for in a physical unit."""
        return self.mm is not None

    @property
    def points(self) -> tuple[float, float]:
        """Its size on paper."""
        if self.mm is not None:
            return self.mm[0] * POINTS / MM, self.mm[1] * POINTS / MM
        return self.width * POINTS / self.dpi, self.height * POINTS / self.dpi

    @property
    def pixels_of_point(self) -> float:
        """Pixels of a point of 1/72 inch."""
        return self.dpi / POINTS

    @property
    def least_text(self) -> float:
        """Pixels that the smallest text has at least; 0 where a text size was asked for, which is then kept to."""
        if self.least is not None:
            return self.least
        if self.text is not None:
            return 0.0
        return LEAST * self.pixels_of_point if self.is_paper else slide_height(self.width, self.height) / LEAST_LINES


@dataclass(frozen=True)
class Figure:
    """What is asked for."""

    view: str
    page: Page
    theme: str = "print"
    transparent: bool = False
    camera: Angles | None = None
    palette: str = ""  # of `viz.figures.palettes`; "": the theme's own colours
    font: str = ""  # a family of letters; "": the program's
    lines: float = 1.0  # times as thick as they are by themselves


def slide_height(width: float, height: float) -> float:
    """The height of a 16:9 picture of the same area: of any shape, text is as large."""
    return math.sqrt(width * height / (16 / 9))


def page_of(text: str, dpi: float | None = None, text_size: float | None = None) -> Page:
    """The page of "1920x1080" (pixels), "85mmx60mm", "85x60mm", "3.4in x 2.4in" or "12cmx8cm".

    Raises:
        InputRefused: it is none of these, or cannot be made.
    """
    met = re.fullmatch(rf"\s*{_SIDE}\s*[x×]\s*{_SIDE}\s*", text, re.IGNORECASE)
    if met is None:
        raise InputRefused(
            say(
                "A size is WIDTHxHEIGHT in pixels or with a unit, for example 3840x2160 or 85mmx60mm, but "
                "{text!r} was given.",
                text=text,
            )
        )
    wide, unit, high, other = met.groups()
    first, second = (unit or other or "px").lower(), (other or unit or "px").lower()
    sides = float(plain_number(wide)), float(plain_number(high))
    if "px" in (first, second):
        if first != second:
            raise InputRefused(
                say("A size is in pixels or in a physical unit, not in both, but {text!r} was given.", text=text)
            )
        if not all(side.is_integer() for side in sides):
            raise InputRefused(say("A figure has whole pixels, but {text!r} was given.", text=text))
        return checked(Page(int(sides[0]), int(sides[1]), SLIDE_DPI if dpi is None else dpi, None, text_size))
    mm = sides[0] * UNITS[first], sides[1] * UNITS[second]
    return paper(*mm, PAPER_DPI if dpi is None else dpi, text_size)


def paper(width: float, height: float, dpi: float = PAPER_DPI, text_size: float | None = None) -> Page:
    """A page of so many millimetres. Raises InputRefused where it cannot be made."""
    _check_dpi(dpi)
    return checked(Page(round(width / MM * dpi), round(height / MM * dpi), dpi, (width, height), text_size))


def _check_dpi(dpi: float) -> None:
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise InputRefused(
            say(
                "A figure can have {least_dpi:g} to {most_dpi:g} dots per inch, but {dpi:g} was given.",
                least_dpi=LEAST_DPI,
                most_dpi=MOST_DPI,
                dpi=dpi,
            )
        )


def checked(page: Page) -> Page:
    """The page, if it can be made. Raises InputRefused."""
    _check_dpi(page.dpi)
    if page.text is not None and not SMALLEST_TEXT <= page.text <= LARGEST_TEXT:
        raise InputRefused(
            say(
                "A figure's text can have {smallest_text:g} to {largest_text:g} points, but {text:g} was given.",
                smallest_text=SMALLEST_TEXT,
                largest_text=LARGEST_TEXT,
                text=page.text,
            )
        )
    if all(SMALLEST <= side <= LARGEST for side in (page.width, page.height)):
        return page
    asked = f"{page.width}x{page.height}"
    if page.mm is not None:
        asked = f"{page.mm[0]:g} mm x {page.mm[1]:g} mm at {page.dpi:g} dpi, which is {asked},"
    raise InputRefused(
        say(
            "A figure can be {smallest} to {largest} pixels a side, further than which nothing can be "
            "painted, but {asked} was asked for. Ask for fewer pixels or dots per inch; SVG and PDF are "
            "sharp at any size.",
            smallest=SMALLEST,
            largest=LARGEST,
            asked=asked,
        )
    )


def require_weight(lines: float) -> None:
    """Raises InputRefused where lines cannot be so many times as thick."""
    if not THINNEST <= lines <= THICKEST:
        raise InputRefused(
            say(
                "Lines can be {thinnest:g} to {thickest:g} times as thick, but {lines:g} was given.",
                thinnest=THINNEST,
                thickest=THICKEST,
                lines=lines,
            )
        )


def points_of(text: str) -> float:
    """The points of "8pt", "8" or "3mm". Raises InputRefused."""
    met = re.fullmatch(rf"\s*{_SIDE}\s*", text, re.IGNORECASE)
    if met is None or (met.group(2) or "pt").lower() == "px":
        raise InputRefused(say("A text size is in points, for example 8pt, but {text!r} was given.", text=text))
    return float(plain_number(met.group(1))) * UNITS[(met.group(2) or "pt").lower()] / UNITS["pt"]


def of_pixels(width: int, height: int, dpi: float = SLIDE_DPI) -> Page:
    """A page of so many pixels."""
    return Page(width, height, dpi)
