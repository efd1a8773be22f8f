"""Files that a person names are written whole or not at all: what stood there before stays where the disk refuses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSaveFile


def write_whole(path: Path, data: bytes) -> str:
    """Write `data` to `path`; "" where it is there, else why not, in the system's words."""
    file = QSaveFile(str(path))
    if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit():
        return ""
    return file.errorString()
