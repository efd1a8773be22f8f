"""A workspace's arrangement as the settings keep it: Qt's own state, and how each view stood.

Qt alone would show docks that were closed and lose those it has not heard of; so each view that was there is kept with
a mark: `*` it could be seen, `+` it was among tabs behind another, `-` it was closed. A view without a mark was added
to the program since. One that could be seen has its size behind its name (`*tokens=1920x146`): where docks come and
go while a state is restored, Qt shares out the room anew.

Qt takes the bytes of a state at their word: one flipped bit can end the program, at every start anew. So what is kept
for Qt bears a checksum, and what does not fit its own is not given to Qt.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

SEPARATOR = " "
SEEN, TABBED, CLOSED = "*", "+", "-"
_SEAL = " #"
_SIZE = re.compile(r"(\d{1,5})x(\d{1,5})", re.ASCII)


@dataclass(frozen=True)
class KeptLayout:
    """An arrangement that was kept."""

    state: bytes = b""
    marks: Mapping[str, str] = field(default_factory=dict)  # view -> mark
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # view -> width, height in logical pixels

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
        return sealed(SEPARATOR.join([state, *(mark + name + self._size(name) for name, mark in self.marks.items())]))

    def _size(self, name: str) -> str:
        return "={}x{}".format(*self.sizes[name]) if name in self.sizes else ""


def sealed(text: str) -> str:
    """A text with its checksum behind it."""
    return f"{text}{_SEAL}{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def opened(text: str) -> str | None:
    """The text that was sealed; None where it is another one by now."""
    body = text.rpartition(_SEAL)[0]
    return body if sealed(body) == text else None


def parse(text: str) -> KeptLayout:
    """What was kept; nothing where the text is damaged.

    An older program sealed nothing: only which views were shown is taken of what it kept, those without a mark too.
    """
    body = opened(text)
    state, *names = (text if body is None else body).split(SEPARATOR)
    if body is None and _SEAL in text:
        return KeptLayout()
    try:
        data = base64.b64decode(state, validate=True) if body is not None else b""
    except ValueError:
        return KeptLayout()
    marks, sizes = dict[str, str](), dict[str, tuple[int, int]]()
    for each in names:
        name, _, size = each.partition("=")
        mark = name[:1] if name[:1] in (SEEN, TABBED, CLOSED) else ""
        name = name.removeprefix(mark)
        if name:
            marks[name] = mark or TABBED
        if body is not None and (found := _SIZE.fullmatch(size)):
            sizes[name] = int(found[1]), int(found[2])
    return KeptLayout(data, marks, sizes)
