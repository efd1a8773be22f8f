"""Asks a person which file is to hold a view's numbers as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viz import ask_path

translate = QCoreApplication.translate  # by this name its texts are collected

SUFFIX, JSON = ".csv", ".json"


def ask_save(parent: QWidget, name: str) -> str:
    """The file to be written, `name` proposed; "" for none."""
    title = translate("Tables", "Save the table")
    tables, objects = translate("Tables", "Tables (*.csv)"), translate("Tables", "JSON (*.json)")
    proposed = str(Path.home() / f"{name}{SUFFIX}")
    chosen, kind = ask_path.save_file(parent, title, proposed, f"{tables};;{objects}")
    if not chosen or Path(chosen).suffix:
        return chosen
    return str(Path(chosen).with_suffix(JSON if kind == objects else SUFFIX))
