"""Colours of a theme, read from `resources/themes/NAME.json`.

Signed values use `diverging` (its middle is 0), unsigned ones `ramp` (perceptually even, low to high), categories
`categories` (colour-blind safe: Okabe and Ito, lightened or darkened for the ground they stand on).
"""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, reason, shown
from engine.records import F32
from engine.sentences import say

SHIPPED = ("dark", "light", "print")  # the default first; in this order they stand in for one that cannot be read
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "themes"


@dataclass(frozen=True)
class Theme:
    """Colours as "#rrggbb"."""

    name: str
    title: str
    is_dark: bool
    ground: str  # behind the map and plots
    surface: str  # panels
    raised: str  # controls, table headers
    border: str
    text: str
    muted: str  # secondary text; still 4.5:1 on `surface`
    accent: str  # focus, selection, the current point
    path: str
    compared: str  # the branch beside the current one
    fan: str
    chosen: str  # the chosen candidate
    warning: str
    error: str
    good: str
    categories: tuple[str, ...]
    ramp: tuple[str, ...]
    diverging: tuple[str, ...]
    trouble: str = ""  # why these are the colours of another theme, in a sentence


def names() -> list[str]:
    """Names of the themes, the default first; those that belong here are named even where their files are gone."""
    found = sorted({path.stem for path in FOLDER.glob("*.json")} - set(SHIPPED))
    return [*SHIPPED, *found]


@functools.cache
def theme(name: str) -> Theme:
    """The theme called `name`; where its file is damaged the first that can be read, under its name, and why.

    Raises:
        KeyError: naming the themes there are. InputRefused: none of those that belong here can be read.
    """
    if name not in names():
        raise KeyError(f"There is no theme {name!r}; there are {', '.join(names())}.")
    try:
        return _read(name)
    except (OSError, JsonProblem) as error:
        why = reason(error)
    for other in SHIPPED:
        with contextlib.suppress(OSError, JsonProblem):
            trouble = say(
                "The colours of the theme {name} cannot be read from {path} ({why}); those of {other} are shown "
                "instead. Installing Orrery again brings them back.",
                name=name,
                path=FOLDER / f"{name}.json",
                why=why,
                other=other,
            )
            return replace(_read(other), name=name, title=name.capitalize(), trouble=trouble)
    raise InputRefused(
        say(
            "No theme in {folder} can be read ({name}: {why}). Install Orrery again.", folder=FOLDER, name=name, why=why
        )
    )


def _read(name: str) -> Theme:
    """The theme in a file. Raises OSError, and JsonProblem where the file is damaged."""
    values = checked_json.read_object(FOLDER / f"{name}.json")
    kinds = {field.name: field.type for field in fields(Theme) if field.name not in ("name", "trouble")}
    return Theme(name=name, **{key: _value(values, key, str(kind)) for key, kind in kinds.items()})


def _value(values: Mapping[str, Any], key: str, kind: str) -> Any:
    """One value of a theme's file. Raises JsonProblem saying what is wrong with it."""
    if key not in values:
        raise JsonProblem(say("{key} is missing", key=key))
    value = values[key]
    if key in ("title", "is_dark"):
        good = type(value).__name__ == kind
    elif kind == "str":
        good = _is_colour(value)
    else:
        good = isinstance(value, list) and len(value) > 1 and all(map(_is_colour, value))
    if not good:
        raise JsonProblem(say("{key} is {value}", key=key, value=shown(value)))
    return tuple(value) if isinstance(value, list) else value


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def rgb(colour: str) -> F32:
    """[3] float32 in 0..1 of "#rrggbb"."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], dtype=np.float32)


def along(stops: tuple[str, ...], values: F32) -> F32:
    """Colours [n, 3] at `values` [n] in 0..1 along `stops`, linearly between them; NaN gives the first."""
    table = np.stack([rgb(stop) for stop in stops])
    where = np.clip(np.nan_to_num(values, nan=0.0), 0.0, 1.0) * (len(stops) - 1)
    low = np.minimum(where.astype(np.int64), len(stops) - 2)
    part = (where - low)[:, None].astype(np.float32)
    return np.asarray(table[low] * (1 - part) + table[low + 1] * part, dtype=np.float32)
