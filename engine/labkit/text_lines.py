"""Reads the lines of a person's text file."""

from __future__ import annotations

from pathlib import Path

from engine.errors import InputRefused


def read_lines(path: Path, instead: str = "") -> tuple[list[str], str]:
    """The lines of a text file that are not empty, and a sentence where some were.

    `instead` is what may be named in place of a file, for the sentence of a file that cannot be read.

    Raises:
        InputRefused: no such file, not UTF-8, or nothing in it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        or_else = f", or {instead}" if instead else ""
        raise InputRefused(f"{path} cannot be read ({error.strerror}). Name a text file{or_else}.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputRefused(
            f"Line {line} of {path.name} is not UTF-8 text (byte {data[error.start]:#04x}). Save the file as UTF-8."
        ) from error
    lines = text.splitlines()
    full = [line.strip() for line in lines if line.strip()]
    if not full:
        raise InputRefused(f"{path.name} holds no text. Put at least one line into it.")
    left = len(lines) - len(full)
    return full, f"{left} empty lines were left out." if left else ""
