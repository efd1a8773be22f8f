"""Looks of figures under names of their own: page, theme, palette, letters, lines; kept with the settings as TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from engine.errors import InputRefused
from engine.sentences import say
from viz.figures.spec import FigureSpec, Source
from viz.figures.toml_records import parsed, written

OF_THE_FIGURE = ("out", "title", "caption", "run", "panel", "versions")  # and no part of its look
MOST = 50


def look_of(spec: FigureSpec) -> str:
    """A figure's look as it is kept."""
    fresh = FigureSpec()
    return written(replace(spec, **{name: getattr(fresh, name) for name in OF_THE_FIGURE}))


def with_look(spec: FigureSpec, text: str, name: str) -> FigureSpec:
    """The figure in a look that was kept. Raises InputRefused where it is damaged."""
    table, reader = parsed(text, name)
    look = reader.record(FigureSpec, table)
    if reader.problems:
        raise InputRefused(
            say("The preset {name!r} cannot be used: {sentence}", name=name, sentence=reader.problems[0].sentence)
        )
    look.page  # noqa: B018 - raises where it cannot be made
    own = {entry.name: getattr(look, entry.name) for entry in fields(look) if entry.name not in OF_THE_FIGURE}
    return replace(spec, **own)


def usable(kept: Mapping[str, str]) -> dict[str, str]:
    """The presets that can be read, by name."""
    found = {}
    for name, text in list(kept.items())[:MOST]:
        try:
            with_look(FigureSpec(run=Source()), text, name)
        except InputRefused:
            continue
        found[name] = text
    return found
