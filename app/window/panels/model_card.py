"""Which model is loaded, or is being loaded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model_spec import OF_A_FILE, OF_A_FOLDER
from app.state import Phase, RunState
from app.widgets.basics import column, describe, muted
from app.window.panels.model_picker import parameters_text
from engine.records import ModelInfo
from viz.plain import Label, set_tip
from viz.plural import plural


class ModelCard(QWidget):
    """The model at hand, or the one that is being loaded; a click opens the picker."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        self.button.setObjectName("card")
        self.button.clicked.connect(self.clicked)
        inside = QHBoxLayout(self.button)
        inside.setContentsMargins(12, 7, 10, 9)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.title = Label(self.tr("No model"))
        self.title.setObjectName("dockTitle")
        self.detail = muted()
        for label in (self.title, self.detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(40)
            words.addWidget(label)
        inside.addLayout(words, 1)
        arrow = Label("▾")
        arrow.setObjectName("muted")
        arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(arrow)
        layout = column(self, 6)
        layout.addWidget(self.button)
        describe(self.button, self.tr("Model"), self.tr("Choose another model, device or precision"))
        self.show_model(None)

    def event(self, event: QEvent) -> bool:
        """Keep room for both lines at every text size; the lines have it once they ask for another layout."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Keep room for both lines from the start."""
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        lines = self.title.fontMetrics().height() + self.detail.fontMetrics().height()
        self.button.setMinimumHeight(lines + 22)

    def show_model(self, info: ModelInfo | None) -> None:
        """Say which model is loaded."""
        if info is None:
            self.title.setText(self.tr("No model"))
            self.detail.setText(self.tr("Choose one to begin"))
        else:
            parts = (
                parameters_text(info.n_parameters),
                plural(self.tr("{n} layer(s)", "", info.n_layers), info.n_layers).format(n=info.n_layers),
                info.device,
            )
            self.title.setText(info.name)
            self.detail.setText(" · ".join(part for part in parts if part))
            set_tip(self.button, self._source(info.source))
        self.button.setAccessibleName(self.tr("Model: {name}").format(name=self.title.text()))

    def _source(self, source: str) -> str:
        """Where a model is from: the beginnings that are read again (`app.model_spec`) in the person's language."""
        if source.startswith(OF_A_FOLDER):
            return self.tr("the folder {path}").format(path=source.removeprefix(OF_A_FOLDER))
        if source.startswith(OF_A_FILE):
            return self.tr("the file {path}").format(path=source.removeprefix(OF_A_FILE))
        return source

    def show_state(self, state: RunState, info: ModelInfo | None, wanted: str) -> None:
        """Say that a model is being loaded, or that the engine ended."""
        self.show_model(info if state.has_model else None)
        if state.phase in (Phase.LOADING, Phase.STARTING):
            self.title.setText(wanted.rsplit("/", 1)[-1] or self.tr("Starting"))
            self.detail.setText(self.tr("loading…"))
        elif state.phase is Phase.DEAD:
            self.detail.setText(self.tr("the engine has ended"))
