"""Asks a person which file is to hold a table, or the numbers behind a view's picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from viz import ask_path

translate = QCoreApplication.translate  # by this name its texts are collected

CSV, JSON, NPZ, PARQUET = ".csv", ".json", ".npz", ".parquet"


def ask_save(parent: QWidget, name: str) -> str:
    """The file of a table to be written, `name` proposed; "" for none."""
    return _ask(parent, translate("Tables", "Save the table"), name, (CSV, JSON, PARQUET))


def ask_data(parent: QWidget, name: str) -> str:
    """The file of a view's numbers to be written, `name` proposed; "" for none."""
    return _ask(parent, translate("Tables", "Save the data"), name, (CSV, NPZ, PARQUET))


def _ask(parent: QWidget, title: str, name: str, suffixes: tuple[str, ...]) -> str:
    known = {
        CSV: translate("Tables", "Tables (*.csv)"),
        JSON: translate("Tables", "JSON (*.json)"),
        NPZ: translate("Tables", "NumPy arrays (*.npz)"),
        PARQUET: translate("Tables", "Parquet (*.parquet)"),
    }
    kinds = ";;".join(known[suffix] for suffix in suffixes)
    return ask_path.save_file(parent, title, str(Path.home() / f"{name}{CSV}"), kinds)[0]
