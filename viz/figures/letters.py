"""The letters of a figure: which families there are on this computer."""

from __future__ import annotations

import difflib

from PySide6.QtGui import QFontDatabase

from engine.errors import InputRefused, in_short
from engine.sentences import say, together


def families() -> tuple[str, ...]:
    """The families of letters on this computer, those for symbols alone left out."""
    known = QFontDatabase.families()
    return tuple(name for name in known if QFontDatabase.isSmoothlyScalable(name))


def require_family(family: str) -> None:
    """Raises InputRefused where there is no such family here: other letters would pass for those asked for."""
    if not family or family in QFontDatabase.families():
        return
    near = difflib.get_close_matches(family, families(), 1, 0.5)
    raise InputRefused(
        together(
            say("There is no font {family!r} on this computer.", family=in_short(family, 60)),
            say("Did you mean {name!r}?", name=near[0]) if near else "",
            say("Install it, or leave the font out."),
        )
    )
