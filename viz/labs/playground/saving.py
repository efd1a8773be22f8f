"""Asks where a net is saved, and as what: its weights with its recipe, or a program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.labs.playground.questions import SaveNet
from viz import ask_path
from viz.labs.playground.playground_frame import PlaygroundFrame

translate = QCoreApplication.translate  # by this name its texts are collected


def asked_to_save(over: QWidget, frame: PlaygroundFrame) -> SaveNet | None:
    """The question that writes the net to the file that a person chose; None: to none."""
    if frame.net is None or frame.weights is None:
        return None
    kinds = {
        translate("PlaygroundView", "Net with its recipe (*.safetensors)"): "safetensors",
        translate("PlaygroundView", "PyTorch program (*.py)"): "torch",
        translate("PlaygroundView", "NumPy program (*.py)"): "numpy",
    }
    path, kind = ask_path.save_file(over, translate("PlaygroundView", "Save the net"), "net", ";;".join(kinds))
    if not path:
        return None
    return SaveNet(
        path, _format_of(path, kinds.get(kind, "")), frame.data, frame.net, frame.recipe, frame.weights.tobytes(),
        frame.step,
    )  # fmt: skip


def _format_of(path: str, chosen: str) -> str:
    """The chosen kind, unless the name has another kind's ending: a program's name never gets weights in it."""
    ending = Path(path).suffix.lower()
    if ending == ".py":
        return chosen if chosen in ("torch", "numpy") else "numpy"
    return "safetensors" if ending == ".safetensors" else chosen or "safetensors"
