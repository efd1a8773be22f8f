"""Palettes of figures and of the window: a theme's ground and type with other colours for data.

They are read from `resources/palettes/NAME.json`. Three are each made for one deficiency of colour vision: nine
categories that differ by a CIEDE2000 of at least 15 as that deficiency shows them (Machado, Oliveira and Fernandes
2009) and as everybody else sees them, and signs for good, warning and error that do as well. Three were published for
figures and are safe in their first categories, one prints in grey. The colours of those are as published: Okabe and Ito
(2008), Paul Tol's bright, muted, sunset and iridescent (2021), viridis, cividis (Nuñez 2018) and ColorBrewer's PuOr
and RdBu. What has less than 2:1 to the ground is brought nearer to the text's colour, with its hue kept.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, reason
from engine.sentences import say
from viz.charts.colours import contrast, luminance, mixed
from viz.lab import QT_TRANSLATE_NOOP
from viz.theme import Theme, rgb
from viz.theme import names as theme_names
from viz.theme import theme as theme_called

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "palettes"
OWN: Final = ""  # the theme's own colours
LEAST_CONTRAST = 2.0  # of categories to the ground: with the 3 that WCAG asks for, orange comes too near to vermilion
END_CONTRAST = 4.0  # of the ends of a diverging scale to a dark ground
STEPS = 24  # of a colour towards the text's
SHADES = 9
TITLES: Final = (
    QT_TRANSLATE_NOOP("Palettes", "Deuteranopia (weak green)"),
    QT_TRANSLATE_NOOP("Palettes", "Protanopia (weak red)"),
    QT_TRANSLATE_NOOP("Palettes", "Tritanopia (weak blue)"),
    QT_TRANSLATE_NOOP("Palettes", "Okabe–Ito, cividis"),
    QT_TRANSLATE_NOOP("Palettes", "Tol bright, viridis"),
    QT_TRANSLATE_NOOP("Palettes", "Tol muted, iridescent"),
    QT_TRANSLATE_NOOP("Palettes", "Grey, for printing"),
)
SIGNS: Final = ("good", "warning", "error")
ONE_DEFICIENCY: Final = ("deuteranopia", "protanopia", "tritanopia")  # that the palettes of these names are made for


@dataclass(frozen=True)
class Palette:
    """Colours as "#rrggbb": of categories, of amounts from dark to light, of signed values with a light middle."""

    name: str
    title: str
    grey: bool
    categories: tuple[str, ...]
    ramp: tuple[str, ...]  # (): the theme's, which rises in luminance, and so is safe for all
    diverging: tuple[str, ...]  # (): the theme's, from blue to orange
    made_for: str = ""  # the deficiency of colour vision; its categories are then those for a light ground
    signs: tuple[str, ...] = ()  # good, warning, error on a light ground; (): the theme's
    on_dark: tuple[str, ...] = ()  # categories on a dark ground; (): the same
    signs_on_dark: tuple[str, ...] = ()


def names() -> tuple[str, ...]:
    """Those there are, beside the theme's own."""
    found = sorted(path.stem for path in FOLDER.glob("*.json"))
    return tuple(sorted(found, key=lambda name: (name in ONE_DEFICIENCY, name == "grey", name)))


@functools.cache
def palette(name: str) -> Palette:
    """The palette called so. Raises InputRefused: there is none, or its file is damaged."""
    if name not in names():
        raise InputRefused(say("There is no palette {name!r}; there are {names}.", name=name, names=", ".join(names())))
    try:
        values = checked_json.read_object(FOLDER / f"{name}.json")
        lists: list[tuple[str, ...]] = [
            tuple(values.get(key, ()) if "on_dark" in values else values[key])
            for key in ("categories", "ramp", "diverging")
        ]
        for colour in (colour for colours in lists for colour in colours):
            rgb(colour)
        made = Palette(name, str(values["title"]), values["grey"] is True, lists[0], lists[1], lists[2])
        return made if "on_dark" not in values else _for_deficiency(made, values)
    except (OSError, JsonProblem, KeyError, TypeError, ValueError) as error:
        why = reason(error)
        raise InputRefused(
            say("The palette {name} cannot be read ({why}). Install Orrery again.", name=name, why=why)
        ) from error


def _for_deficiency(made: Palette, values: dict[str, Any]) -> Palette:
    """With what it has besides. Raises KeyError, TypeError or ValueError where that is damaged."""
    dark = values["on_dark"]
    signs, signs_on_dark = (tuple(str(part[name]) for name in SIGNS) for part in (values, dark))
    on_dark = tuple(dark["categories"])
    for colour in (*signs, *signs_on_dark, *on_dark):
        rgb(colour)
    return replace(made, made_for=str(values["made_for"]), signs=signs, on_dark=on_dark, signs_on_dark=signs_on_dark)


def worn(theme: str, name: str) -> Theme:
    """What the window shows: a theme in the colours of a palette, and in its own where that cannot be had."""
    try:
        return coloured(theme, name)
    except InputRefused:
        return theme_called(theme)


def coloured(theme: str, name: str) -> Theme:
    """A theme in the colours of a palette; OWN leaves it as it is.

    Raises:
        InputRefused: there is no such theme or palette, or the palette's file is damaged.
    """
    if theme not in theme_names():
        raise InputRefused(
            say(
                "There is no theme {theme!r}; there are {theme_names}.",
                theme=theme,
                theme_names=", ".join(theme_names()),
            )
        )
    made = theme_called(theme)
    return made if name == OWN else _with(made, palette(name))


@functools.cache
def _with(made: Theme, found: Palette) -> Theme:
    if found.grey:
        return _grey(made)
    of_ground = found.on_dark if made.is_dark and found.on_dark else found.categories
    colours = tuple(_seen(colour, made) for colour in of_ground)
    signs = found.signs_on_dark if made.is_dark else found.signs
    good, warning, error = signs or (colours[2], made.warning, made.error)
    return replace(
        made,
        categories=colours,
        path=colours[0],
        fan=colours[1],
        good=good,
        warning=warning,
        error=error,
        compared=colours[3],
        ramp=(found.ramp if made.is_dark else found.ramp[::-1]) or made.ramp,
        diverging=(_dark_middle(found.diverging, made) if made.is_dark and found.diverging else found.diverging)
        or made.diverging,
    )


def _seen(colour: str, theme: Theme, least: float = LEAST_CONTRAST) -> str:
    """The colour, brought towards the text's until it has so much contrast to the ground."""
    ground = rgb(theme.ground)
    for step in range(STEPS + 1):
        nearer = mixed(colour, theme.text, step / STEPS).name()
        if contrast(rgb(nearer), ground) >= least:
            return nearer
    return theme.text


def _dark_middle(stops: tuple[str, ...], theme: Theme) -> tuple[str, ...]:
    """A diverging scale whose middle is the dark ground's: the strongest colours that are seen on it are its ends."""
    low = max(stops[: len(stops) // 2], key=_vivid)
    high = max(stops[len(stops) // 2 + 1 :], key=_vivid)
    low, high = (_seen(colour, theme, END_CONTRAST) for colour in (low, high))
    parts = (0.0, 0.33, 0.66)
    left = tuple(mixed(low, theme.raised, part).name() for part in parts)
    return (*left, theme.raised, *(mixed(high, theme.raised, part).name() for part in reversed(parts)))


def _vivid(colour: str) -> float:
    """Difference of its largest and smallest part, 0..1."""
    parts = rgb(colour)
    return float(parts.max() - parts.min())


# -- in grey -----------------------------------------------------------------------------------------------------


def _grey(theme: Theme) -> Theme:
    """Everything in the grey of its own luminance; amounts from ground to text, signed values from black to white."""
    plain = (
        "ground", "surface", "raised", "border", "text", "muted", "accent", "path", "compared", "fan", "chosen",
        "warning", "error", "good",
    )  # fmt: skip
    fields = {name: grey_of(getattr(theme, name)) for name in plain}
    grey = replace(theme, **fields)  # type: ignore[arg-type]
    shades = [0.0, 0.55, 0.3, 0.65, 0.43]  # of the way to the ground: neighbours far apart, none below 3:1
    fields_of_many = {
        "categories": tuple(_seen(mixed(fields["text"], fields["ground"], part).name(), grey) for part in shades),
        "ramp": tuple(mixed(fields["ground"], fields["text"], step / (SHADES - 1)).name() for step in range(SHADES)),
        "diverging": ("#000000", "#808080", "#ffffff"),
    }
    return replace(grey, **fields_of_many)  # type: ignore[arg-type]


def grey_of(colour: str) -> str:
    """The grey of a colour's luminance."""
    linear = luminance(rgb(colour))
    level = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    shade = int(np.clip(round(255 * level), 0, 255))
    return f"#{shade:02x}{shade:02x}{shade:02x}"
