"""Colours of a theme, read from `resources/themes/NAME.json`.

Signed values use `diverging` (its middle is 0), unsigned ones `ramp` (perceptually even, low to high), categories
`categories` (colour-blind safe: Okabe and Ito, lightened or darkened for the ground they stand on).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine import checked_json
from engine.records import F32

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


def names() -> list[str]:
    """Names of the themes, the default first."""
    found = sorted(path.stem for path in FOLDER.glob("*.json"))
    return sorted(found, key=lambda name: name != "dark")


@functools.cache
def theme(name: str) -> Theme:
    """The theme called `name`. Raises KeyError naming those there are."""
    path = FOLDER / f"{name}.json"
    if not path.is_file():
        raise KeyError(f"There is no theme {name!r}; there are {', '.join(names())}.")
    values = checked_json.read_object(path)
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Theme(name=name, **lists)


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
