"""Finds the laboratory that brings a space of points: `engine.labs.NAME.points`, by the name in the space."""

from __future__ import annotations

import importlib
import re
from types import ModuleType

from engine.errors import InputRefused
from engine.labkit.workbench import Bench, Workbench
from engine.maps.points import Points
from engine.records import Space
from engine.sentences import say


def needs_model(space: Space) -> bool:
    """Whether the points of `space` are made with the loaded model. Raises InputRefused as `points_of`."""
    return bool(getattr(_module(space), "NEEDS_MODEL", False))


def points_of(space: Space, bench: Bench | Workbench) -> Points:
    """What a laboratory brings to a space of kind "points".

    Raises:
        InputRefused: no laboratory brings it, or the laboratory refuses. Stopped: a person asked for an end.
    """
    made: Points = _module(space).points(space.what, bench)
    return made


def _module(space: Space) -> ModuleType:
    name = f"engine.labs.{space.lab}.points"
    try:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", space.lab):
            raise ModuleNotFoundError(name=name)
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in (name, name.rpartition(".")[0]):
            raise
        raise InputRefused(say("No laboratory brings points called {of!r} to a map.", of=space.points[:60])) from error
