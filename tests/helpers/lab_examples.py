"""Every laboratory's examples: `questions(about)` in `tests/unit/engine/labs/NAME/examples.py`, found by being there.

Whatever is tried with all questions (other devices, models spread over cards) is tried with these. A laboratory that
needs a map has `questions_on_map(about, space, layout_key)` besides.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from engine.questions import Question
from engine.records import Site, Space

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path("tests/unit/engine/labs")
NEURON, HEAD, MLP = Site("neuron", 1, 3), Site("head", 1, 2), Site("mlp", 1)  # every tiny model has these
Examples = Iterator[tuple[str, Question]]


@dataclass(frozen=True)
class About:
    """What the examples may be about: a run of a tiny model that knows every byte, and two files of a few texts."""

    node: int  # the current one
    ids: tuple[int, ...]  # the first three tokens
    texts: Path  # of "one"
    other_texts: Path


def modules() -> dict[str, ModuleType]:
    """Name of a laboratory -> its examples."""
    files = sorted((ROOT / FOLDER).glob("*/examples.py"))
    package = ".".join(FOLDER.parts)
    return {file.parent.name: importlib.import_module(f"{package}.{file.parent.name}.examples") for file in files}


def questions(about: About) -> Examples:
    """(name, question) of every laboratory."""
    for module in modules().values():
        yield from module.questions(about)


def questions_on_map(about: About, space: Space, layout_key: str) -> Examples:
    """(name, question) of those that ask about a map."""
    for module in modules().values():
        if hasattr(module, "questions_on_map"):
            yield from module.questions_on_map(about, space, layout_key)
