"""The program's letters: which fonts, and how large they are where nobody chose otherwise."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont

FAMILIES: Final = (
    "Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans",
    "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
)  # fmt: skip  # the last ones for Chinese: left to itself the system takes what may be bold, or Japanese
NORMAL_TEXT: Final = 13  # pixels of ordinary text


def typeface(scale: float = 1.0, family: str = "") -> QFont:
    """The font at a text size; of another family, whose missing letters are then of the program's."""
    made = QFont()
    made.setFamilies([family, *FAMILIES] if family else list(FAMILIES))
    made.setPixelSize(round(NORMAL_TEXT * scale))
    return made
