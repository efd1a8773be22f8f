"""A workspace's arrangement as the settings keep it: Qt's own state, and how each view stood.

Qt alone would show docks that were closed and lose those it has not heard of; so each view that was there is kept with
a mark: `*` it could be seen, `+` it was among tabs behind another, `-` it was closed. A view without a mark was added
to the program since.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

SEPARATOR = " "
SEEN, TABBED, CLOSED = "*", "+", "-"


@dataclass(frozen=True)
class KeptLayout:
    """An arrangement that was kept."""

    state: bytes = b""
    marks: Mapping[str, str] = field(default_factory=dict)  # view -> mark

    @property
    def shown(self) -> tuple[str, ...]:
        """The views that were not closed."""
        return tuple(name for name, mark in self.marks.items() if mark != CLOSED)

    @property
    def seen(self) -> tuple[str, ...]:
        """The views that could be seen."""
        return tuple(name for name, mark in self.marks.items() if mark == SEEN)

    @property
    def text(self) -> str:
        """As the settings keep it."""
        state = base64.b64encode(self.state).decode("ascii")
        return SEPARATOR.join([state, *(mark + name for name, mark in self.marks.items())])


def parse(text: str) -> KeptLayout:
    """What was kept; nothing where the text is damaged. A name without a mark is of an older program: it was shown."""
    state, *names = text.split(SEPARATOR)
    try:
        data = base64.b64decode(state, validate=True)
    except ValueError:
        return KeptLayout()
    marks = {name[1:]: name[0] for name in names if name[:1] in (SEEN, TABBED, CLOSED)}
    marks.update({name: TABBED for name in names if name[:1] not in (SEEN, TABBED, CLOSED, "")})
    return KeptLayout(data, marks)
