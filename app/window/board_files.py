"""Asks a person which file holds a set of interventions, or is to hold one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def _tr(text: str) -> str:
    return QCoreApplication.translate("Boards", text)


def ask_open(parent: QWidget) -> str:
    """The file to be read; "" for none."""
    kinds = _tr("Sets of interventions (*.json)")
    return QFileDialog.getOpenFileName(parent, _tr("Load a set of interventions"), "", kinds)[0]


def ask_save(parent: QWidget) -> str:
    """The file to be written; "" for none."""
    kinds, suggested = _tr("Sets of interventions (*.json)"), str(Path.home() / "interventions.json")
    return QFileDialog.getSaveFileName(parent, _tr("Save the interventions"), suggested, kinds)[0]
