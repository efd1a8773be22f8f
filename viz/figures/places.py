"""What a figure's file says of places on the disk of who made it: names, and no folders.

Whoever publishes a picture publishes what is written in it. A place below the spec's folder is told as it is; of any
other the last part is kept, with a mark that whoever makes the picture again has to say where that is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Any

from viz.figures.spec import FigureSpec, Panel, Source

_OF_A_PLACE = re.compile(r"(the folder |the file )?((?:[/~\\]|[A-Za-z]:[/\\])[^\0]*?[/\\][^\0]+)", re.DOTALL)  # 2 deep


def without_places(spec: FigureSpec) -> FigureSpec:
    """The figure as its files say it."""
    return replace(spec, run=_named(spec.run), panel=tuple(_panel(panel) for panel in spec.panel))


def is_elsewhere(text: str) -> bool:
    """Whether a text is a place that does not lie below the folder it is told in."""
    whole = PurePosixPath(text).is_absolute() or PureWindowsPath(text).drive != "" or text.startswith(("~", "\\"))
    return whole or ".." in PurePosixPath(text.replace("\\", "/")).parts


def name_of(value: Any) -> Any:
    """The last part of a place that lies elsewhere; any other value as it is."""
    return _last(value) if isinstance(value, str) and is_elsewhere(value) else value


def without_real_places(text: str) -> str:
    """A text that is a place on this disk, or says that something is of one, with the last part of that alone.

    Of texts that only look like one, as tokens of code do, nothing is changed.
    """
    met = _OF_A_PLACE.fullmatch(text)
    if met is None:
        return text
    before, place = met.groups()
    return f"{before or ''}{_last(place)}" if before or _is_there(place) else text


def _is_there(place: str) -> bool:
    try:
        return Path(place).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def _last(place: str) -> str:
    return PurePosixPath(place.replace("\\", "/")).name or "?"


def _panel(panel: Panel) -> Panel:
    options = MappingProxyType({name: name_of(value) for name, value in panel.options.items()})
    return replace(panel, run=_named(panel.run), options=options if panel.options else panel.options)


def _named(source: Source) -> Source:
    file, model = str(name_of(source.file)), str(name_of(source.model))
    return replace(source, file=file, model=model, local=source.local or (file, model) != (source.file, source.model))
