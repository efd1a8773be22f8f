"""The bundled text (six novels of the public domain), or a person's own: what laboratories count and train on.

The bundled file is UTF-8 text compressed by LZMA, the novels parted by form feeds, the first line of each its title.
One line is one paragraph. Where it comes from, and how it is made: `resources/text/README.md`.
"""

from __future__ import annotations

import functools
import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, in_short
from engine.folders import RESOURCES
from engine.sentences import say

BUNDLED: Final = RESOURCES / "text" / "austen.txt.xz"
BETWEEN: Final = "\f"  # of two books
LARGEST: Final = 64 * 2**20  # bytes of a person's file
FEWEST: Final = 2  # characters that a text is of


@dataclass(frozen=True)
class Book:
    """One text."""

    title: str  # of a person's file its name
    text: str


def books(name: str = "") -> tuple[Book, ...]:
    """The bundled novels, or a person's file as one book.

    Raises:
        InputRefused: the file cannot be read, is no text, or has next to nothing in it.
    """
    return own_text(Path(name).expanduser()) if name else bundled()


@functools.cache
def bundled() -> tuple[Book, ...]:
    """The six novels, in the file's order."""
    whole = lzma.decompress(BUNDLED.read_bytes()).decode()
    return tuple(Book(text.split("\n", 1)[0].title().replace(" And ", " and "), text) for text in whole.split(BETWEEN))


def own_text(path: Path) -> tuple[Book, ...]:
    """A person's file. Raises as `books` does."""
    name = in_short(path.name)
    try:
        data = checked_json.content(path, LARGEST)
    except (OSError, ValueError) as error:  # also for what no file system takes as a name
        why = error if isinstance(error, JsonProblem) else getattr(error, "strerror", None) or say("no such name")
        raise InputRefused(
            say(
                "{path} cannot be read ({why}). Name a text file, or nothing for the bundled novels.",
                path=in_short(path),
                why=why,
            )
        ) from error
    text = _decoded(name, data).replace("\r\n", "\n").replace("\r", "\n")
    if len(text.strip()) < FEWEST:
        raise InputRefused(
            say("{name} holds no text. Name a file with some pages of text: tables are counted from it.", name=name)
        )
    return (Book(name, text),)


def _decoded(name: str, data: bytes) -> str:
    """The text of a file's bytes."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputRefused(
            say(
                "Line {line} of {name} is not UTF-8 text (byte {byte:#04x}). Save the file as UTF-8, or name a text "
                "file.",
                line=line,
                name=name,
                byte=data[error.start],
            )
        ) from error
    if "\0" in text:
        raise InputRefused(
            say(
                "{name} is not a text file: it holds zero bytes, as programs and pictures do. Name a text file.",
                name=name,
            )
        )
    return text
