"""Opens the numbers behind what a dock shows, as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.window.panels.numbers_table import NumbersTable, parts_of
from app.window.view_host import ViewHost
from viz.figures.numbers import gathered


def numbers_of(host: ViewHost, parent: QWidget | None = None) -> NumbersTable:
    """The table of what `host` shows now, with the sentence that a screen reader has of it; of nothing it is empty."""
    frame, view = host.painted_frame, host.view
    if frame is None or view is None:
        return NumbersTable(host.title, "", (), parent)
    parts = parts_of(view.as_table(frame), gathered(frame))
    return NumbersTable(host.title, view.accessibleDescription(), parts, parent)
