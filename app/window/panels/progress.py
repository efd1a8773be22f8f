"""How far something long is, in the status line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.widgets.basics import describe, muted


class Progress(QWidget):
    """What is being done, how far it is, and a button that stops it. Invisible while nothing is."""

    cancel = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.setObjectName("link")
        self.button.clicked.connect(self.cancel)
        describe(self.button, self.tr("Cancel"), self.tr("Stop what is being done"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.text, self.bar, self.button):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_progress(self, doing: str, done: int, total: int, unit: str, cancellable: bool) -> None:
        """Show how far it is; an empty `doing` hides it, total 0 means unknown."""
        self.setVisible(bool(doing))
        self.bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self.bar.setValue(round(1000 * min(done, total) / total))
        self.text.setText(f"{doing}{_amount(done, total, unit)}")
        self.bar.setAccessibleName(self.text.text())
        self.button.setVisible(cancellable)


def _amount(done: int, total: int, unit: str) -> str:
    if unit == "bytes" and total >= 1e6:
        return f" · {done / 1e6:,.0f} / {total / 1e6:,.0f} MB"
    if total > 0:
        return f" · {100 * min(done, total) / total:.0f} %"
    return ""
