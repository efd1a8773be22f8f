"""The sets of texts that contrast labs compare: bundled ones by name, or a person's file with one text a line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputRefused
from engine.folders import RESOURCES
from engine.labkit.text_lines import read_lines
from engine.labs.language_neurons.records import BUNDLED, OTHERS
from engine.sentences import say

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
    lines, note = read_lines(path, f"one of the sets {', '.join(BUNDLED)}")
    if len(lines) < FEWEST:
        raise InputRefused(
            say(
                "{name} holds {n} texts, but at least {fewest} are needed to choose on some and measure on "
                "others. Put one text on each line.",
                name=path.name,
                n=len(lines),
                fewest=FEWEST,
            )
        )
    return TextSet(path.name, tuple(lines), note)


def other_texts(name: str, against: str) -> TextSet:
    """What `name` is compared with: a set, or all bundled ones but `name`."""
    if against != OTHERS:
        return text_set(against)
    others = [text_set(known) for known in BUNDLED if known != name]
    return TextSet(OTHERS, tuple(text for known in others for text in known.texts))
