"""The sets of texts that contrast labs compare: bundled ones by name, or a person's file with one text a line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputRefused
from engine.folders import RESOURCES
from engine.lab_records_contrast import BUNDLED, OTHERS

FOLDER = RESOURCES / "contrast"
FEWEST = 4  # texts of a set: two for choosing, two for measuring


@dataclass(frozen=True)
class TextSet:
    """A named list of texts, and what was left out of it."""

    name: str
    texts: tuple[str, ...]
    note: str = ""


def text_set(name: str) -> TextSet:
    """A bundled set, or that of a file.

    Raises:
        InputRefused: there is neither, the file is not UTF-8, or it holds too few texts.
    """
    if name in BUNDLED:
        lines, _ = read_lines(FOLDER / f"{name}.txt")
        return TextSet(name, tuple(lines))
    path = Path(name).expanduser()
    lines, note = read_lines(path)
    if len(lines) < FEWEST:
        raise InputRefused(
            f"{path.name} holds {len(lines)} texts, but at least {FEWEST} are needed to choose on some and measure on "
            "others: put one text on each line."
        )
    return TextSet(path.name, tuple(lines), note)


def other_texts(name: str, against: str) -> TextSet:
    """What `name` is compared with: a set, or all bundled ones but `name`."""
    if against != OTHERS:
        return text_set(against)
    others = [text_set(known) for known in BUNDLED if known != name]
    return TextSet(OTHERS, tuple(text for known in others for text in known.texts))


def read_lines(path: Path) -> tuple[list[str], str]:
    """The lines of a text file that are not empty, and a sentence where some were.

    Raises:
        InputRefused: no such file, not UTF-8, or nothing in it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        known = ", ".join(BUNDLED)
        raise InputRefused(
            f"{path} cannot be read ({error.strerror}): name a text file, or one of the sets {known}."
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputRefused(
            f"Line {line} of {path.name} is not UTF-8 text (byte {data[error.start]:#04x}): save the file as UTF-8."
        ) from error
    lines = text.splitlines()
    full = [line.strip() for line in lines if line.strip()]
    if not full:
        raise InputRefused(f"{path.name} holds no text: put at least one line into it.")
    left = len(lines) - len(full)
    return full, f"{left} empty lines were left out." if left else ""
