"""What a person has typed where a model is chosen: a name to look for, a hub id, or a place on this computer.

What is at a place is loaded from there, whatever it looks like, as the engine does; nothing of that kind is a hub id.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication

Typed = Literal["name", "hub", "neither", "folder", "no model", "gguf", "no gguf", "nothing"]

LOADABLE: tuple[Typed, ...] = ("hub", "folder", "gguf")
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_PLACE = re.compile(r"[./~]|[a-zA-Z]:[/\\]")


def typed_as(text: str) -> Typed:
    """What `text` is."""
    try:
        path = Path(text).expanduser()
        if _PLACE.match(text) or text.endswith(".gguf") or ("/" in text and path.exists()):
            return _at(path)
    except (OSError, RuntimeError, ValueError):  # what no file system takes as a name
        return "nothing"
    if "/" not in text:
        return "name"
    return "hub" if _HUB_ID.fullmatch(text) else "neither"


def _at(path: Path) -> Typed:
    if path.is_dir():
        return "folder" if (path / "config.json").is_file() else "no model"
    if path.is_file():
        return "gguf" if path.suffix.lower() == ".gguf" else "no gguf"
    return "nothing"


def in_words(typed: Typed) -> str:
    """What can be done with it, or why nothing can."""
    words: dict[Typed, str] = {
        "hub": QCoreApplication.translate("ModelPicker", "load this from the Hugging Face hub"),
        "neither": QCoreApplication.translate("ModelPicker", "not a hub id (owner/model), and no such folder or file"),
        "folder": QCoreApplication.translate("ModelPicker", "load this folder"),
        "no model": QCoreApplication.translate("ModelPicker", "not a model folder: it has no config.json"),
        "gguf": QCoreApplication.translate("ModelPicker", "load this GGUF file"),
        "no gguf": QCoreApplication.translate("ModelPicker", "not a GGUF file: its name does not end in .gguf"),
        "nothing": QCoreApplication.translate("ModelPicker", "no such folder or file"),
    }
    return words.get(typed, "")
