"""Names of the sets of texts as a person reads them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.labs.language_neurons.records import OTHERS


def set_name(name: str) -> str:
    """A bundled set in the person's language, a file by its name."""
    known = {
        "french": QCoreApplication.translate("Sets", "French"),
        "english": QCoreApplication.translate("Sets", "English"),
        "german": QCoreApplication.translate("Sets", "German"),
        "chinese": QCoreApplication.translate("Sets", "Chinese"),
        "code": QCoreApplication.translate("Sets", "code"),
        "numbers": QCoreApplication.translate("Sets", "numbers"),
        OTHERS: QCoreApplication.translate("Sets", "all others"),
    }
    return known.get(name, Path(name).name)
