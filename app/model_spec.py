"""What the engine is asked for to load a run's model again, as `--model` takes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.records import ModelInfo

OF_A_FOLDER: Final = "the folder "  # begins the source of a model that was given as a folder
OF_A_FILE: Final = "the file "  # begins that of a GGUF file


def spec_of(info: ModelInfo) -> str:
    """A model's folder, its GGUF file while that is there, else its name: expanded files have one in the cache."""
    if info.source.startswith(OF_A_FOLDER):
        return info.source.removeprefix(OF_A_FOLDER)
    file = info.source.removeprefix(OF_A_FILE)
    return file if file != info.source and Path(file).is_absolute() and _is_file(Path(file)) else info.name


def _is_file(path: Path) -> bool:
    """False also for what no file system takes as a name."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
