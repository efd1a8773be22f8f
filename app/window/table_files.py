"""Asks a person which file is to hold a view's numbers as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate  # by this name its texts are collected

SUFFIX = ".csv"


def ask_save(parent: QWidget, name: str) -> str:
    """The file to be written, `name` proposed; "" for none."""
    kinds, title = translate("Tables", "Tables (*.csv)"), translate("Tables", "Save the table")
    chosen = QFileDialog.getSaveFileName(parent, title, str(Path.home() / f"{name}{SUFFIX}"), kinds)[0]
    if not chosen or Path(chosen).suffix:
        return chosen
    return str(Path(chosen).with_suffix(SUFFIX))
