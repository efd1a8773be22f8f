"""Reads the lines of a person's text file."""

from __future__ import annotations

from pathlib import Path

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, in_short
from engine.sentences import say

LARGEST = 64 * 2**20  # bytes of a file that is read


def read_lines(path: Path, instead: str = "") -> tuple[list[str], str]:
    """The lines of a text file that are not empty, and a sentence where some were.

    `instead` is what may be named in place of a file, for the sentence of a file that cannot be read.

    Raises:
        InputRefused: no such file, not UTF-8, or nothing in it.
    """
    try:
        data = checked_json.content(path, LARGEST)
    except (OSError, ValueError) as error:  # also for what no file system takes as a name
        why = error if isinstance(error, JsonProblem) else getattr(error, "strerror", None) or say("no such name")
        name = in_short(path)
        raise InputRefused(
            say("{path} cannot be read ({why}). Name a text file, or {instead}.", path=name, why=why, instead=instead)
            if instead
            else say("{path} cannot be read ({why}). Name a text file.", path=name, why=why)
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputRefused(
            say(
                "Line {line} of {name} is not UTF-8 text (byte {data:#04x}). Save the file as UTF-8.",
                line=line,
                name=path.name,
                data=data[error.start],
            )
        ) from error
    lines = text.splitlines()
    full = [line.strip() for line in lines if line.strip()]
    if not full:
        raise InputRefused(say("{name} holds no text. Put at least one line into it.", name=path.name))
    left = len(lines) - len(full)
    return full, say("{n} empty lines were left out.", n=left) if left else ""
