"""Asks a person which file holds a set of interventions, or is to hold one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viz import ask_path

translate = QCoreApplication.translate  # by this name its texts are collected


def ask_open(parent: QWidget) -> str:
    """The file to be read; "" for none."""
    kinds = translate("Boards", "Lists of interventions (*.json)")
    return ask_path.open_file(parent, translate("Boards", "Load a list of interventions"), kinds)


def ask_save(parent: QWidget) -> str:
    """The file to be written; "" for none."""
    kinds, suggested = translate("Boards", "Lists of interventions (*.json)"), str(Path.home() / "interventions.json")
    return ask_path.save_file(parent, translate("Boards", "Save the list of interventions"), suggested, kinds)[0]
